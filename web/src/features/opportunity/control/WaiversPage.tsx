import { useQuery } from '@tanstack/react-query'
import { DatePicker, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FormPage } from '../../../shared/ui/FormPage'
import { waiverCountsQuery, type WaiverCount } from './controlApi'
import styles from './control.module.css'

const listOf = (name: string) => `/opportunities?filter=${encodeURIComponent(JSON.stringify({ field: 'gateWaivedBy', op: 'is', value: name }))}`

/** How often who waived what stages ask for. */
export function WaiversPage() {
  const { t } = useTranslation('opportunity')
  const [span, setSpan] = useState<[string | null, string | null]>([null, null])
  const { data, error, isPending, refetch } = useQuery(waiverCountsQuery(...span))
  const day = (place: 0 | 1, label: string) => (
    <DatePicker
      aria-label={label}
      placeholder={label}
      value={span[place] ? dayjs(span[place]) : null}
      onChange={(value) => setSpan((before) => (place === 0 ? [value?.format('YYYY-MM-DD') ?? null, before[1]] : [before[0], value?.format('YYYY-MM-DD') ?? null]))}
    />
  )
  return (
    <FormPage back={{ path: '/opportunities', label: t('title') }} title={t('control.counts')} description={`${t('control.countsLead')} ${t('control.countsNote')}`}>
      <div className={styles.range}>
        {day(0, t('control.from'))}
        {day(1, t('control.to'))}
      </div>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data?.length === 0 ? (
        <EmptyState title={t('control.none')} />
      ) : (
        <Table<WaiverCount>
          size="small"
          loading={isPending}
          pagination={false}
          rowKey={({ userId, stageId }) => `${userId} ${stageId}`}
          dataSource={data}
          columns={[
            { title: t('control.person'), dataIndex: 'userName', render: (name: string) => <Link to={listOf(name)}>{name}</Link> },
            { title: t('control.stage'), dataIndex: 'stage' },
            { title: t('control.times'), dataIndex: 'waivers', align: 'right' },
            { title: t('control.opportunities'), dataIndex: 'opportunities', align: 'right' },
          ]}
        />
      )}
    </FormPage>
  )
}
