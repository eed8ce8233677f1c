import { CheckSquareOutlined, MessageOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { Feature } from '../../shared/feature'

const FollowUpDialog = lazy(async () => ({ default: (await import('./FollowUpDialog')).FollowUpDialog }))
const TaskDialog = lazy(async () => ({ default: (await import('./TaskDialog')).TaskDialog }))

/** Follow-ups and tasks, on any record. */
export const feature: Feature = {
  routes: [],
  records: {
    activity: {
      plural: 'activities',
      create: { label: 'activity:followUp.title', permission: 'activity:create', icon: <MessageOutlined aria-hidden />, Dialog: FollowUpDialog },
    },
    task: {
      plural: 'tasks',
      create: { label: 'activity:task.title', permission: 'task:create', icon: <CheckSquareOutlined aria-hidden />, Dialog: TaskDialog },
    },
  },
}
