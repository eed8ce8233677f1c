import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Schemas } from '../../../api/types'
import type { Role } from '../roles/api'

export type Post = Schemas['PostRow']

export type UserDetail = Schemas['UserPage']

export type UserSession = Schemas['SessionRow']

/** How much of one kind someone owns. */
export type Possession = Schemas['HandOversPossession']

export const userQuery = (id: string) =>
  queryOptions({ queryKey: ['record', 'users', id], queryFn: ({ signal }) => get<UserDetail>(`/users/${id}`, undefined, signal) })

export const userSessionsQuery = (id: string) =>
  queryOptions({ queryKey: ['users', id, 'sessions'], queryFn: () => get<UserSession[]>(`/users/${id}/sessions`) })

export const possessionsQuery = (id: string) =>
  queryOptions({ queryKey: ['users', id, 'possessions'], queryFn: () => get<Possession[]>(`/users/${id}/possessions`), staleTime: 0 })

/** Names of roles by id; an unknown one shows its id. */
export const roleNames = (roles: Role[], ids: string[]) => ids.map((id) => roles.find((role) => role.id === id)?.name ?? id)
