import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Filter, Schemas } from '../../../api/types'
import { formatWan, formatYuan } from '../../../shared/format'
import type { MoneyUnit } from '../../../shared/preferences'
import type { Tone } from '../../../shared/theme'

export type Compared = Schemas['MovementQueriesCompared']
export type Bar = Compared['bars'][number]
export type Movement = Bar['movement']
export type MovedRow = Schemas['MovementQueriesMovedRow']

export interface Comparison {
  from: string
  /** Now without one. */
  to: string | null
  signedFrom: string | null
  signedTo: string | null
  filter: Filter | null
}

const asked = ({ filter, ...days }: Comparison) => ({ ...days, filter: filter ? JSON.stringify(filter) : undefined })

export const comparedQuery = (comparison: Comparison) =>
  queryOptions({
    queryKey: ['records', 'opportunity', 'movements', asked(comparison)],
    queryFn: ({ signal }) => get<Compared>('/opportunities/movements', asked(comparison), signal),
    placeholderData: keepPreviousData,
  })

export const movedQuery = (comparison: Comparison, movement: Movement) =>
  infiniteQueryOptions({
    queryKey: ['records', 'opportunity', 'movements', asked(comparison), movement],
    queryFn: ({ pageParam, signal }) => get<Schemas['MovementQueriesMoved']>('/opportunities/movements/records', { ...asked(comparison), movement, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })

/** What a movement does to the pipeline, as a colour; the sign of its value says it too. */
export const toneOf: Record<Movement, Tone> = {
  NEW: 'teal',
  REOPENED: 'teal',
  PULLED_IN: 'teal',
  ENTERED: 'teal',
  GROWN: 'teal',
  SHRUNK: 'amber',
  SLIPPED: 'amber',
  WON: 'green',
  LOST: 'red',
  DROPPED: 'grey',
  LEFT: 'grey',
  UNCHANGED: 'grey',
}

/** Money as it stands in a column, in the unit chosen. */
export const inColumn = (yuan: number, unit: MoneyUnit) => (unit === 'wan' ? formatWan(yuan, true) : formatYuan(yuan, true))

/** +120, −80: the sign is never left out. */
export const signed = (value: number, format: (value: number) => string) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${format(Math.abs(value))}`
