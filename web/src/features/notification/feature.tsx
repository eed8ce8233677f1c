import { BellOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'

/** What one is to know, told as it happens. */
export const feature: Feature = {
  routes: [{ path: '/notices', lazy: async () => ({ Component: (await import('./NoticesPage')).NoticesPage }) }],
  navigation: [{ path: '/notices', label: 'notification:title', icon: <BellOutlined aria-hidden />, aside: true }],
}
