import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { address, del, get, post, put } from '../../api/client'
import type { Filter, Row } from '../../api/types'
import { keyAsOf } from '../past/asOf'
import type { ListState } from './state'

export type Audience = 'ME' | 'TEAM' | 'EVERYBODY'

/** A view as the viewer finds it; its state is missing when its filter asks for what they may not read. */
export interface SavedView {
  id: string
  version: number
  type: string
  name: string
  audience: Audience
  ownerId: string
  departmentId?: string | null
  position: number
  editable: boolean
  applicable: boolean
  state?: ListState | null
  roles: string[]
}

export interface Shelf {
  views: SavedView[]
  firstId?: string | null
}

export interface ViewDraft {
  name: string
  audience: Audience
  departmentId?: string | null
  position?: number
  state: ListState
  version?: number
}

export const shelfQuery = (type: string) =>
  queryOptions({ queryKey: ['views', type], queryFn: () => get<Shelf>('/views', { type }), staleTime: 60_000 })

export const createView = (type: string, draft: ViewDraft) => post<{ id: string }>(`/views?type=${type}`, draft)
export const changeView = (id: string, draft: ViewDraft) => put<{ version: number }>(`/views/${id}`, draft)
export const deleteView = (id: string) => del(`/views/${id}`)
export const beginWith = (type: string, viewId: string | null) => put('/views/first', { type, viewId })
export const beginRolesWith = (id: string, roleIds: string[]) => put(`/views/${id}/roles`, { roleIds })

/** Records with a value in common; `filter` means exactly them. */
export interface Lane {
  key: string | null
  label: string
  count: number
  sums: Record<string, number | null>
  filter: string
  rows: Row[]
  next?: string | null
}

/** Groups that are not told one by one, taken together. */
export interface Beyond {
  groups: number
  count: number
  sums: Record<string, number | null>
}

/** `more` says that there are lanes beyond these, `rest` what lies in them. */
export interface Laid {
  lanes: Lane[]
  more: boolean
  rest?: Beyond | null
}

export interface LaneQuestion {
  by: string
  filter: Filter | null
  sort?: string | null
  sums?: string[]
  fields?: string[]
  /** Rows of each lane. */
  limit?: number
  asOf?: string | null
}

export const lanesQuery = (type: string, { by, filter, sort, sums = [], fields = [], limit = 0, asOf }: LaneQuestion) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'records', type, 'lanes', by, JSON.stringify(filter), sort, sums.join(), fields.join(), limit),
    queryFn: ({ signal }) =>
      get<Laid>(
        `/records/${type}/lanes`,
        { by, filter: filter ? JSON.stringify(filter) : undefined, sort, sums: sums.join(), fields: fields.join(), limit, asOf },
        signal,
      ),
    placeholderData: keepPreviousData,
  })

/** Which records work is to be done on: those named, or all that meet the filter but for some. */
export type Chosen = { ids: string[] } | { filter: Filter | null; excluded: string[] }

export interface Offer {
  action: 'edit' | 'addTag' | 'removeTag' | 'transfer' | 'move' | 'archive' | 'newestEdition' | 'abandon'
  label: string
  /** What comes of it, where that is not plain. */
  hint?: string | null
  /** What an edit can set, or a tag can be in. */
  fields: string[]
}

export interface BulkRun {
  id: string
  type: string
  action: string
  chosen: number
  done: number
  unchanged: number
  refused: number
  jobId?: string | null
}

export interface Refusal {
  place: number
  recordId: string
  label?: string | null
  problem: { detail?: string; title?: string; fields?: { message: string }[]; unmetGates?: { message: string }[] }
}

export const offersQuery = (type: string) =>
  queryOptions({
    queryKey: ['bulk', type, document.documentElement.lang],
    queryFn: () => get<{ actions: Offer[] }>(`/records/${type}/bulk`),
    staleTime: 5 * 60_000,
  })

export const startBulk = (type: string, action: string, selection: Chosen, given: Record<string, unknown>) =>
  post<{ id: string }>(`/records/${type}/bulk`, { action, selection, given })

export const bulkQuery = (id: string) => queryOptions({ queryKey: ['bulk-run', id], queryFn: () => get<BulkRun>(`/bulk-runs/${id}`) })

export const refusalsOf = (id: string, after?: number) =>
  get<{ refusals: Refusal[]; next?: number | null }>(`/bulk-runs/${id}/refusals`, { after })

export interface ExportRun {
  id: string
  fileName: string
  rows?: number | null
  bytes?: number | null
  jobId?: string | null
  expiresAt?: string | null
}

export interface ExportOrder {
  format: 'XLSX' | 'CSV'
  fields: string[]
  filter: Filter | null
  sort: string
  ids?: string[]
  asOf?: string | null
}

export const startExport = (type: string, order: ExportOrder) => post<{ id: string }>(`/records/${type}/exports`, order)

export const exportQuery = (id: string) => queryOptions({ queryKey: ['export', id], queryFn: () => get<ExportRun>(`/exports/${id}`) })

export const exportContent = (id: string) => address(`/exports/${id}/content`)
