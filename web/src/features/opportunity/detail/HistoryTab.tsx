import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../../shared/format'
import { useAsOf } from '../../../shared/past/asOf'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { historyQuery } from '../api'
import { Changes } from './Changes'
import styles from './parts.module.css'

/** Every change ever made: who, when, from where, why, and what was before. */
export function HistoryTab({ id }: { id: string }) {
  const { t, i18n } = useTranslation('opportunity')
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(historyQuery(id, useAsOf()))
  if (isPending) return <Skeleton active />
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <ol className={styles.history}>
        {data.pages
          .flatMap(({ rows }) => rows)
          .map((row, index) => (
            // One may change it twice in a second.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${row.at} ${row.by} ${index}`}>
              <div className={styles.happenedHead}>
                <span>
                  <strong>{row.byName}</strong>
                  {row.via && i18n.exists(`opportunity:via.${row.via}`) && <span className={styles.quiet}> · {t(`via.${row.via}`)}</span>}
                </span>
                <time dateTime={row.at}>{formatInstant(row.at)}</time>
              </div>
              {row.reason && <p className={styles.text}>{t('timeline.reason', { reason: row.reason })}</p>}
              <Changes changes={row.changes} />
            </li>
          ))}
      </ol>
      {hasNextPage && (
        <Button block type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </>
  )
}
