import { ImportOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'
import { withTexts } from '../../shared/lateTexts'
import { texts } from './texts'

const types = ['user', 'department', 'customer', 'contact', 'product', 'opportunity']

/** Loading files into records. */
export const feature: Feature = {
  routes: [
    { path: '/imports', lazy: withTexts(texts, async () => ({ Component: (await import('./ImportListPage')).ImportListPage })) },
    { path: '/imports/:id', lazy: withTexts(texts, async () => ({ Component: (await import('./ImportPage')).ImportPage })) },
  ],
  navigation: [
    {
      path: '/imports',
      label: 'imports:navigation',
      icon: <ImportOutlined />,
      permission: types.map((type) => `${type}:import`),
    },
  ],
}
