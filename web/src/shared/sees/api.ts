import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Schemas } from '../../api/types'

/** Who sees a record, found among some hundred users at a time. */
export const seersQuery = (recordType: string, recordId: string) =>
  infiniteQueryOptions({
    queryKey: ['explanations', recordType, recordId],
    queryFn: ({ pageParam }) => get<Schemas['ExplanationsSeers']>('/explanations', { recordType, recordId, after: pageParam }),
    initialPageParam: '0',
    getNextPageParam: (page) => page.next || undefined,
  })

export const explanationQuery = (recordType: string, recordId: string, userId: string) =>
  queryOptions({
    queryKey: ['explanations', recordType, recordId, userId],
    queryFn: () => get<Schemas['ExplanationsExplanation']>(`/explanations/${userId}`, { recordType, recordId }),
  })
