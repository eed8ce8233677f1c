import { PlusOutlined } from '@ant-design/icons'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '../../../api/client'
import { keyAsOf, useAsOf } from '../../../shared/past/asOf'
import { useFields } from '../../../shared/records/useCatalogue'
import { useMay } from '../../../shared/session'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FollowUpForm } from '../../activity/FollowUpForm'
import { toldFrom, type OpportunityDetail, type Paged } from '../api'
import styles from './parts.module.css'
import { TimelineItem, type TimelineRow } from './TimelineItem'

type Kinds = 'all' | TimelineRow['kind']

const timelineQuery = (id: string, kinds: Kinds, asOf: string | null) =>
  infiniteQueryOptions({
    queryKey: keyAsOf(asOf, 'timeline', 'opportunity', id, kinds),
    queryFn: ({ pageParam, signal }) =>
      get<Paged<TimelineRow>>(`/opportunities/${id}/timeline`, { after: pageParam, kinds: kinds === 'all' ? undefined : kinds }, signal),
    initialPageParam: toldFrom(asOf),
    getNextPageParam: (page) => page.next || undefined,
  })

const gradeFields = ['grade', 'gradePending', 'gradeState']

/** Those of which the viewer may see any. */
function useKinds(): Kinds[] {
  const may = useMay()
  const { offered } = useFields('opportunity')
  const seen: Partial<Record<Kinds, boolean>> = { ACTIVITY: may('activity:read'), TASK: may('task:read'), GRADE: offered(gradeFields).length === gradeFields.length }
  return (['all', 'ACTIVITY', 'CHANGE', 'FILE', 'TASK', 'GRADE'] as const).filter((kind) => seen[kind] !== false)
}

/** All that happened, in one feed; on top what happens next is written down. */
export function Timeline({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const [kinds, setKinds] = useState<Kinds>('all')
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(timelineQuery(detail.id, kinds, useAsOf()))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className={styles.timeline}>
      <Composer detail={detail} />
      <div className={styles.kinds}>
        <Segmented<Kinds>
          aria-label={t('timeline.kinds')}
          value={kinds}
          options={useKinds().map((value) => ({ value, label: t(`timeline.${value}`) }))}
          onChange={setKinds}
        />
      </div>
      {isPending ? (
        <Skeleton active paragraph={{ rows: 6 }} />
      ) : error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState title={t('timeline.none')} reason={t('timeline.noneReason')} />
      ) : (
        <ol className={styles.feed}>
          {rows.map((row, index) => (
            // Two people may change it in one second.
            // oxlint-disable-next-line react/no-array-index-key
            <TimelineItem key={`${row.kind} ${'id' in row ? row.id : ''} ${row.at} ${index}`} row={row} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button block type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </div>
  )
}

function Composer({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const may = useMay()
  const [writing, setWriting] = useState(false)
  if (!may('activity:create') || detail.may.edit === false) return null
  if (!writing) {
    return (
      <button type="button" className={styles.composer} onClick={() => setWriting(true)}>
        <PlusOutlined aria-hidden /> {t('timeline.compose')}
      </button>
    )
  }
  return (
    <div className={styles.composing}>
      <FollowUpForm record={{ type: 'opportunity', id: detail.id }} onSaved={() => setWriting(false)} onCancel={() => setWriting(false)} />
    </div>
  )
}
