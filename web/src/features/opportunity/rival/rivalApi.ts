import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Schemas } from '../../../api/types'
import { keyAsOf } from '../../../shared/past/asOf'

export type Rival = Schemas['RivalQueriesRow']

export type RivalDraft = Schemas['RivalDraft']

export const threats = ['HIGH', 'MEDIUM', 'LOW'] as const

export const rivalsQuery = (id: string, asOf: string | null = null) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'record', 'opportunities', id, 'rivals'),
    queryFn: ({ signal }) => get<Rival[]>(`/opportunities/${id}/rivals`, { asOf }, signal),
  })
