import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import type { Page, Value } from '../../api/types'
import { useRecordPlace } from '../feature'
import { changeRecord, recordQuery } from './recordsApi'

/**
 * Saves one field of one record. The version is the newest known or asked for, and lists that show the record take the
 * new value at once; sums and counts are asked again.
 */
export function useSaveField(type: string) {
  const cache = useQueryClient()
  const place = useRecordPlace(type)
  return async (id: string, field: string, value: Value) => {
    if (!place) throw new Error(`No feature knows where a ${type} is saved`)
    const { version } = await cache.fetchQuery({ ...recordQuery(place.plural, id), staleTime: 0 })
    await changeRecord(place.plural, id, version, { [field]: value })
    cache.setQueriesData<InfiniteData<Page>>({ queryKey: ['records', type, 'pages'] }, (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          rows: page.rows.map((row) => (row.id === id && field in row ? { ...row, [field]: value ?? null } : row)),
        })),
      },
    )
    void cache.invalidateQueries({ queryKey: ['records', type, 'count'] })
    void cache.invalidateQueries({ queryKey: ['records', type, 'sums'] })
    void cache.invalidateQueries({ queryKey: ['record', place.plural, id] })
  }
}
