import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatMoneyShort, formatNumber } from '../../shared/format'
import { Badge } from '../../shared/ui/Badge'
import { ErrorState } from '../../shared/ui/ErrorState'
import { EmptyState } from '../../shared/ui/EmptyState'
import { behind, winLossQuery, type ClosingSpan, type Side, type Standing } from './api'
import styles from './standings.module.css'

const sides: Side[] = ['open', 'won', 'lost', 'lostToIt']

/** Won, lost and open by competitor; each figure leads to its opportunities. Of one competitor alone if it is named. */
export function Standings({ competitor, span }: { competitor?: string; span?: ClosingSpan }) {
  const { t } = useTranslation('competitor')
  const { data, error, isPending, refetch } = useQuery(winLossQuery(competitor, span))
  if (isPending) return <Skeleton active />
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return competitor ? null : <EmptyState title={t('winLoss.none')} reason={t('winLoss.noneReason')} />
  return (
    <section className={styles.standings} aria-label={t('winLoss.title')}>
      {competitor && <h2>{t('winLoss.title')}</h2>}
      <table>
        <thead>
          <tr>
            {!competitor && <th scope="col">{t('winLoss.competitor')}</th>}
            {sides.map((side) => (
              <th key={side} scope="col" className="number">
                {t(`winLoss.${side}`)}
              </th>
            ))}
            <th scope="col" className="number" title={t('winLoss.rateHint')}>
              {t('winLoss.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((standing) => (
            <StandingRow key={standing.competitorId} standing={standing} alone={competitor !== undefined} span={span} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function StandingRow({ standing, alone, span }: { standing: Standing; alone: boolean; span?: ClosingSpan }) {
  const { t, i18n } = useTranslation('competitor')
  return (
    <tr>
      {!alone && (
        <th scope="row">
          <Link to={`/competitors/${standing.competitorId}`}>{standing.name}</Link>
          {standing.archived && <Badge>{t('winLoss.archived')}</Badge>}
        </th>
      )}
      {sides.map((side) => {
        const figure = standing[side]
        if (!figure) {
          return (
            <td key={side} className="number" data-label={t(`winLoss.${side}`)}>
              —
            </td>
          )
        }
        const { count, amount } = figure
        return (
          <td key={side} className="number" data-label={t(`winLoss.${side}`)}>
            {count > 0 ? (
              <Link to={behind(standing, side, span)} aria-label={t('winLoss.behind', { name: standing.name, side: t(`winLoss.${side}`), text: formatNumber(count) })}>
                {formatNumber(count)}
              </Link>
            ) : (
              0
            )}
            {count > 0 && amount != null && <span className={styles.amount}>{formatMoneyShort(Number(amount), i18n.language)}</span>}
          </td>
        )
      })}
      <td className="number" data-label={t('winLoss.rate')}>
        {standing.winRatePercent == null ? '—' : `${formatNumber(Number(standing.winRatePercent), 1)}%`}
      </td>
    </tr>
  )
}
