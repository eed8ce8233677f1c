import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { openedAmong } from '../records/among'
import { lastVisited } from '../records/usePlace'
import { pagesQuery } from '../records/recordsApi'
import type { RecordListData } from '../records/useRecordList'
import { lanesQuery, type Lane } from './api'
import { useSelection } from './BulkBar'
import { inLane } from './inLane'

/** The groups of a list: which hold something, which are open, and what is chosen of those that are. */
export function useGroups(type: string, list: RecordListData, group: string) {
  const { filter, asOf } = list.question
  const sums = list.columns.filter(({ summable }) => summable).map(({ path }) => path)
  const query = useQuery(lanesQuery(type, { by: group, filter, sums, asOf }))
  const [open, setOpen] = useOpen()
  const [shown, setShown] = useState<Record<string, string[]>>({})
  const show = useCallback((key: string, ids: string[]) => setShown((before) => ({ ...before, [key]: ids })), [])
  const loaded = [...open].flatMap((key) => shown[key] ?? [])
  const selection = useSelection(loaded, list.question)
  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const groups = query.data?.lanes.filter(({ count }) => count > 0).map((lane) => ({ lane, key: lane.key ?? '' }))
  return { query, groups, open, toggle, shown, show, loaded, selection }
}

/** What is open of a list, by its address: one finds it so when one comes back from a record. */
const kept = new Map<string, Set<string>>()

function useOpen() {
  const { pathname, search } = useLocation()
  const address = pathname + search
  const isBack = useNavigationType() === 'POP' && lastVisited() !== null
  const [open, setOpen] = useState<Set<string>>(() => (isBack && kept.get(address)) || new Set())
  useEffect(() => void kept.set(address, open), [address, open])
  return [open, setOpen] as const
}

/** The records of an opened group, page by page. */
export function useMembers(type: string, lane: Lane, list: RecordListData, onShown: (key: string, ids: string[]) => void) {
  const question = useMemo(() => inLane(list.question, lane), [list.question, lane])
  const pages = useInfiniteQuery(pagesQuery(type, question))
  const { data } = pages
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const opened = useMemo(() => openedAmong(rows, { type, question }), [rows, type, question])
  const key = lane.key ?? ''
  useEffect(() => onShown(key, opened.among), [key, opened, onShown])
  return { pages, rows, opened, goesOn: pages.hasNextPage || pages.isPending, rest: Math.max(0, lane.count - rows.length) }
}

/** How a group stands to what is chosen, and the choice when it is turned round. */
export function groupChoice(members: string[], chosen: string[]) {
  const others = chosen.filter((id) => !members.includes(id))
  const number = chosen.length - others.length
  const all = members.length > 0 && number === members.length
  return { all, some: number > 0 && !all, turned: all ? others : [...others, ...members] }
}
