import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../api/types'
import { UserPicker } from '../records/RecordPicker'
import { useMay } from '../session'
import { Avatar } from '../ui/Avatar'
import { ErrorState } from '../ui/ErrorState'
import { ListItem, PlainList } from '../ui/PlainList'
import { explanationQuery, seersQuery } from './api'
import styles from './sees.module.css'

interface Props {
  recordType: string
  recordId: string
}

/** Who sees this record and by which rule; and of anybody, why they do, or what would let them. For those who may ask. */
export function WhoSees({ recordType, recordId, untitled }: Props & { untitled?: boolean }) {
  const { t } = useTranslation('shared')
  const may = useMay()
  const [user, setUser] = useState<Reference | null>(null)
  const [listed, setListed] = useState(false)
  if (!may('access:explain')) return null
  return (
    <section className={styles.seers} aria-label={t('sees.title')}>
      {!untitled && <h3>{t('sees.title')}</h3>}
      <div className={styles.asker}>
        <UserPicker value={user} onChange={setUser} placeholder={t('sees.who')} aria-label={t('sees.who')} />
        {!listed && <Button onClick={() => setListed(true)}>{t('sees.list')}</Button>}
      </div>
      {user && <Explained recordType={recordType} recordId={recordId} user={user} />}
      {listed && <Seers recordType={recordType} recordId={recordId} />}
    </section>
  )
}

function Explained({ recordType, recordId, user }: Props & { user: Reference }) {
  const { t } = useTranslation('shared')
  const { data, error, refetch } = useQuery(explanationQuery(recordType, recordId, user.id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 1 }} />
  const because = data.sees ? data.reasons : data.missing
  return (
    <Alert
      showIcon
      type={data.sees ? 'success' : 'info'}
      title={t(data.sees ? 'sees.yes' : 'sees.no', { name: user.label })}
      description={
        <>
          {data.blocked && <p>{data.blocked}</p>}
          {!data.sees && because.length > 0 && <p>{t('sees.anyOf')}</p>}
          <ul>
            {because.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      }
    />
  )
}

function Seers({ recordType, recordId }: Props) {
  const { t } = useTranslation('shared')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(seersQuery(recordType, recordId))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const seers = data?.pages.flatMap((page) => page.seers) ?? []
  return (
    <>
      <PlainList>
        {seers.map(({ userId, name, department, reasons }) => (
          <ListItem key={userId} icon={<Avatar name={name} />} title={name} detail={[department, ...reasons].filter(Boolean).join(' · ')} />
        ))}
      </PlainList>
      {isFetching && <Skeleton active paragraph={{ rows: 2 }} />}
      {data && seers.length === 0 && !hasNextPage && <p className={styles.none}>{t('sees.nobody')}</p>}
      {hasNextPage && !isFetching && (
        <Button type="link" onClick={() => void fetchNextPage()}>
          {t('sees.more')}
        </Button>
      )}
    </>
  )
}
