import type zh from './zh'

/** What is named elsewhere too; the rest comes with the pages, from `late`. */
export default {
  title: 'Settings',
  departments: { title: 'Organisation' },
  users: { title: 'Users', create: 'New user' },
  roles: { title: 'Roles' },
  processes: { title: 'Sales processes' },
  rules: { title: 'Rules' },
  fields: { title: 'Custom fields' },
  dictionaries: { title: 'Dictionaries' },
  audit: { title: 'Audit' },
} satisfies typeof zh
