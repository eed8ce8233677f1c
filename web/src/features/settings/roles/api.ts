import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Schemas } from '../../../api/types'

export type ScopeKind = 'OWN' | 'OWN_AND_TEAM' | 'DEPARTMENT' | 'DEPARTMENT_AND_BELOW' | 'DEPARTMENTS' | 'ALL'
export const scopeKinds: ScopeKind[] = ['OWN', 'OWN_AND_TEAM', 'DEPARTMENT', 'DEPARTMENT_AND_BELOW', 'DEPARTMENTS', 'ALL']

export type RoleScope = Schemas['RoleViewScopeView']

export type FieldRule = Schemas['FieldRule']

export type Role = Schemas['RoleView']

export type Permission = Schemas['RolePermissionRow']

export const rolesQuery = () => queryOptions({ queryKey: ['roles', document.documentElement.lang], queryFn: () => get<Role[]>('/roles') })

export const permissionsQuery = () => queryOptions({
  queryKey: ['permissions', document.documentElement.lang],
  queryFn: () => get<Permission[]>('/permissions'),
  staleTime: 10 * 60_000,
})
