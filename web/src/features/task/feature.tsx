import { CheckSquareOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'

/** The list of tasks; tasks themselves belong to activity. */
export const feature: Feature = {
  routes: [{ path: '/tasks', lazy: async () => ({ Component: (await import('./TaskListPage')).TaskListPage }) }],
  navigation: [{ path: '/tasks', label: 'task:title', icon: <CheckSquareOutlined aria-hidden />, permission: 'task:read', goKey: 't' }],
}
