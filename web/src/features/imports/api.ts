import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { get, post, put } from '../../api/client'
import type { Job, Schemas } from '../../api/types'

export type OnMissing = ColumnMapping['onMissing']
export type DateOrder = Mapping['dateOrder']

/** Which column feeds which field, and how its cells are read. */
export type ColumnMapping = Schemas['ImportMappingColumn']

export type Mapping = Schemas['ImportMapping']

export type Suggestion = Schemas['ImportReportSuggestion']

/** One kind of problem that the dry run found, with some of the rows that have it. */
export type Trouble = Schemas['ImportReportTrouble']

export type Report = Schemas['ImportReport']

export type RunResult = Schemas['ImportResult']

export type UndoResult = Schemas['UndoResult']

export type ImportState = Import['state']

/** One load of one file into records of one type. */
export type Import = Schemas['ImportRun']

export type ImportField = Schemas['ImportFieldView']

export const typesQuery = queryOptions({
  queryKey: ['imports', 'types'],
  queryFn: () => get<{ type: string; label: string }[]>('/imports/types'),
})

export const importsQuery = queryOptions({ queryKey: ['imports', 'list'], queryFn: () => get<Import[]>('/imports') })

export const importQuery = (id: string) =>
  queryOptions({ queryKey: ['imports', 'one', id], queryFn: () => get<Import>(`/imports/${id}`) })

export const fieldsQuery = (type: string) =>
  queryOptions({ queryKey: ['imports', 'fields', type], queryFn: () => get<ImportField[]>('/imports/fields', { type }) })

/** The job last started for an import; asked about again while it is at work. */
export const lastJobQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: () => get<Job>(`/jobs/${id}`),
    enabled: id !== null,
  })

export const errorsAddress = (id: string) => `/api/imports/${id}/errors`

export function useUpload() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ type, file }: { type: string; file: File }) => {
      const body = new FormData()
      body.append('type', type)
      body.append('file', file)
      return post<Import>('/imports', body)
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['imports', 'list'] }),
  })
}

/** Reads the file of an import in another way: its columns and samples become others. */
export function useRead(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (reading: Schemas['ImportRunReading']) => put<Import>(`/imports/${id}/reading`, reading),
    onSuccess: (run) => cache.setQueryData(importQuery(id).queryKey, run),
  })
}

/** Keeps the mapping and tries the file with it. */
export function useTry(id: string) {
  return useMutation({
    mutationFn: async (mapping: Mapping) => {
      await put(`/imports/${id}/mapping`, mapping)
      return post<{ jobId: string }>(`/imports/${id}/dry-run`)
    },
  })
}

export const useRun = (id: string) => useMutation({ mutationFn: () => post<{ jobId: string }>(`/imports/${id}/run`) })

export const useUndo = (id: string) => useMutation({ mutationFn: () => post<{ jobId: string }>(`/imports/${id}/undo`) })
