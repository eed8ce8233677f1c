import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useFeatures } from '../../shared/feature'
import { noticesChanged, noticesQuery, type Notice } from './api'
import { listen } from './stream'

/** Keeps the viewer's notices up to date, and with them what pages show of the records that they are about. */
export function useLiveNotices() {
  const cache = useQueryClient()
  const touched = useTouched()
  const { data } = useInfiniteQuery(noticesQuery())
  const newest = useRef<number | undefined>(undefined)

  useEffect(() => listen(() => void noticesChanged(cache)), [cache])
  useEffect(() => {
    if (!data) return
    const rows = data.pages[0]?.rows ?? []
    const before = newest.current
    newest.current = Number(rows[0]?.id ?? 0)
    if (before !== undefined) rows.filter(({ id }) => Number(id) > before).forEach(touched)
  }, [data, touched])
  return data?.pages[0]?.unread ?? 0
}

/** What is shown of the record of a notice has changed. */
function useTouched() {
  const cache = useQueryClient()
  const features = useFeatures()
  return useCallback(
    ({ about }: Notice) => {
      if (!about) return
      const { type, id } = about
      const plural = features.find(({ records }) => records?.[type])?.records?.[type]?.plural
      const keys = [['record', plural, id], ['records', type], ['timeline', type, id], ['workbench']]
      keys.forEach((queryKey) => void cache.invalidateQueries({ queryKey }))
    },
    [cache, features],
  )
}
