import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { del, get, post, put, type ProblemError } from '../../api/client'
import type { Schemas } from '../../api/types'

export const setupQuery = queryOptions({ queryKey: ['setup'], queryFn: () => get<Schemas['EntryFirstRunState']>('/setup') })

export const signIn = (credentials: { username: string; password: string }) => post('/session', credentials)
export const signOut = () => del('/session')
export const setUp = (body: { token: string; password: string }) => post('/setup', body)
export const resetPassword = (body: { token: string; password: string }) => post('/password-reset', body)
export const changePassword = (body: { currentPassword: string; newPassword: string }) => put('/me/password', body)

export type OwnSession = Schemas['SessionRow']

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => get<OwnSession[]>('/me/sessions'),
})

export function useEndSession() {
  const cache = useQueryClient()
  return useMutation<void, ProblemError, string>({
    mutationFn: (id) => del(`/me/sessions/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['me', 'sessions'] }),
  })
}

export type ApiToken = Schemas['TokenRow']

export type TokenScope = ApiToken['scope']
export const tokenScopes: TokenScope[] = ['READ', 'CHOSEN', 'EVERYTHING']

export const ownPermissionsQuery = queryOptions({
  queryKey: ['me', 'permissions'],
  queryFn: () => get<Schemas['MeOwnPermission'][]>('/me/permissions'),
})

export const tokensQuery = queryOptions({ queryKey: ['me', 'tokens'], queryFn: () => get<ApiToken[]>('/me/tokens') })

/** Answers with the token itself, which the server never shows again. */
export function useCreateToken() {
  const cache = useQueryClient()
  return useMutation<{ id: string; token: string }, ProblemError, Schemas['TokenDraft']>({
    mutationFn: (token) => post('/me/tokens', token),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['me', 'tokens'] }),
  })
}

export function useDeleteToken() {
  const cache = useQueryClient()
  return useMutation<void, ProblemError, string>({
    mutationFn: (id) => del(`/me/tokens/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['me', 'tokens'] }),
  })
}

export type Absence = Schemas['Absence']

export const absencesQuery = queryOptions({ queryKey: ['me', 'absences'], queryFn: () => get<Absence[]>('/me/absences') })

export function useAbsences() {
  const cache = useQueryClient()
  const changed = () => cache.invalidateQueries({ queryKey: ['me', 'absences'] })
  return {
    add: async (absence: { from: string; to: string; delegateId: string }) => {
      await post('/me/absences', absence)
      await changed()
    },
    remove: async (id: string) => {
      await del(`/me/absences/${id}`)
      await changed()
    },
  }
}
