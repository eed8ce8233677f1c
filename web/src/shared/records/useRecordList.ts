import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Filter } from '../../api/types'
import { useMemo } from 'react'
import { useRecordPlace } from '../feature'
import { useAsOf } from '../past/asOf'
import { useKept } from '../useKept'
import { sortWithout } from './columns'
import { both } from './filter'
import { countQuery, pagesQuery, sumsQuery, type ListQuestion } from './recordsApi'
import { useCatalogue, type PathField } from './useCatalogue'
import type { ListState } from './useListState'

/** What of a list's state decides its records. */
type Asked = Pick<ListState, 'filter' | 'sort' | 'columns' | 'text' | 'clear'>

interface ListOptions {
  scope?: Filter | null
  searchField?: string
  /** Columns shown until the person chooses; those of the catalogue when absent. */
  columns?: string[]
  /** Fields that cells need beside the columns. */
  also?: string[]
}

/** Everything a list shows, from one condition and one day: rows, count and sums cannot differ. */
export function useRecordList(type: string, state: Asked, { scope, searchField = 'name', columns: own, also = [] }: ListOptions = {}) {
  const catalogue = useCatalogue(type, state.columns ?? own ?? [])
  const defaults = own?.filter((path) => catalogue.describe(path)) ?? catalogue.fields.filter((field) => field.defaultColumn).map(({ name }) => name)
  // Rules of fields may have come since somebody chose: what is not offered is left out, not asked for.
  const shown = (state.columns ?? defaults).filter((path) => !catalogue.lacks(path))
  const columns = useKept(
    shown.flatMap((path): PathField[] => {
      const field = catalogue.describe(path)
      return field ? [field] : []
    }),
  )
  const search: Filter | null = state.text ? { field: searchField, op: 'finds', value: state.text } : null
  const filter = both(both(scope ?? null, state.filter), search)
  const sortOf = (asked: string | null) => sortWithout(asked ?? catalogue.type?.defaultSort ?? '', catalogue.lacks)
  const sort = sortOf(state.sort)
  // Types without a history show what is.
  const day = useAsOf()
  const reads = useRecordPlace(type)?.reads
  const beside = [...also, ...shown.flatMap((path) => reads?.[path] ?? [])]
  const question = useKept<ListQuestion>({ fields: shown, also: beside.filter((path) => !catalogue.lacks(path)), filter, sort, asOf: catalogue.type?.versioned ? day : null })

  const known = catalogue.type !== undefined
  const pages = useInfiniteQuery({ ...pagesQuery(type, question), enabled: known && shown.length > 0 })
  const { data, hasNextPage, fetchNextPage } = pages
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const count = useQuery({ ...countQuery(type, question), enabled: known })
  const summed = columns.filter((column) => column.summable).map(({ path }) => path)
  const sums = useQuery({ ...sumsQuery(type, question, summed), enabled: known && summed.length > 0 })
  return {
    catalogue,
    columns,
    question,
    sort,
    /** The order that is meant by what is asked. */
    sortOf,
    rows,
    count: count.data,
    sums: summed.length > 0 ? sums.data?.sums : undefined,
    // Pages wait for the catalogue: refused, it must not look as if something were on its way.
    isPending: catalogue.isPending || pages.isLoading,
    isStale: pages.isPlaceholderData,
    error: catalogue.error ?? (pages.data ? null : pages.error),
    retry: () => void (catalogue.error ? catalogue.refetch() : pages.refetch()),
    hasMore: hasNextPage,
    /** One page at a time. Whether one is on its way, `LoadMore` asks: all else need not be drawn again for that. */
    loadMore: () => {
      if (hasNextPage) void fetchNextPage({ cancelRefetch: false })
    },
    filtered: state.filter !== null || state.text !== '',
    clearFilter: () => {
      state.clear()
    },
  }
}

export type RecordListData = ReturnType<typeof useRecordList>
