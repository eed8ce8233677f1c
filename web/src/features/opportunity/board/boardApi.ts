import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Filter, Page, Schemas } from '../../../api/types'
import { keyAsOf } from '../../../shared/past/asOf'
import type { ListQuestion } from '../../../shared/records/recordsApi'
import type { Laid } from '../../../shared/views/api'

/** What the lanes of a board stand for. */
export type LaneKind = 'stage' | 'owner' | 'status' | 'month' | 'grade'

const kinds: Record<string, LaneKind> = { stage: 'stage', owner: 'owner', status: 'status', 'expectedSignOn:month': 'month', grade: 'grade' }
/** The groups of a list that have lanes of their own. */
export const laneGroups = Object.keys(kinds)
export const laneKindOf = (group: string | null | undefined): LaneKind | undefined => (group ? kinds[group] : undefined)

/** A lane: its figures are of all its records, its rows the first of them. */
export type Lane = Omit<LaneSchema, 'key'> & { key: string }
type LaneSchema = Schemas['BoardQueriesLane']

/** `rest` is what lies in lanes beyond these, of which there can be more. */
export type Board = Pick<Laid, 'more' | 'rest'> & { lanes: Lane[] }

export interface BoardQuestion {
  by: LaneKind
  process: string
  filter: Filter | null
  asOf?: string | null
}

const pageSize = 20
const largestPage = 200

export const boardKey = ({ by, process, filter, asOf }: BoardQuestion) => keyAsOf(asOf, 'records', 'opportunity', 'board', by, process, JSON.stringify(filter))

export const boardQuery = (question: BoardQuestion) =>
  queryOptions({
    queryKey: boardKey(question),
    queryFn: async ({ signal }) => {
      const { by, process, filter, asOf } = question
      const { lanes, more, rest } = await get<Schemas['BoardQueriesBoard']>(
        '/opportunities/board',
        { by: by.toUpperCase(), process, filter: filter ? JSON.stringify(filter) : undefined, limit: pageSize, asOf },
        signal,
      )
      return { lanes: lanes.map((lane): Lane => ({ ...lane, key: lane.key ?? '' })), more, rest } as Board
    },
  })

/** The question that a lane's cards answer, in their order. */
export const questionOf = (lane: Lane, asOf?: string | null): ListQuestion => ({ fields: ['name'], filter: JSON.parse(lane.filter) as Filter, sort: '', asOf })

/** The next cards of a lane, with the same facts as those it has: a page, or so many that a place further down is among them. */
export const moreOf = (lane: Lane, asOf?: string | null, place = 0) =>
  get<Page>('/records/opportunity', {
    fields: Object.keys(lane.rows[0] ?? {}).filter((name) => name !== 'id').join(),
    filter: lane.filter,
    limit: Math.min(largestPage, Math.max(pageSize, place + 1 - lane.rows.length)),
    after: lane.next,
    asOf,
  })

/** The board with one card in another lane, its figures moved along. `rateOf` gives a lane's win rate in per cent. */
export function withCardMoved(lanes: Lane[], id: string, to: string, rateOf: (lane: string) => number): Lane[] {
  const from = lanes.find((lane) => lane.rows.some((row) => row.id === id))
  const card = from?.rows.find((row) => row.id === id)
  if (!from || !card || from.key === to) return lanes
  const amount = Number(card.expectedAmount ?? 0)
  const change = (lane: Lane, sign: 1 | -1): Lane => ({
    ...lane,
    count: lane.count + sign,
    amount: Number(lane.amount ?? 0) + sign * amount,
    weightedAmount: Number(lane.weightedAmount ?? 0) + (sign * amount * rateOf(lane.key)) / 100,
  })
  return lanes.map((lane) => {
    if (lane.key === from.key) return { ...change(lane, -1), rows: lane.rows.filter((row) => row.id !== id) }
    if (lane.key === to) return { ...change(lane, 1), rows: [card, ...lane.rows] }
    return lane
  })
}
