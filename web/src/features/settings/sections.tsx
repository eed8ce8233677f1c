import { ApartmentOutlined, AuditOutlined, ControlOutlined, FormOutlined, NodeIndexOutlined, SafetyOutlined, TagsOutlined, TeamOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

export interface Section {
  path: string
  /** Text key with its namespace. */
  label: string
  icon: ReactNode
  permission: string
}

/** Everything that is set up here, in the order in which one sets it up. */
export const sections: Section[] = [
  { path: '/settings/departments', label: 'settings:departments.title', icon: <ApartmentOutlined aria-hidden />, permission: 'department:edit' },
  { path: '/settings/users', label: 'settings:users.title', icon: <TeamOutlined aria-hidden />, permission: 'user:edit' },
  { path: '/settings/roles', label: 'settings:roles.title', icon: <SafetyOutlined aria-hidden />, permission: 'role:read' },
  { path: '/settings/processes', label: 'settings:processes.title', icon: <NodeIndexOutlined aria-hidden />, permission: 'process:edit' },
  { path: '/settings/rules', label: 'settings:rules.title', icon: <ControlOutlined aria-hidden />, permission: 'rule:edit' },
  { path: '/settings/fields', label: 'settings:fields.title', icon: <FormOutlined aria-hidden />, permission: 'settings:fields' },
  { path: '/settings/dictionaries', label: 'settings:dictionaries.title', icon: <TagsOutlined aria-hidden />, permission: 'settings:fields' },
  { path: '/settings/audit', label: 'settings:audit.title', icon: <AuditOutlined aria-hidden />, permission: 'audit:read' },
]
