import type { Band } from './assessApi'

/** What became of those of a band, and the statuses that it means. */
const statuses = { going: ['OPEN', 'DEFERRED'], won: ['WON'], lost: ['LOST'], other: ['ABANDONED', 'INVALID'] } as const
export type SideName = keyof typeof statuses
export const sides = Object.keys(statuses) as SideName[]

/** The list of the opportunities behind a figure. */
export function behind(band: Band, side: SideName) {
  const upTo = band.to == null || band.to >= 100 ? [] : [{ field: 'score', op: 'lt', value: band.to }]
  const scores = band.screening ? [{ field: 'screening', op: 'is', value: band.screening }] : [{ field: 'score', op: 'gte', value: band.from }, ...upTo]
  const filter = { and: [...scores, { field: 'status', op: 'in', value: statuses[side] }] }
  return `/opportunities?filter=${encodeURIComponent(JSON.stringify(filter))}`
}
