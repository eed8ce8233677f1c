import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference, Row } from '../../api/types'
import { formatInstant } from '../../shared/format'
import { pagesQuery } from '../../shared/records/recordsApi'
import { useFields } from '../../shared/records/useCatalogue'
import { useMay } from '../../shared/session'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { kindIcon } from '../activity/KindInput'
import styles from './customer.module.css'

const FollowUpDialog = lazy(async () => ({ default: (await import('../activity/FollowUpDialog')).FollowUpDialog }))

/** What was done with the customer, newest first. */
export function FollowUps({ customerId, editable }: { customerId: string; editable: boolean }) {
  const { t } = useTranslation('customer')
  const may = useMay()
  const [open, setOpen] = useState(false)
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    pagesQuery('activity', {
      fields: ['kind', 'subject', 'content', 'outcome', 'nextStep', 'nextStepOn', 'happenedAt', 'owner'],
      filter: {
        and: [
          { field: 'recordType', op: 'is', value: 'customer' },
          { field: 'recordId', op: 'is', value: customerId },
        ],
      },
      sort: '-happenedAt',
    }),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const log = editable && may('activity:create') && <Button onClick={() => setOpen(true)}>{t('activity:followUp.title')}</Button>
  return (
    <>
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && <EmptyState title={t('followUps.none')} reason={t('followUps.noneReason')} action={log} />}
      <ol className={styles.story}>
        {rows.map((row) => (
          <FollowUp key={row.id} row={row} />
        ))}
      </ol>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('shared:table.more')}
        </Button>
      )}
      <Suspense>
        {open && <FollowUpDialog initial={{ record: { type: 'customer', id: customerId } }} onClose={() => setOpen(false)} onCreated={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}

function FollowUp({ row }: { row: Row }) {
  const { t } = useTranslation('customer')
  const { fields } = useFields('activity')
  const kind = fields.find(({ name }) => name === 'kind')?.choices?.find(({ code }) => code === row.kind)?.label
  return (
    <li>
      <span className={styles.kind}>{kindIcon(String(row.kind))}</span>
      <div>
        <div className={styles.when}>
          {[kind, (row.owner as Reference | null)?.label, formatInstant(String(row.happenedAt))].filter(Boolean).join(' · ')}
        </div>
        <strong>{String(row.subject)}</strong>
        {row.content && <p>{String(row.content)}</p>}
        {row.outcome && <p>{t('followUps.outcome', { text: String(row.outcome) })}</p>}
        {row.nextStep && <p>{t('followUps.next', { text: String(row.nextStep), day: row.nextStepOn ? String(row.nextStepOn) : '' })}</p>}
      </div>
    </li>
  )
}
