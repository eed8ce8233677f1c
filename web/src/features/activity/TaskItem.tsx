import { App, Checkbox } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShortDay, today } from '../../shared/format'
import { SeesButton } from '../../shared/sees/SeesButton'
import { Badge } from '../../shared/ui/Badge'
import { useMessageOf } from '../../shared/useMessageOf'
import { activityChanged, completeTask, isOverdue, reopenTask } from './api'
import styles from './activity.module.css'

export interface Task {
  id: string
  title: string
  status: string
  priority?: string | null
  dueOn?: string | null
}

/** One task, completed in place: the tick shows at once and goes back when the server refuses. */
export function TaskItem({ task, detail, editable = true }: { task: Task; detail?: ReactNode; editable?: boolean }) {
  const { t } = useTranslation('activity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const [ticked, setTicked] = useState<boolean | null>(null)
  const done = ticked ?? task.status === 'DONE'
  const overdue = isOverdue(task, today()) && !done

  const tick = async (checked: boolean) => {
    setTicked(checked)
    try {
      await (checked ? completeTask(task.id) : reopenTask(task.id))
      activityChanged(cache)
    } catch (failure) {
      setTicked(null)
      void message.error(messageOf(failure))
    }
  }

  return (
    <li className={styles.task} data-done={done}>
      <Checkbox
        checked={done}
        disabled={!editable || task.status === 'CANCELLED'}
        onChange={(event) => void tick(event.target.checked)}
        aria-label={t(done ? 'task.reopen' : 'task.complete', { title: task.title })}
      />
      <div className={styles.taskText}>
        <span className={styles.taskTitle}>{task.title}</span>
        {detail && <span className={styles.taskDetail}>{detail}</span>}
      </div>
      {task.priority === 'HIGH' && !done && <Badge tone="amber">{t('task.urgent')}</Badge>}
      {task.dueOn && (
        <Badge tone={overdue ? 'red' : 'grey'}>
          {overdue ? t('task.overdue', { day: formatShortDay(task.dueOn) }) : formatShortDay(task.dueOn)}
        </Badge>
      )}
      <SeesButton recordType="task" recordId={task.id} name={task.title} />
    </li>
  )
}
