import { Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../api/types'
import { formatNumber } from '../../shared/format'
import { usePhone } from '../../shared/preferences'
import { LoadMore } from '../../shared/records/LoadMore'
import { RecordCards } from '../../shared/records/RecordCards'
import { RecordTable } from '../../shared/records/RecordTable'
import { useRecordList } from '../../shared/records/useRecordList'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import styles from './customer.module.css'

interface Props {
  type: string
  label: string
  scope: Filter
  columns: string[]
  sort: string
  /** What to say and to do when there is none. */
  none: string
  action?: ReactNode
}

const nothing = () => {}

/** The records of one kind that belong to a customer: rows, count and sums of one condition. */
export function PartList({ type, label, scope, columns, sort, none, action }: Props) {
  const { t } = useTranslation('shared')
  const phone = usePhone()
  const [order, setOrder] = useState<string | null>(sort)
  const list = useRecordList(
    type,
    { filter: null, sort: order ?? sort, columns, text: '', clear: nothing },
    { scope },
  )
  const Shape = phone ? RecordCards : RecordTable
  if (list.isPending) return <Skeleton active />
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.rows.length === 0) return <EmptyState title={none} action={action} />
  return (
    <>
      <div className={styles.partHead}>
        {list.count && <span>{t('table.count', { count: list.count.count, text: formatNumber(list.count.count) })}</span>}
        {action}
      </div>
      <div className={styles.part}>
        <Shape type={type} label={label} list={list} onSort={(next) => setOrder((now) => next(list.sortOf(now ?? sort)))} />
      </div>
      {list.hasMore && <LoadMore type={type} list={list} />}
    </>
  )
}
