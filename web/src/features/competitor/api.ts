import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Filter, Schemas } from '../../api/types'

export type Standing = Schemas['WinLossQueriesStanding']

export type Side = 'open' | 'won' | 'lost' | 'lostToIt'

/** First and last day of closing that count, as the address says them; null for any. */
export interface ClosingSpan {
  from: string | null
  to: string | null
}

const anyDay: ClosingSpan = { from: null, to: null }

/** Won, lost and open by competitor, as far as the viewer sees the opportunities. */
export const winLossQuery = (competitor?: string, { from, to } = anyDay) =>
  queryOptions({
    queryKey: ['records', 'opportunity', 'win-loss', competitor ?? 'all', from, to],
    queryFn: ({ signal }) => get<Standing[]>('/opportunities/win-loss', { competitor, from, to }, signal),
  })

const statusOf = { open: 'OPEN', won: 'WON', lost: 'LOST', lostToIt: 'LOST' } as const

function closedWithin({ from, to }: ClosingSpan): Filter[] {
  if (from && to) return [{ field: 'closedOn', op: 'between', value: [from, to] }]
  if (from) return [{ field: 'closedOn', op: 'gte', value: from }]
  return to ? [{ field: 'closedOn', op: 'lte', value: to }] : []
}

/** The list of the very opportunities behind a figure. Open ones have no day of closing. */
export function behind({ competitorId, name }: Pick<Standing, 'competitorId' | 'name'>, side: Side, span = anyDay) {
  const who: Filter = side === 'lostToIt' ? { field: 'lostToCompetitor', op: 'is', value: competitorId } : { field: 'rivals', op: 'is', value: name }
  const filter: Filter = { and: [who, { field: 'status', op: 'is', value: statusOf[side] }, ...(side === 'open' ? [] : closedWithin(span))] }
  return `/opportunities?${new URLSearchParams({ filter: JSON.stringify(filter) })}`
}
