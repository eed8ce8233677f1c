import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'

export type ScopeKind = 'OWN' | 'OWN_AND_TEAM' | 'DEPARTMENT' | 'DEPARTMENT_AND_BELOW' | 'DEPARTMENTS' | 'ALL'
export const scopeKinds: ScopeKind[] = ['OWN', 'OWN_AND_TEAM', 'DEPARTMENT', 'DEPARTMENT_AND_BELOW', 'DEPARTMENTS', 'ALL']

export interface RoleScope {
  kind: ScopeKind
  departmentIds: string[]
}

export interface FieldRule {
  object: string
  field: string
  access: 'HIDDEN' | 'READ_ONLY'
}

export interface Role {
  id: string
  code: string
  name: string
  nameZh?: string
  nameEn?: string
  description?: string | null
  builtin: boolean
  /** Holds everything, always: it cannot be changed. */
  fixed?: boolean
  permissions: string[]
  scopes: Record<string, RoleScope>
  fieldRules: FieldRule[]
  users?: number
  version: number
}

export interface Permission {
  code: string
  label: string
  object: string
}

export const rolesQuery = () => queryOptions({ queryKey: ['roles', document.documentElement.lang], queryFn: () => get<Role[]>('/roles') })

export const permissionsQuery = () => queryOptions({
  queryKey: ['permissions', document.documentElement.lang],
  queryFn: () => get<Permission[]>('/permissions'),
  staleTime: 10 * 60_000,
})
