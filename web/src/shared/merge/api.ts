import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { get, post } from '../../api/client'
import type { Schemas } from '../../api/types'

/** The types of which two records can become one. */
export type MergeType = 'customer' | 'contact'

export const canBeMerged = (type: string): type is MergeType => type === 'customer' || type === 'contact'

/** What a merge would do, and what speaks against it. */
export type Preview = Schemas['MergePreview']
export type PreviewField = Preview['fields'][number]
export type MergeRow = Schemas['MergeRow']

export const previewQuery = (type: MergeType, keep: string, gone: string) =>
  queryOptions({
    queryKey: ['merges', 'preview', type, keep, gone],
    queryFn: ({ signal }) => get<Preview>('/merges/preview', { type, keep, gone }, signal),
    staleTime: 0,
    gcTime: 0,
  })

/** The merges by which a record became another one, or others became it; the newest first. */
export const mergesQuery = (type: MergeType, record: string) =>
  queryOptions({
    queryKey: ['merges', 'of', type, record],
    queryFn: ({ signal }) => get<Schemas['MergeRowPage']>('/merges', { type, record, limit: 20 }, signal),
  })

export interface Draft {
  type: MergeType
  keep: string
  gone: string
  keepVersion: number
  goneVersion: number
  /** Fields of which the survivor has the value of the one that goes. */
  take: string[]
}

export const merge = (draft: Draft) => post<{ id: string }>('/merges', draft)

/** Answers what could not be put back, since another record has it by now. */
export const undoMerge = (id: string) => post<Schemas['Undone']>(`/merges/${id}/undo`)

/** What hung on one record hangs on another now: lists and pages of all kinds differ. */
export const merged = (cache: QueryClient) =>
  Promise.all(['record', 'records', 'merges', 'duplicates', 'search'].map((key) => cache.invalidateQueries({ queryKey: [key] })))
