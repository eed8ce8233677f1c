import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../api/types'
import { today } from '../../shared/format'
import { SeesButton } from '../../shared/sees/SeesButton'
import { Badge } from '../../shared/ui/Badge'
import { useMessageOf } from '../../shared/useMessageOf'
import { activityChanged, completeTask, isOverdue, reopenTask } from '../activity/api'
import styles from './task.module.css'

/** How a task stands, completed by a tick where it stands. */
export function CompleteTask({ row, editable }: { row: Row; editable: boolean }) {
  const { t } = useTranslation('task')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const [ticked, setTicked] = useState<boolean | null>(null)
  const status = String(row.status)
  const done = ticked ?? status === 'DONE'
  const title = String(row.title ?? row.id)
  const overdue = !done && isOverdue({ status, dueOn: row.dueOn as string | null }, today())
  const tick = async (checked: boolean) => {
    setTicked(checked)
    try {
      await (checked ? completeTask(row.id) : reopenTask(row.id))
      activityChanged(cache)
    } catch (failure) {
      setTicked(null)
      void message.error(messageOf(failure))
    }
  }
  return (
    <span className={styles.status}>
      <Checkbox
        checked={done}
        disabled={!editable || status === 'CANCELLED'}
        aria-label={t(done ? 'activity:task.reopen' : 'activity:task.complete', { title })}
        onChange={(event) => void tick(event.target.checked)}
      />
      <Badge tone={overdue ? 'red' : done ? 'green' : 'grey'}>
        {t(overdue ? 'status.overdue' : done ? 'status.DONE' : `status.${status}`)}
      </Badge>
      <SeesButton recordType="task" recordId={row.id} name={title} />
    </span>
  )
}
