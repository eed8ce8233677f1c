import { DeleteOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Popconfirm, Skeleton } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../api/types'
import { formatDay } from '../../shared/format'
import { UserPicker } from '../../shared/records/RecordPicker'
import { Avatar } from '../../shared/ui/Avatar'
import { ErrorState } from '../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import { useMessageOf } from '../../shared/useMessageOf'
import { endShare, share, sharesQuery } from './api'
import styles from './collaboration.module.css'
import { WhoSees } from '../../shared/sees/WhoSees'

interface Props {
  recordType: string
  recordId: string
  editable: boolean
}

/** Who is shown this one record beyond their scope, to read only, and until when. */
export function Sharing({ recordType, recordId, editable }: Props) {
  const { t } = useTranslation('collaboration')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(sharesQuery(recordType, recordId))
  const [user, setUser] = useState<Reference | null>(null)
  const [until, setUntil] = useState<Dayjs | null>(null)
  const perform = async (change: Promise<unknown>) => {
    try {
      await change
      await cache.invalidateQueries({ queryKey: ['shares', recordType, recordId] })
      return true
    } catch (failure) {
      void message.error(messageOf(failure))
      return false
    }
  }
  const add = async () => {
    if (await perform(share(recordType, recordId, user!.id, until?.format('YYYY-MM-DD') ?? null))) {
      setUser(null)
      setUntil(null)
    }
  }
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const shown = data.pages.flatMap(({ rows }) => rows)
  return (
    <>
      <p className={styles.none}>{t('share.note')}</p>
      {editable && (
        <div className={styles.adder}>
          <UserPicker
            value={user}
            onChange={setUser}
            filter={{ field: 'state', op: 'is', value: 'ACTIVE' }}
            placeholder={t('share.who')}
            aria-label={t('share.who')}
          />
          <DatePicker value={until} onChange={setUntil} minDate={dayjs()} placeholder={t('share.forEver')} aria-label={t('share.until')} />
          <Button disabled={!user} onClick={() => void add()}>
            {t('share.add')}
          </Button>
        </div>
      )}
      {shown.length === 0 && <p className={styles.none}>{t('share.none')}</p>}
      <PlainList>
        {shown.map((one) => (
          <ListItem
            key={one.id}
            icon={<Avatar name={one.name} />}
            title={one.name}
            detail={[one.title, one.until ? t('share.untilDay', { day: formatDay(one.until) }) : t('share.forEver'), one.sharedBy && t('share.by', { name: one.sharedBy })].filter(Boolean).join(' · ')}
            action={
              editable && (
                <Popconfirm title={t('share.endAsk', { name: one.name })} onConfirm={() => perform(endShare(one.id))}>
                  <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('share.end', { name: one.name })} />
                </Popconfirm>
              )
            }
          />
        ))}
      </PlainList>
      {hasNextPage && (
        <Button block type="text" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('share.more')}
        </Button>
      )}
      <WhoSees recordType={recordType} recordId={recordId} />
    </>
  )
}
