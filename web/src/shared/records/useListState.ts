import { useContext } from 'react'
import { UNSAFE_DataRouterContext as RouterContext, useSearchParams } from 'react-router'
import type { Filter } from '../../api/types'
import { parseColumns, presenting, stateOf, writeColumns, type Column, type ListState as Saved } from '../views/state'

const columnsKey = (type: string) => `qiji.columns.${type}`

function storedColumns(type: string): Column[] | null {
  const stored = localStorage.getItem(columnsKey(type))
  return stored ? parseColumns(stored) : null
}

/**
 * A list's state is its address: `filter`, `sort`, `fields` (with widths: `name:240`), `group`, `show` and what belongs to
 * it (`lanes`, `date`, `chart`, `measure`), `q`. Columns are also remembered for the next visit.
 */
export function useListState(type: string) {
  const [params, setParams] = useSearchParams()
  const router = useContext(RouterContext)?.router
  // `params` are those of the page as it was last drawn; what is pressed before the next drawing starts from here.
  const now = () => (router ? new URLSearchParams((router.state.navigation.location ?? router.state.location).search) : params)
  const change = (values: Record<string, string | null>) => {
    const next = new URLSearchParams(now())
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    setParams(next, { replace: 'q' in values })
  }
  const state = stateOf(params)
  const columns = state.columns ?? (params.has('saved') ? null : storedColumns(type))
  const widths = Object.fromEntries((columns ?? []).flatMap(({ field, width }) => (width ? [[field, width]] : [])))
  const keep = (next: Column[] | null) => {
    if (next) localStorage.setItem(columnsKey(type), writeColumns(next))
    else localStorage.removeItem(columnsKey(type))
    change({ fields: next && writeColumns(next) })
  }
  return {
    ...state,
    /** `-amount,name`, or nothing for the type's own order. */
    sort: state.sort ?? null,
    filter: state.filter ?? null,
    columns: columns?.map(({ field }) => field) ?? null,
    /** Of columns whose width somebody has set, in pixels. */
    widths,
    text: params.get('q') ?? '',
    setFilter: (filter: Filter | null) => change({ filter: filter && JSON.stringify(filter) }),
    setSort: (next: (sort: string | null) => string | null) => change({ sort: next(now().get('sort')) }),
    /** Without filter and words, in one step. */
    clear: () => change({ filter: null, q: null }),
    setText: (text: string) => change({ q: text.trim() }),
    setColumns: (fields: string[] | null) => keep(fields?.map((field) => ({ field, width: widths[field] })) ?? null),
    /** Of the columns as they are shown, one becomes wider or narrower. */
    setWidth: (shown: string[], path: string, width: number) =>
      keep(shown.map((field) => ({ field, width: field === path ? width : widths[field] }))),
    /** The records of one group, as a list. */
    list: (filter: Filter) => change({ filter: JSON.stringify(filter), show: null, group: null, lanes: null }),
    /** How the records are shown and put together. */
    present: (next: Partial<Pick<Saved, 'show' | 'group' | 'date' | 'chart' | 'measure'>>) =>
      change(presenting(now(), next) as Record<string, string | null>),
  }
}

export type ListState = ReturnType<typeof useListState>
