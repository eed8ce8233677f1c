import { AppstoreOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { Feature } from '../../shared/feature'

const CreateProductDialog = lazy(async () => ({ default: (await import('./CreateProductDialog')).CreateProductDialog }))

/** What the company sells. */
export const feature: Feature = {
  routes: [
    { path: '/products', lazy: async () => ({ Component: (await import('./ProductListPage')).ProductListPage }) },
    { path: '/products/:id', lazy: async () => ({ Component: (await import('./ProductPage')).ProductPage }) },
  ],
  navigation: [{ path: '/products', label: 'product:title', icon: <AppstoreOutlined aria-hidden />, permission: 'product:read', goKey: 'p' }],
  records: {
    product: {
      plural: 'products',
      path: (id) => `/products/${id}`,
      create: { label: 'product:create', permission: 'product:create', icon: <AppstoreOutlined aria-hidden />, Dialog: CreateProductDialog, quick: false },
    },
  },
}
