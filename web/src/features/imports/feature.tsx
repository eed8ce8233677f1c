import { ImportOutlined } from '@ant-design/icons'
import type { Feature } from '../../shared/feature'
import { texts } from './texts'

const types = ['user', 'department', 'customer', 'contact', 'product', 'opportunity']

/** Loading files into records. */
export const feature: Feature = {
  routes: [
    {
      path: '/imports',
      lazy: async () => {
        const [page] = await Promise.all([import('./ImportListPage'), texts()])
        return { Component: page.ImportListPage }
      },
    },
    {
      path: '/imports/:id',
      lazy: async () => {
        const [page] = await Promise.all([import('./ImportPage'), texts()])
        return { Component: page.ImportPage }
      },
    },
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
