import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Filter, LookupItem, RecordDetail } from '../../api/types'
import { useFeatures } from '../feature'
import { isCondition } from './filter'
import type { Catalogue } from './useCatalogue'

const nameKey = (type: string, id: string) => ['name', type, id]

/** Remembers the name of a record that was just chosen, so that nobody has to ask for it. */
export const rememberName = (cache: QueryClient, type: string, id: string, label: string) =>
  cache.setQueryData(nameKey(type, id), label)

function referencesOf(filter: Filter | null, describe: Catalogue['describe']): [type: string, id: string][] {
  if (!filter) return []
  if (!isCondition(filter)) {
    const parts = 'not' in filter ? [filter.not] : 'and' in filter ? filter.and : filter.or
    return parts.flatMap((part) => referencesOf(part, describe))
  }
  const type = describe(filter.field)?.reference
  if (!type || filter.op === 'relative' || filter.value == null) return []
  return [filter.value].flat().map((id) => [type, String(id)])
}

/** Names of the records a filter points at, asked for once each; a filter opened from a link has only their ids. */
export function useReferenceNames(filter: Filter | null, describe: Catalogue['describe']) {
  const cache = useQueryClient()
  const features = useFeatures()
  const wanted = referencesOf(filter, describe)
  useQueries({
    queries: wanted.map(([type, id]) => {
      const plural = features.find((feature) => feature.records?.[type])?.records?.[type]?.plural
      return {
        queryKey: nameKey(type, id),
        queryFn: async () => {
          if (plural) return String((await get<RecordDetail>(`/${plural}/${id}`)).values.name ?? id)
          const only = JSON.stringify({ field: 'id', op: 'is', value: id })
          const { items } = await get<{ items: LookupItem[] }>(`/records/${type}/lookup`, { filter: only, limit: 1 })
          return items[0]?.label ?? id
        },
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
      }
    }),
  })
  return (type: string, id: string) => cache.getQueryData<string>(nameKey(type, id)) ?? id
}
