import { useSearchParams } from 'react-router'
import type { Filter } from '../../api/types'
import { parseFilter } from './filter'

const columnsKey = (type: string) => `qiji.columns.${type}`

function storedColumns(type: string): string[] | null {
  const stored = localStorage.getItem(columnsKey(type))
  return stored ? stored.split(',') : null
}

/** A list's state is its address: `filter`, `sort`, `fields`, `q`. Columns are also remembered for the next visit. */
export function useListState(type: string) {
  const [params, setParams] = useSearchParams()
  const change = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: name === 'q' },
    )
  return {
    filter: parseFilter(params.get('filter')),
    /** `-amount,name`, or nothing for the type's own order. */
    sort: params.get('sort'),
    columns: params.get('fields')?.split(',') ?? storedColumns(type),
    text: params.get('q') ?? '',
    setFilter: (filter: Filter | null) => change('filter', filter && JSON.stringify(filter)),
    setSort: (sort: string | null) => change('sort', sort),
    setText: (text: string) => change('q', text.trim()),
    setColumns: (columns: string[] | null) => {
      if (columns) localStorage.setItem(columnsKey(type), columns.join())
      else localStorage.removeItem(columnsKey(type))
      change('fields', columns?.join() ?? null)
    },
  }
}

export type ListState = ReturnType<typeof useListState>
