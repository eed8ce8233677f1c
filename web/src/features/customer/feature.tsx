import { BankOutlined, BlockOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { Feature } from '../../shared/feature'
import { withTexts } from '../../shared/lateTexts'
import { texts } from './texts'

const CreateCustomerDialog = lazy(async () => ({ default: (await import('./CreateCustomerDialog')).CreateCustomerDialog }))

/** Customers: list, one with everything known of it. */
export const feature: Feature = {
  routes: [
    { path: '/customers', lazy: async () => ({ Component: (await import('./CustomerListPage')).CustomerListPage }) },
    { path: '/customers/duplicates', lazy: withTexts(texts, async () => ({ Component: (await import('./duplicates/DuplicatesPage')).DuplicatesPage })) },
    { path: '/customers/:id', lazy: async () => ({ Component: (await import('./CustomerPage')).CustomerPage }) },
  ],
  navigation: [
    { path: '/customers', label: 'customer:title', icon: <BankOutlined aria-hidden />, permission: 'customer:read', goKey: 'c', phone: true },
    { path: '/customers/duplicates', label: 'customer:review.title', icon: <BlockOutlined aria-hidden />, permission: 'customer:deduplicate' },
  ],
  records: {
    customer: {
      plural: 'customers',
      path: (id) => `/customers/${id}`,
      past: true,
      create: { label: 'customer:create', permission: 'customer:create', icon: <BankOutlined aria-hidden />, Dialog: CreateCustomerDialog },
    },
  },
}
