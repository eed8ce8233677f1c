import { HomeOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'

/** The page a day begins with. */
export const feature: Feature = {
  routes: [{ path: '/workbench', lazy: async () => ({ Component: (await import('./WorkbenchPage')).WorkbenchPage }) }],
  navigation: [{ path: '/workbench', label: 'workbench:title', icon: <HomeOutlined aria-hidden />, permission: ['task:read', 'opportunity:read'], goKey: 'w', phone: true }],
}
