import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../shared/format'
import type { Assessment } from './assessApi'
import styles from './assess.module.css'

const shown = (value: number | null | undefined) => (value == null ? '—' : formatNumber(value, 2))

/** Criteria with mean and spread, and below each what the raters gave and said. */
export function MarksTable({ assessment: { criteria, raters } }: { assessment: Assessment }) {
  const { t } = useTranslation('opportunity')
  return (
    <>
      <table className={styles.marks}>
        <thead>
          <tr>
            <th scope="col">{t('assess.criterion')}</th>
            <th scope="col" className="number">
              {t('assess.weight')}
            </th>
            <th scope="col" className="number">
              {t('assess.mean')}
            </th>
            <th scope="col" className="number">
              {t('assess.differs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion.code}>
              <th scope="row">{criterion.name}</th>
              <td className="number">{shown(criterion.weight)}</td>
              <td className="number">{shown(criterion.mean)}</td>
              <td className="number">{shown(criterion.spread)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {raters.length > 0 && (
        <ul className={styles.raters} aria-label={t('assess.raters')}>
          {raters.map((rater) => (
            <li key={rater.person.id}>
              <strong>{t('assess.rater', { name: rater.person.name, total: shown(rater.total) })}</strong>
              {rater.mine && <span className={styles.quiet}>（{t('assess.mine')}）</span>}
              <ul>
                {rater.marks.map((mark) => (
                  <li key={mark.criterion}>
                    {criteria.find(({ code }) => code === mark.criterion)?.name ?? mark.criterion} {shown(mark.value)}
                    {mark.comment && <span className={styles.quiet}>{mark.comment}</span>}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
