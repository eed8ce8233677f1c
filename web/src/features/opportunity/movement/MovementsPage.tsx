import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../shared/format'
import { FilterBar } from '../../../shared/records/FilterBar'
import { UnreadableFilter } from '../../../shared/records/UnreadableFilter'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { Days } from './Days'
import styles from './movement.module.css'
import { comparedQuery, type Compared, type Movement } from './movementApi'
import { MovementRecords } from './MovementRecords'
import { MovementWaterfall } from './MovementWaterfall'
import { useComparison } from './useComparison'

/** Without a period a new day of signing takes none in or out: no bar of the waterfall, but records all the same. */
function movedBars({ slipped, pulledIn, from }: Compared, words: { later: string; earlier: string }) {
  const effect = from.amount == null ? null : 0
  return [
    { movement: 'SLIPPED' as const, label: words.later, count: slipped, effect },
    { movement: 'PULLED_IN' as const, label: words.earlier, count: pulledIn, effect },
  ].flatMap(({ count, ...bar }) => (count == null ? [] : [{ ...bar, count }]))
}

/** What was open on two days, what lies between as a waterfall, and the opportunities behind each of its bars. */
export function MovementsPage() {
  const { t } = useTranslation('opportunity')
  const { comparison, movement, change } = useComparison()
  const { data, error, isPlaceholderData, refetch } = useQuery(comparedQuery(comparison))
  const moved = data && !comparison.signedFrom && !comparison.signedTo ? movedBars(data, { later: t('movement.later'), earlier: t('movement.earlier') }) : []
  const movedBar = moved.find((one) => one.movement === movement)
  const bar = movedBar ?? data?.bars.find((one) => one.movement === movement)
  const open = (next: Movement) => change({ movement: next === movement ? null : next })
  return (
    <div className={styles.page}>
      <PageHeader title={t('movement.title')} back={{ path: '/opportunities', label: t('title') }} description={t('movement.what')} />
      <UnreadableFilter />
      <div className={styles.controls}>
        <Days comparison={comparison} onChange={change} />
        <FilterBar type="opportunity" filter={comparison.filter} onChange={(filter) => change({ filter: filter && JSON.stringify(filter), movement: null })} />
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className={styles.bones} role="status" aria-label={t('shared:loading')}>
          <Skeleton active paragraph={{ rows: 10 }} />
        </div>
      ) : (
        <div className={styles.body} data-stale={isPlaceholderData}>
          <MovementWaterfall compared={data} comparison={comparison} opened={movedBar ? null : movement} onOpen={open} />
          {data.leftOut.length > 0 && <p className={styles.note}>{t('movement.leftOut', { movements: data.leftOut.join(t('shared:filter.comma')) })}</p>}
          {data.ofAnyStatus && <p className={styles.note}>{t('movement.ofAnyStatus')}</p>}
          {moved.length > 0 && (
            <p className={styles.note}>
              {t('movement.moved')}
              {moved.map((one) => (
                <Button key={one.movement} type="link" size="small" disabled={one.count === 0} aria-expanded={one.movement === movement} onClick={() => open(one.movement)}>
                  {t(`movement.${one.movement}`, { text: formatNumber(one.count) })}
                </Button>
              ))}
            </p>
          )}
          {bar && <MovementRecords key={bar.movement} bar={bar} comparison={comparison} onClose={() => change({ movement: null })} />}
        </div>
      )}
    </div>
  )
}
