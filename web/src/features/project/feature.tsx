import { ProjectOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'
import { ProjectState } from './ProjectState'

/** What won opportunities are carried out as. */
export const feature: Feature = {
  routes: [
    { path: '/projects', lazy: async () => ({ Component: (await import('./ProjectListPage')).ProjectListPage }) },
    { path: '/projects/:id', lazy: async () => ({ Component: (await import('./ProjectPage')).ProjectPage }) },
  ],
  navigation: [{ path: '/projects', label: 'project:title', icon: <ProjectOutlined aria-hidden />, permission: 'project:read' }],
  records: {
    project: {
      plural: 'projects',
      path: (id) => `/projects/${id}`,
      past: true,
      cells: { state: (row) => <ProjectState state={row.state} /> },
    },
  },
}
