import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { countQuery, pagesQuery, type ListQuestion } from './recordsApi'

/** The list that a record was opened from: it goes on behind what was loaded of it. */
export interface OpenedList {
  type: string
  question: ListQuestion
}

/** What a link to a record tells its page: the records it stood among, in their order. */
export interface Opened {
  among: string[]
  list?: OpenedList
}

export const openedAmong = (rows: { id: string }[], list?: OpenedList): Opened => ({ among: rows.map(({ id }) => id), list })

const nothing: OpenedList = { type: '', question: { fields: [], filter: null, sort: '' } }
/** So near to the last record known the next ones are asked for. */
const near = 3

/** The records before and after one, in the order of the list or lane that it was opened from; nothing when it was not. */
export function useNeighbours(id: string) {
  const state = useLocation().state as Partial<Opened> | null
  const { type, question } = state?.list ?? nothing
  // What the list has loaded is still there, and stays as it was while one goes through it; after a new start of the page it is
  // asked for once more.
  const listed = state?.list !== undefined
  const pages = useInfiniteQuery({ ...pagesQuery(type, question), enabled: (query) => listed && query.state.data === undefined })
  const count = useQuery({ ...countQuery(type, question), enabled: (query) => listed && query.state.data === undefined })
  const loaded = state?.list && !pages.isPlaceholderData ? pages.data?.pages.flatMap(({ rows }) => rows.map((row) => row.id)) : undefined
  const goesOn = loaded?.includes(id) ?? false
  const among = (goesOn ? loaded : state?.among) ?? []
  const at = among.indexOf(id)
  const { hasNextPage, isFetching, fetchNextPage } = pages
  const known = loaded?.length ?? 0
  // A lane may have shown more of its records than are loaded here: up to them it is read on.
  const wantsMore = hasNextPage && !isFetching && known > 0 && at >= known - near
  // After each page anew: that one was on its way may not have been drawn.
  const behind = wantsMore ? known : 0
  useEffect(() => {
    if (behind > 0) void fetchNextPage()
  }, [behind, fetchNextPage])
  if (at < 0 || among.length < 2) return null
  const all = listed && count.data && !count.isPlaceholderData ? Math.max(count.data.count, among.length) : among.length
  return { before: among[at - 1], after: among[at + 1], at: at + 1, all, capped: listed && (count.data?.capped ?? false), state }
}
