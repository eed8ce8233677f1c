import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../api/types'
import { useMay } from '../../shared/session'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import styles from './activity.module.css'
import { recordTasksQuery, type RecordRef } from './api'
import { TaskItem } from './TaskItem'

const TaskDialog = lazy(async () => ({ default: (await import('./TaskDialog')).TaskDialog }))

/** The tasks about one record. */
export function RecordTasks({ record }: { record: RecordRef }) {
  const { t } = useTranslation('activity')
  const may = useMay()
  const { data, isPending, error, refetch } = useQuery(recordTasksQuery(record))
  const [creating, setCreating] = useState(false)
  const add = may('task:create') && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('task.title')}
    </Button>
  )
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      {data.length === 0 ? (
        <EmptyState title={t('task.none')} action={add} />
      ) : (
        <>
          <ul className={styles.tasks}>
            {data.map((row) => (
              <TaskItem
                key={row.id}
                task={{ id: row.id, title: String(row.title ?? `#${row.id}`), status: String(row.status ?? 'OPEN'), priority: row.priority as string, dueOn: row.dueOn as string }}
                detail={(row.assignee as Reference | null)?.label}
                editable={may('task:edit') && row.status != null}
              />
            ))}
          </ul>
          <div className={styles.addTask}>{add}</div>
        </>
      )}
      <Suspense>
        {creating && <TaskDialog initial={{ record }} onClose={() => setCreating(false)} onCreated={() => setCreating(false)} />}
      </Suspense>
    </>
  )
}
