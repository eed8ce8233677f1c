import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Filter, Schemas } from '../../api/types'

export type Standing = Schemas['WinLossQueriesStanding']

export type Side = 'open' | 'won' | 'lost' | 'lostToIt'

/** Won, lost and open by competitor, as far as the viewer sees the opportunities. */
export const winLossQuery = (competitor?: string) =>
  queryOptions({
    queryKey: ['records', 'opportunity', 'win-loss', competitor ?? 'all'],
    queryFn: ({ signal }) => get<Standing[]>('/opportunities/win-loss', { competitor }, signal),
  })

const statusOf = { open: 'OPEN', won: 'WON', lost: 'LOST', lostToIt: 'LOST' } as const

/** The list of the very opportunities behind a figure. */
export function behind({ competitorId, name }: Pick<Standing, 'competitorId' | 'name'>, side: Side) {
  const who: Filter = side === 'lostToIt' ? { field: 'lostToCompetitor', op: 'is', value: competitorId } : { field: 'rivals', op: 'is', value: name }
  const filter: Filter = { and: [who, { field: 'status', op: 'is', value: statusOf[side] }] }
  return `/opportunities?${new URLSearchParams({ filter: JSON.stringify(filter) })}`
}
