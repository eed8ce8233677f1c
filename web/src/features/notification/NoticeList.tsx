import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatDay, formatInstant, formatShortDay, today } from '../../shared/format'
import { useRecordPlace } from '../../shared/feature'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { markAllRead, markRead, noticesChanged, noticesQuery, type Notice } from './api'
import styles from './notification.module.css'

/** One's notices, those of today before the earlier ones. */
export function NoticeList({ onLeave }: { onLeave?: () => void }) {
  const { t } = useTranslation('notification')
  const notices = useInfiniteQuery(noticesQuery())
  const cache = useQueryClient()
  if (notices.isError) return <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />
  if (!notices.data) return <Skeleton active className={styles.bones} />
  const rows = notices.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <EmptyState title={t('none')} reason={t('noneReason')} />
  const unread = notices.data.pages[0]!.unread
  const day = today()
  const readAll = async () => {
    await markAllRead(rows[0]!.id)
    await noticesChanged(cache)
  }
  return (
    <>
      <div className={styles.tools}>
        <span role="status">{unread > 0 ? t('unread', { count: unread, shown: unread > 99 ? '99+' : unread }) : t('allRead')}</span>
        <Button type="link" size="small" disabled={unread === 0} onClick={() => void readAll()}>
          {t('readAll')}
        </Button>
      </div>
      <Group title={t('today')} rows={rows.filter(({ at }) => formatDay(at) === day)} onLeave={onLeave} />
      <Group title={t('earlier')} rows={rows.filter(({ at }) => formatDay(at) !== day)} onLeave={onLeave} />
      {notices.hasNextPage && (
        <Button block type="text" loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

function Group({ title, rows, onLeave }: { title: string; rows: Notice[]; onLeave?: () => void }) {
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.group}>{title}</h3>
      <ul className={styles.rows}>
        {rows.map((notice) => (
          <Row key={notice.id} notice={notice} onLeave={onLeave} />
        ))}
      </ul>
    </section>
  )
}

function Row({ notice, onLeave }: { notice: Notice; onLeave?: () => void }) {
  const { t } = useTranslation('notification')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { about, page, at, isRead, text } = notice
  const place = useRecordPlace(about?.type)
  const target = page ?? (about && place?.path?.(about.id))
  const open = async () => {
    if (target) {
      onLeave?.()
      void navigate(target)
    }
    if (!isRead) {
      await markRead(notice.id)
      await noticesChanged(cache)
    }
  }
  return (
    <li>
      <button type="button" className={styles.row} data-read={isRead} onClick={() => void open()}>
        <span className={styles.dot} role={isRead ? undefined : 'img'} aria-label={isRead ? undefined : t('isUnread')} />
        <span className={styles.text}>{text}</span>
        <time dateTime={at} className={styles.at} title={formatInstant(at)}>
          {shortly(at)}
        </time>
      </button>
    </li>
  )
}

/** The hour of today, the day of another one. */
function shortly(at: string) {
  const day = formatDay(at)
  return day === today() ? formatInstant(at).slice(-5) : formatShortDay(day)
}
