import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '../../../shared/records/FilterBar'
import { UnreadableFilter } from '../../../shared/records/UnreadableFilter'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { Days } from './Days'
import styles from './movement.module.css'
import { comparedQuery } from './movementApi'
import { MovementRecords } from './MovementRecords'
import { MovementWaterfall } from './MovementWaterfall'
import { useComparison } from './useComparison'

/** What was open on two days, what lies between as a waterfall, and the opportunities behind each of its bars. */
export function MovementsPage() {
  const { t } = useTranslation('opportunity')
  const { comparison, movement, change } = useComparison()
  const { data, error, isPlaceholderData, refetch } = useQuery(comparedQuery(comparison))
  const bar = data?.bars.find((one) => one.movement === movement)
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
          <MovementWaterfall compared={data} comparison={comparison} opened={movement} onOpen={(next) => change({ movement: next === movement ? null : next })} />
          {data.leftOut.length > 0 && <p className={styles.note}>{t('movement.leftOut', { movements: data.leftOut.join(t('shared:filter.comma')) })}</p>}
          {data.ofAnyStatus && <p className={styles.note}>{t('movement.ofAnyStatus')}</p>}
          {!comparison.signedFrom && !comparison.signedTo && data.slipped != null && (
            <p className={styles.note}>{t('movement.moved', { slipped: data.slipped, pulledIn: data.pulledIn })}</p>
          )}
          {bar && <MovementRecords key={bar.movement} bar={bar} comparison={comparison} onClose={() => change({ movement: null })} />}
        </div>
      )}
    </div>
  )
}
