import { AuditOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'
import { ToDoCount } from './ToDoCount'

/** What waits for a decision, and how it ended. */
export const feature: Feature = {
  routes: [
    { path: '/approvals', lazy: async () => ({ Component: (await import('./InboxPage')).InboxPage }) },
    { path: '/approvals/:id', lazy: async () => ({ Component: (await import('./ApprovalPage')).ApprovalPage }) },
  ],
  navigation: [
    { path: '/approvals', label: 'approval:title', icon: <AuditOutlined aria-hidden />, permission: 'approval:decide', goKey: 'v', Count: ToDoCount },
  ],
}
