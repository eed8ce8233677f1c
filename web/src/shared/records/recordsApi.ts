import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { address, get, patch } from '../../api/client'
import { keyAsOf } from '../past/asOf'
import type { Count, Filter, LookupItem, Page, RecordDetail, RecordType, Value } from '../../api/types'

const forever = { staleTime: 10 * 60_000, gcTime: Number.POSITIVE_INFINITY }

/** The catalogue's word on a type. It differs by language and by what the viewer may read. */
export const typeQuery = (type: string) =>
  queryOptions({
    queryKey: ['catalogue', type, document.documentElement.lang],
    queryFn: () => get<RecordType>(`/records/${type}/fields`),
    ...forever,
  })

export interface ListQuestion {
  fields: string[]
  /** Fields that cells need beside those shown. */
  also?: string[]
  filter: Filter | null
  sort: string
  /** A past day; now without one. */
  asOf?: string | null
}

/** Which records, of which day. */
export type Wanted = Pick<ListQuestion, 'filter' | 'asOf'>

const filterParam = (filter: Filter | null) => (filter ? JSON.stringify(filter) : undefined)

export const pageSize = 50

export const pagesQuery = (type: string, { fields: shown, also = [], filter, sort, asOf }: ListQuestion) => {
  const fields = [...shown, ...also.filter((field) => !shown.includes(field))]
  return infiniteQueryOptions({
    queryKey: keyAsOf(asOf, 'records', type, 'pages', fields.join(), filterParam(filter), sort),
    queryFn: ({ pageParam, signal }) =>
      get<Page>(
        `/records/${type}`,
        { fields: fields.join(), filter: filterParam(filter), sort, limit: pageSize, after: pageParam, asOf },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })
}

export const countQuery = (type: string, { filter, asOf }: Wanted) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'records', type, 'count', filterParam(filter)),
    queryFn: ({ signal }) => get<Count>(`/records/${type}/count`, { filter: filterParam(filter), asOf }, signal),
    placeholderData: keepPreviousData,
  })

export const sumsQuery = (type: string, { filter, asOf }: Wanted, fields: string[]) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'records', type, 'sums', filterParam(filter), fields.join()),
    queryFn: ({ signal }) =>
      get<{ sums: Record<string, number | null> }>(
        `/records/${type}/sums`,
        { fields: fields.join(), filter: filterParam(filter), asOf },
        signal,
      ),
    placeholderData: keepPreviousData,
  })

export const lookupQuery = (type: string, text: string, filter: Filter | null = null) =>
  queryOptions({
    queryKey: ['records', type, 'lookup', text, filterParam(filter)],
    queryFn: ({ signal }) =>
      get<{ items: LookupItem[] }>(
        `/records/${type}/lookup`,
        { q: text, limit: 10, filter: filterParam(filter) },
        signal,
      ),
    placeholderData: keepPreviousData,
  })

export const recordQuery = (plural: string, id: string, asOf?: string | null) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'record', plural, id),
    queryFn: ({ signal }) => get<RecordDetail>(`/${plural}/${id}`, { asOf }, signal),
  })

/** Changes fields of one record; a lost race is `stale-version`. */
export const changeRecord = (plural: string, id: string, version: number, change: Record<string, Value>) =>
  patch<{ version: number }>(`/${plural}/${id}`, { version, ...toBody(change) })

/** What the server wants: references by id. */
export const toBody = (values: Record<string, Value>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value && typeof value === 'object' && 'id' in value ? value.id : value,
    ]),
  )

export const exportAddress = (type: string, format: 'xlsx' | 'csv', question: ListQuestion, ids?: string[]) =>
  address(`/records/${type}/export`, {
    format,
    fields: question.fields.join(),
    filter: filterParam(question.filter),
    sort: question.sort,
    ids: ids?.join(),
    asOf: question.asOf,
  })
