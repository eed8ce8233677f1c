import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { get, put } from '../../api/client'
import type { Schemas } from '../../api/types'

export type NoticePage = Schemas['NoticePage']
export type Notice = Schemas['NoticeRow']

const key = ['notices']

/** One's own notices, the newest first, in the language of the page. */
export const noticesQuery = () =>
  infiniteQueryOptions({
    queryKey: [...key, document.documentElement.lang],
    queryFn: ({ pageParam }) => get<NoticePage>('/notices', { after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const noticesChanged = (cache: QueryClient) => cache.invalidateQueries({ queryKey: key })

export const markRead = (id: string) => put(`/notices/${id}/read`)

/** All up to the newest that was shown: what came meanwhile stays unread. */
export const markAllRead = (newestId: string) => put('/notices/read', { newestId })
