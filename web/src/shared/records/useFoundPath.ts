import { useCallback } from 'react'
import type { SearchItem } from '../../api/types'
import { useFeatures } from '../feature'

/** Where what was found can be looked at: its own page, or that of the record it is about. */
export function useFoundPath() {
  const features = useFeatures()
  return useCallback(
    (type: string, { id, about }: SearchItem) => {
      const pathOf = (type: string, id: string) =>
        features.map((feature) => feature.records?.[type]?.path?.(id)).find((path) => path !== undefined)
      return pathOf(type, id) ?? (about ? pathOf(about.type, about.id) : undefined)
    },
    [features],
  )
}
