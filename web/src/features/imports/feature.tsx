import { ImportOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'

const types = ['user', 'department', 'customer', 'contact', 'product', 'opportunity']

/** Loading files into records. */
export const feature: Feature = {
  routes: [
    { path: '/imports', lazy: async () => ({ Component: (await import('./ImportListPage')).ImportListPage }) },
    { path: '/imports/:id', lazy: async () => ({ Component: (await import('./ImportPage')).ImportPage }) },
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
