import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CreateDialogProps } from '../../shared/feature'
import { CreateRecordDialog } from '../../shared/records/CreateRecordDialog'
import { useSession } from '../../shared/session'
import { activityChanged, type RecordRef } from './api'

/** Makes a task, for oneself unless someone else is named; about a record when `initial.record` says so. */
export function TaskDialog({ initial, onCreated, onClose }: CreateDialogProps) {
  const { t } = useTranslation('activity')
  const { user } = useSession()
  const cache = useQueryClient()
  const { record, ...values } = (initial ?? {}) as { record?: RecordRef; name?: string }
  return (
    <CreateRecordDialog
      type="task"
      plural="tasks"
      title={t('task.title')}
      fields={['title', 'dueOn', 'priority', 'assignee', 'description']}
      initial={{
        title: values.name,
        priority: 'NORMAL',
        assignee: { id: user.id, label: user.name },
        ...(record && { recordType: record.type, recordId: record.id }),
      }}
      onClose={onClose}
      onCreated={(made) => {
        activityChanged(cache)
        onCreated(made)
      }}
    />
  )
}
