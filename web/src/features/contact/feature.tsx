import { IdcardOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { Feature } from '../../shared/feature'

const CreateContactDialog = lazy(async () => ({ default: (await import('./CreateContactDialog')).CreateContactDialog }))

/** The people at the customers. */
export const feature: Feature = {
  routes: [
    { path: '/contacts', lazy: async () => ({ Component: (await import('./ContactListPage')).ContactListPage }) },
    { path: '/contacts/:id', lazy: async () => ({ Component: (await import('./ContactPage')).ContactPage }) },
  ],
  navigation: [{ path: '/contacts', label: 'contact:title', icon: <IdcardOutlined aria-hidden />, permission: 'contact:read', goKey: 'n' }],
  records: {
    contact: {
      plural: 'contacts',
      path: (id) => `/contacts/${id}`,
      past: true,
      create: { label: 'contact:create', permission: 'contact:create', icon: <IdcardOutlined aria-hidden />, Dialog: CreateContactDialog },
    },
  },
}
