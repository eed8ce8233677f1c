import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { get } from '../api/client'
import type { Session } from '../api/types'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => get<Session>('/session'),
  staleTime: 60_000,
  retry: false,
})

/** Who is signed in. Only inside the frame, which has already asked. */
export const useSession = () => useSuspenseQuery(sessionQuery).data

/** True when the session holds the permission, or any of several; nothing asked for means yes. */
export const permits = (session: Session, permission?: string | string[]) =>
  permission === undefined || [permission].flat().some((code) => session.permissions.includes(code))

/** Whether the viewer holds a permission: what they cannot use is not shown. */
export function useMay() {
  const session = useSession()
  return (permission?: string | string[]) => permits(session, permission)
}
