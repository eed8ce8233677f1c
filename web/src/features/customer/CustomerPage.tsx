import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import type { Reference } from '../../api/types'
import { formatInstant } from '../../shared/format'
import { MergedNote } from '../../shared/merge/MergedNote'
import { onDay, useAsOf } from '../../shared/past/asOf'
import { PastBanner } from '../../shared/past/PastBanner'
import { usePhone } from '../../shared/preferences'
import { RecordFacts } from '../../shared/records/RecordFacts'
import { useMay } from '../../shared/session'
import { PageError } from '../../shared/ui/PageError'
import { TabStrip, withTab } from '../../shared/ui/TabStrip'
import { RecordTasks } from '../activity/RecordTasks'
import { Attachments } from '../collaboration/Attachments'
import { Sharing } from '../collaboration/Sharing'
import { customerQuery, type CustomerDetail } from './api'
import styles from './customer.module.css'
import { CustomerContacts } from './CustomerContacts'
import { CustomerHeader } from './CustomerHeader'
import { CustomerOpportunities } from './CustomerOpportunities'
import { FollowUps } from './FollowUps'
import { Standing } from './Standing'
import { Subsidiaries } from './Subsidiaries'

const facts = [
  'name',
  'creditCode',
  'industry',
  'level',
  'managementLevel',
  'size',
  'region',
  'address',
  'website',
  'parent',
  'source',
  'employeeCount',
  'annualRevenue',
  'foundedYear',
  'tags',
  'department',
  'description',
  'externalId',
  'createdAt',
]

/** One customer and everything known of it: facts, people, business, follow-ups, files. */
export function CustomerPage() {
  const { t } = useTranslation('customer')
  const id = useParams().id!
  const asOf = useAsOf()
  const { data, error, isPending, refetch } = useQuery(customerQuery(id, asOf))
  if (isPending) {
    return (
      <div className={styles.bones}>
        <Skeleton active paragraph={{ rows: 2 }} />
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    )
  }
  if (error && !data) return <PageError error={error} back={{ path: onDay('/customers', asOf), label: t('title') }} onRetry={() => void refetch()} />
  return <Customer key={`${id} ${asOf}`} customer={data} />
}

function Customer({ customer }: { customer: CustomerDetail }) {
  const { t } = useTranslation('customer')
  const phone = usePhone()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const { id, values } = customer
  const editable = customer.may.edit === true
  const past = useAsOf() !== null
  const aside = (
    <section className={styles.card} aria-label={t('facts')}>
      <h2>{t('facts')}</h2>
      <RecordFacts type="customer" record={customer} fields={values.formerNames ? [...facts, 'formerNames'] : facts} columns={1} editable={editable} />
    </section>
  )
  const tabs = [
    ...(phone ? [{ key: 'facts', label: t('facts'), children: aside }] : []),
    ...(may('activity:read') ? [{ key: 'followUps', label: t('tabs.followUps'), children: <FollowUps customerId={id} editable={!values.archivedAt && !past} /> }] : []),
    ...(may('opportunity:read') ? [{ key: 'opportunities', label: t('tabs.opportunities'), children: <CustomerOpportunities customer={customer} /> }] : []),
    ...(may('contact:read') ? [{ key: 'contacts', label: t('tabs.contacts', { count: customer.contacts }), children: <CustomerContacts customer={customer} /> }] : []),
    // Tasks, files and sharing have no history.
    ...(past
      ? []
      : [
          ...(may('task:read') ? [{ key: 'tasks', label: t('tabs.tasks'), children: <RecordTasks record={{ type: 'customer', id }} /> }] : []),
          { key: 'files', label: t('tabs.files'), children: <Attachments recordType="customer" recordId={id} editable={editable} /> },
          { key: 'sharing', label: t('tabs.sharing'), children: <Sharing recordType="customer" recordId={id} editable={customer.may.share === true} /> },
        ]),
    ...(customer.subsidiaries > 0
      ? [{ key: 'subsidiaries', label: t('tabs.subsidiaries', { count: customer.subsidiaries }), children: <Subsidiaries customerId={id} /> }]
      : []),
  ]
  const first = tabs[0]?.key
  return (
    <div className={styles.page}>
      <PastBanner />
      <CustomerHeader customer={customer} />
      <MergedNote type="customer" id={id} into={values.mergedInto as Reference | null} />
      {values.archivedAt && !values.mergedInto && <Alert banner type="warning" title={t('shared:archive.since', { at: formatInstant(String(values.archivedAt)) })} />}
      {may('opportunity:read') && <Standing customerId={id} />}
      <div className={styles.columns}>
        {!phone && <div className={styles.side}>{aside}</div>}
        <div className={styles.middle}>
          <TabStrip
            label={t('tabs.label')}
            tabs={tabs}
            active={params.get('tab') ?? ''}
            onChange={(key) => setParams((before) => withTab(before, key === first ? null : key), { replace: true })}
          />
        </div>
      </div>
    </div>
  )
}
