import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatInstant, formatPercent } from '../../shared/format'
import { useAsOf } from '../../shared/past/asOf'
import { Avatar } from '../../shared/ui/Avatar'
import { ErrorState } from '../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import { reportsQuery } from './api'
import styles from './project.module.css'

/** How far it had come, and what there was to say, newest first. */
export function Reports({ id }: { id: string }) {
  const { t } = useTranslation('project')
  const { data, isPending, error, refetch } = useQuery(reportsQuery(id, useAsOf()))
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <p className={styles.none}>{t('noReports')}</p>
  return (
    <PlainList>
      {data.map(({ percent, feedback, at, by }) => (
        <ListItem
          key={at}
          icon={<Avatar name={by} />}
          title={by}
          beside={
            <span className={styles.reported}>
              {formatPercent(Number(percent))} · {formatInstant(at)}
            </span>
          }
          detail={<span className={styles.feedback}>{feedback}</span>}
        />
      ))}
    </PlainList>
  )
}
