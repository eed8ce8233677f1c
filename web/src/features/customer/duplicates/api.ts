import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Schemas } from '../../../api/types'

export type DuplicateType = 'customer' | 'contact'
export type DuplicateState = Pair['state']

/** Two records that are probably one, with the facts that decide. */
export type Pair = Schemas['DuplicatePagePair']
export type Side = Schemas['DuplicatePageSide']

type DuplicatePage = Schemas['DuplicatePage']

/** The likeliest first. */
export const pairsQuery = (type: DuplicateType, state: DuplicateState) => ({
  queryKey: ['duplicates', 'pairs', type, state],
  queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    get<DuplicatePage>('/duplicates', { type, state, after: pageParam, limit: 20 }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (last: DuplicatePage) => last.next ?? undefined,
})

export const searchQuery = (type: DuplicateType) =>
  queryOptions({
    queryKey: ['duplicate-search', type],
    queryFn: ({ signal }) => get<Schemas['DuplicateLastSearch']>('/duplicates/search', { type }, signal),
  })

/** How many opportunities a customer has, of those that the viewer may see. */
export const opportunitiesQuery = (customer: string) =>
  queryOptions({
    queryKey: ['records', 'opportunity', 'count-of', customer],
    queryFn: ({ signal }) =>
      get<{ count: number; capped: boolean }>('/records/opportunity/count', { filter: JSON.stringify({ field: 'customer', op: 'is', value: customer }) }, signal),
  })

export const pairsChanged = (cache: QueryClient) => cache.invalidateQueries({ queryKey: ['duplicates', 'pairs'] })
