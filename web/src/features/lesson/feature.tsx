import { BulbOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'
import { StatusBadge } from '../opportunity/StatusBadge'

/** What was learnt from endings: by oneself, by those whose opportunities one sees, and what was published. */
export const feature: Feature = {
  routes: [
    { path: '/lessons', lazy: async () => ({ Component: (await import('./LessonListPage')).LessonListPage }) },
    { path: '/lessons/:id', lazy: async () => ({ Component: (await import('./LessonPage')).LessonPage }) },
  ],
  navigation: [{ path: '/lessons', label: 'lesson:title', icon: <BulbOutlined aria-hidden />, permission: 'lesson:read' }],
  records: {
    lesson: {
      plural: 'lessons',
      path: (id) => `/lessons/${id}`,
      cells: { outcome: (row) => <StatusBadge status={row.outcome} /> },
    },
  },
}
