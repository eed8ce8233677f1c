import type { Filter } from '../../api/types'
import { parseFilter } from '../records/filter'

export type Show = 'LIST' | 'BOARD' | 'CALENDAR' | 'CHART'
export const shows: Show[] = ['LIST', 'BOARD', 'CALENDAR', 'CHART']

export type ChartKind = 'BAR' | 'LINE' | 'PIE'
export const chartKinds: ChartKind[] = ['BAR', 'LINE', 'PIE']

export interface Column {
  field: string
  width?: number | null
}

/** What a list shows and how: the same in its address, in a saved view and on the server. Never whose records. */
export interface ListState {
  filter?: Filter | null
  sort?: string | null
  columns?: Column[] | null
  group?: string | null
  show?: Show | null
  date?: string | null
  chart?: ChartKind | null
  measure?: string | null
}

/** `name:240,owner` of an address. */
export const parseColumns = (text: string): Column[] =>
  text
    .split(',')
    .filter(Boolean)
    .map((part) => {
      const [field, width] = part.split(':') as [string, string?]
      return Number(width) > 0 ? { field, width: Number(width) } : { field }
    })

export const writeColumns = (columns: Column[]) =>
  columns.map(({ field, width }) => (width ? `${field}:${Math.round(width)}` : field)).join()

const names = ['filter', 'sort', 'fields', 'group', 'lanes', 'show', 'date', 'chart', 'measure'] as const

const showOf = (params: URLSearchParams) => shows.find((each) => each === params.get('show')) ?? 'LIST'
/** Lanes by which a board or a chart is laid out. Links from before they had a name of their own call them the group. */
const lanesOf = (params: URLSearchParams) => params.get('lanes') ?? params.get('group')

/** The part of an address that is a list's state, and nothing else of it. */
export function stateOf(params: URLSearchParams): ListState {
  const one = <T extends string>(name: string, known: T[]) => known.find((each) => each === params.get(name)) ?? null
  const fields = params.get('fields')
  return {
    filter: parseFilter(params.get('filter')),
    sort: params.get('sort'),
    columns: fields ? parseColumns(fields) : null,
    group: showOf(params) === 'LIST' ? params.get('group') : lanesOf(params),
    show: one('show', shows),
    date: params.get('date'),
    chart: one('chart', chartKinds),
    measure: params.get('measure'),
  }
}

/** The address with this state instead of its own; `view` is the saved one that it began as. */
export function withState(params: URLSearchParams, state: ListState, view: string | null): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of [...names, 'q', 'saved']) next.delete(name)
  const values: Record<string, string | null | undefined> = {
    saved: view,
    filter: state.filter && JSON.stringify(ordered(state.filter)),
    sort: state.sort,
    fields: state.columns && writeColumns(state.columns),
    [state.show && state.show !== 'LIST' ? 'lanes' : 'group']: state.group,
    show: state.show === 'LIST' ? null : state.show,
    date: state.date,
    chart: state.chart,
    measure: state.measure,
  }
  for (const [name, value] of Object.entries(values)) if (value) next.set(name, value)
  return next
}

/**
 * What changes in an address when its records are shown otherwise, or put together by something else. A list keeps its groups
 * while its records are seen as a board or a chart: the lanes chosen there are not the list's.
 */
export function presenting(params: URLSearchParams, { show, group, ...others }: Pick<ListState, 'show' | 'group' | 'date' | 'chart' | 'measure'>) {
  const before = showOf(params)
  const after = show ?? before
  const named = group === undefined ? {} : { group }
  if (before === 'LIST' && after === 'LIST') return { ...others, ...named }
  const kept = before === 'LIST' || params.has('lanes') ? {} : { group: null }
  if (after === 'LIST') return { ...others, ...kept, show: null, lanes: null }
  return { ...others, ...kept, show: after, lanes: group === undefined ? lanesOf(params) : group }
}

/** With its members in one order, whatever order the database gives them back in. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => one.localeCompare(other))
            .map(([name, member]) => [name, ordered(member)]),
        )
      : value

/** Whether two states show the same; what is missing is as what is empty, and a list is what is shown when nothing is said. */
export const isSame = (one: ListState, other: ListState) =>
  withState(new URLSearchParams(), one, null).toString() === withState(new URLSearchParams(), other, null).toString()

/** True for an address that says nothing of a state, nor of a day: the list then opens as its viewer is used to. */
export const isBare = (params: URLSearchParams) => ![...names, 'q', 'saved', 'asOf'].some((name) => params.has(name))
