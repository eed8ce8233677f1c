import { useTranslation } from 'react-i18next'
import { bandOf, bandTones, oneToFive, type Register } from './assessApi'
import styles from './assess.module.css'

/** How many risks lie where between likely and harmful. */
export function RiskMatrix({ register: { bands, risks } }: { register: Register }) {
  const { t } = useTranslation('opportunity')
  return (
    <table className={styles.matrix} aria-label={t('assess.risk.matrix')}>
      <thead>
        <tr>
          <th scope="col">
            {t('assess.risk.rows')} ↓ {t('assess.risk.columns')} →
          </th>
          {oneToFive.map((impact) => (
            <th key={impact} scope="col">
              {impact}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {oneToFive.toReversed().map((probability) => (
          <tr key={probability}>
            <th scope="row">{probability}</th>
            {oneToFive.map((impact) => {
              const here = risks.filter((risk) => risk.probability === probability && risk.impact === impact)
              const tone = bandTones[bandOf(probability * impact, bands)]
              return (
                <td
                  key={impact}
                  style={{ color: `var(--${tone}-text)`, background: `var(--${tone}-ground)` }}
                  title={here.map(({ title }) => title).join('\n') || undefined}
                  aria-label={t('assess.risk.cell', { probability, impact, count: here.length })}
                >
                  {here.length > 0 ? here.length : ''}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
