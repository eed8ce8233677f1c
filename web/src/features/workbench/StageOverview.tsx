import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { formatMoneyShort, formatNumber } from '../../shared/format'
import { boardPath } from '../opportunity/boardPath'
import { openList, stageList, type StageSum } from './api'
import styles from './workbench.module.css'

/** The pipeline by stage; every number opens the list of exactly what it counts. */
export function StageOverview({ stages: told }: { stages: StageSum[] | null | undefined }) {
  const { t, i18n } = useTranslation('workbench')
  const money = (yuan: number | null | undefined) => (yuan == null ? '–' : formatMoneyShort(Number(yuan), i18n.language))
  const stages = told ?? []
  const count = stages.reduce((sum, stage) => sum + stage.count, 0)
  const most = Math.max(1, ...stages.map(({ amount }) => Number(amount ?? 0)))
  const sum = (pick: (stage: StageSum) => number | null | undefined) => stages.reduce((all, stage) => all + Number(pick(stage) ?? 0), 0)
  return (
    <section className={styles.panel} style={{ gridArea: 'stages' }} aria-label={t('stages.title')}>
      <header className={styles.head}>
        <h2>{t('stages.title')}</h2>
        <Link to={boardPath}>{t('stages.board')}</Link>
      </header>
      {count === 0 ? (
        <div className={styles.none}>
          <p>{t(told ? 'stages.none' : 'notTold')}</p>
          {told && <CreateRecordButton type="opportunity" />}
        </div>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.stages}>
            <thead>
              <tr>
                <th scope="col">{t('stages.stage')}</th>
                <th scope="col" className="number">{t('stages.count')}</th>
                <th scope="col" className="number">{t('stages.amount')}</th>
                <th scope="col" className="number">{t('stages.weighted')}</th>
                <th aria-hidden className={styles.barHead} />
              </tr>
            </thead>
            <tbody>
              {stages.map((stage) => (
                <tr key={stage.id}>
                  <th scope="row">{stage.label}</th>
                  {[formatNumber(stage.count), money(stage.amount), money(stage.weightedAmount)].map((text, index) => (
                    // Three figures of one stage, always in this order.
                    // oxlint-disable-next-line react/no-array-index-key
                    <td key={index} className="number">
                      <Link to={stageList(stage.id)} aria-label={`${stage.label} ${t(['stages.count', 'stages.amount', 'stages.weighted'][index]!)} ${text}`}>
                        {text}
                      </Link>
                    </td>
                  ))}
                  <td aria-hidden className={styles.barCell}>
                    {Number(stage.amount ?? 0) > 0 && <span className={styles.bar} style={{ width: `${(Number(stage.amount) / most) * 100}%` }} />}
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('shared:table.total')}</th>
                <td className="number">
                  <Link to={openList()}>{formatNumber(count)}</Link>
                </td>
                <td className="number">{money(sum(({ amount }) => amount))}</td>
                <td className="number">{money(sum(({ weightedAmount }) => weightedAmount))}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  )
}
