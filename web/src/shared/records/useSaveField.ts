import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import type { Page, Row, Value } from '../../api/types'
import { useRecordPlace } from '../feature'
import { FieldChanged, stillHolds, type Read } from './fieldChanged'
import { changeRecord, recordQuery } from './recordsApi'

/**
 * Saves one field of one record where it still holds what was read, else throws `FieldChanged`; gives the new version. Rows of
 * lists carry no version, and a change of another field is in nobody's way: so the newest is asked for, and the values are
 * compared. Lists that show the record take what it holds at once; sums and counts are asked again.
 */
export function useSaveField(type: string) {
  const cache = useQueryClient()
  const place = useRecordPlace(type)
  const show = (id: string, values: Record<string, Value>) => {
    const renew = (row: Row) => ({ ...row, ...Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'id' && name in row)) }) as Row
    cache.setQueriesData<InfiniteData<Page>>({ queryKey: ['records', type, 'pages'] }, (data) =>
      data && { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map((row) => (row.id === id ? renew(row) : row)) })) },
    )
    void cache.invalidateQueries({ queryKey: ['records', type, 'count'] })
    void cache.invalidateQueries({ queryKey: ['records', type, 'sums'] })
  }
  return async (id: string, field: string, value: Value, read: Read) => {
    if (!place) throw new Error(`No feature knows where a ${type} is saved`)
    const now = await cache.fetchQuery({ ...recordQuery(place.plural, id), staleTime: 0 })
    if (!stillHolds(read, field, now)) {
      show(id, now.values)
      throw new FieldChanged(now.values[field])
    }
    const { version } = await changeRecord(place.plural, id, now.version, { [field]: value })
    show(id, { [field]: value ?? null })
    void cache.invalidateQueries({ queryKey: ['record', place.plural, id] })
    return version
  }
}
