import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Count, SearchGroup } from '../../api/types'

const few = 6
const page = 20

/** The best of everything. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q, few],
    queryFn: ({ signal }) => get<{ groups: SearchGroup[] }>('/search', { q, limit: few }, signal),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })

/** All of one type, page by page. */
export const typeQuery = (type: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['search', q, 'within', type],
    queryFn: ({ pageParam, signal }) => get<SearchGroup>(`/search/${type}`, { q, skip: pageParam, limit: page }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.items.length > 0 && last.found > all.length * page ? all.length * page : undefined),
    enabled: q.length > 0,
  })

/** How many there are of each type; those that are many are counted up to 10,000. */
export const countsQuery = (q: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['search', q, 'counts'],
    queryFn: ({ signal }) => get<Record<string, Count>>('/search/counts', { q }, signal),
    enabled: enabled && q.length > 0,
  })
