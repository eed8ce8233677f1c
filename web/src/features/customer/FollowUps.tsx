import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Reference, Row } from '../../api/types'
import { useRecordPlace } from '../../shared/feature'
import { formatInstant } from '../../shared/format'
import { useAsOf } from '../../shared/past/asOf'
import { both } from '../../shared/records/filter'
import { pagesQuery } from '../../shared/records/recordsApi'
import { useFields } from '../../shared/records/useCatalogue'
import { SeesButton } from '../../shared/sees/SeesButton'
import { useMay } from '../../shared/session'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { kindIcon } from '../activity/KindInput'
import { aboutCustomer, businessQuery, happenedBy } from './api'
import styles from './customer.module.css'

const FollowUpDialog = lazy(async () => ({ default: (await import('../activity/FollowUpDialog')).FollowUpDialog }))

const facts = ['kind', 'subject', 'recordType', 'recordId', 'recordName', 'content', 'outcome', 'nextStep', 'nextStepOn', 'happenedAt', 'owner']

/** What was done with the customer and with its opportunities, newest first. */
export function FollowUps({ customerId, editable }: { customerId: string; editable: boolean }) {
  const { t } = useTranslation('customer')
  const may = useMay()
  const [open, setOpen] = useState(false)
  const asOf = useAsOf()
  const activity = useFields('activity')
  const opportunity = useFields('opportunity', may('opportunity:read'))
  const dated = opportunity.offered(['lastFollowUpAt']).length > 0
  const business = useQuery({ ...businessQuery(customerId, asOf, dated), enabled: opportunity.offered(['customer']).length > 0 })
  const told = activity.offered(facts)
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...pagesQuery('activity', {
      fields: told,
      filter: both(aboutCustomer(customerId, business.data ?? []), happenedBy(asOf)),
      sort: told.includes('happenedAt') ? '-happenedAt' : '',
    }),
    enabled: activity.isSuccess && !opportunity.isLoading && !business.isLoading,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const log = editable && may('activity:create') && <Button onClick={() => setOpen(true)}>{t('activity:followUp.title')}</Button>
  return (
    <>
      {isPending && !activity.error && <Skeleton active />}
      {(error ?? activity.error) && <ErrorState error={error ?? activity.error} onRetry={() => void (activity.error ? activity.refetch() : refetch())} />}
      {data && rows.length === 0 && <EmptyState title={t('followUps.none')} reason={t('followUps.noneReason')} action={log} />}
      {rows.length > 0 && log}
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
  const path = useRecordPlace(String(row.recordType))?.path
  const kind = fields.find(({ name }) => name === 'kind')?.choices?.find(({ code }) => code === row.kind)?.label
  return (
    <li>
      <span className={styles.kind}>{kindIcon(String(row.kind))}</span>
      <div>
        <div className={styles.when}>
          {[kind, (row.owner as Reference | null)?.label, row.happenedAt && formatInstant(String(row.happenedAt))].filter(Boolean).join(' · ')}{' '}
          <SeesButton recordType="activity" recordId={row.id} name={String(row.subject ?? kind ?? row.id)} />
        </div>
        {row.subject && <strong>{String(row.subject)}</strong>}
        {row.recordType !== 'customer' && row.recordName && <div>{path ? <Link to={path(String(row.recordId))}>{String(row.recordName)}</Link> : String(row.recordName)}</div>}
        {row.content && <p>{String(row.content)}</p>}
        {row.outcome && <p>{t('followUps.outcome', { text: String(row.outcome) })}</p>}
        {row.nextStep && <p>{t('followUps.next', { text: String(row.nextStep), day: row.nextStepOn ? String(row.nextStepOn) : '' })}</p>}
      </div>
    </li>
  )
}
