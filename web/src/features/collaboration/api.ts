import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { del, get, post, upload } from '../../api/client'
import type { Schemas } from '../../api/types'

export type AttachedFile = Schemas['FileRow']

/** Largest file the server takes. */
export const mostBytes = 50 * 1024 * 1024

export const filesQuery = (recordType: string, recordId: string) =>
  queryOptions({
    queryKey: ['files', recordType, recordId],
    queryFn: () => get<AttachedFile[]>('/files', { recordType, recordId }),
  })

export function attach(recordType: string, recordId: string, file: File, onProgress?: (part: number) => void) {
  const form = new FormData()
  form.append('file', file)
  form.append('recordType', recordType)
  form.append('recordId', recordId)
  return upload<{ id: string }>('/files', form, onProgress)
}

export const removeFile = (id: string) => del(`/files/${id}`)
export const contentOf = (id: string) => `/api/files/${id}/content`

export type Share = Schemas['ShareRow']

export const sharesQuery = (recordType: string, recordId: string) =>
  infiniteQueryOptions({
    queryKey: ['shares', recordType, recordId],
    queryFn: ({ pageParam }) => get<Schemas['ShareRowPage']>('/shares', { recordType, recordId, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })

export const share = (recordType: string, recordId: string, userId: string, until: string | null) =>
  post<{ id: string }>('/shares', { recordType, recordId, userId, until })
export const endShare = (id: string) => del(`/shares/${id}`)
