import { SettingOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { Feature } from '../../shared/feature'
import { withTexts } from '../../shared/lateTexts'
import { sections } from './sections'
import { texts } from './texts'

const CreateUserDialog = lazy(withTexts(texts, async () => ({ default: (await import('./organization/CreateUserDialog')).CreateUserDialog })))

/** Who works here, what they may do, and how the company sells. */
export const feature: Feature = {
  routes: [
    {
      path: '/settings',
      lazy: withTexts(texts, async () => ({ Component: (await import('./SettingsLayout')).SettingsLayout })),
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./SettingsLayout')).FirstSection }) },
        { path: 'departments', lazy: async () => ({ Component: (await import('./organization/DepartmentsPage')).DepartmentsPage }) },
        { path: 'users', lazy: async () => ({ Component: (await import('./organization/UsersPage')).UsersPage }) },
        { path: 'users/:id', lazy: async () => ({ Component: (await import('./organization/UserPage')).UserPage }) },
        { path: 'roles', lazy: async () => ({ Component: (await import('./roles/RolesPage')).RolesPage }) },
        { path: 'roles/:id', lazy: async () => ({ Component: (await import('./roles/RolePage')).RolePage }) },
        { path: 'processes', lazy: async () => ({ Component: (await import('./processes/ProcessesPage')).ProcessesPage }) },
        { path: 'processes/:id', lazy: async () => ({ Component: (await import('./processes/ProcessPage')).ProcessPage }) },
        { path: 'rules', lazy: async () => ({ Component: (await import('./rules/RulesPage')).RulesPage }) },
        { path: 'rules/:id', lazy: async () => ({ Component: (await import('./rules/RulePage')).RulePage }) },
        { path: 'fields', lazy: async () => ({ Component: (await import('./fields/FieldsPage')).FieldsPage }) },
        { path: 'dictionaries', lazy: async () => ({ Component: (await import('./fields/DictionariesPage')).DictionariesPage }) },
        { path: 'audit', lazy: async () => ({ Component: (await import('./audit/AuditPage')).AuditPage }) },
      ],
    },
  ],
  navigation: [
    { path: '/settings', label: 'settings:title', icon: <SettingOutlined aria-hidden />, permission: sections.map(({ permission }) => permission), goKey: 's' },
    ...sections.map((section) => ({ ...section, aside: true })),
  ],
  records: {
    user: {
      plural: 'users',
      path: (id) => `/settings/users/${id}`,
      permission: 'user:edit',
      create: { label: 'settings:users.create', permission: 'user:edit', Dialog: CreateUserDialog, quick: false },
    },
  },
}
