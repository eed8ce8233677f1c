import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { get, post, put } from '../../api/client'
import type { Job } from '../../api/types'

export type OnMissing = 'FAIL' | 'CREATE'
export type DateOrder = 'UNKNOWN' | 'MONTH_FIRST' | 'DAY_FIRST'

/** Which column feeds which field, and how its cells are read. */
export interface ColumnMapping {
  column: string
  field: string
  valueMap: Record<string, string>
  onMissing: OnMissing
}

export interface Mapping {
  columns: ColumnMapping[]
  fixed: Record<string, string>
  keyField: string | null
  dateOrder: DateOrder
}

export interface Suggestion {
  from: string
  to: string
  count: number
}

/** One kind of problem that the dry run found, with some of the rows that have it. */
export interface Trouble {
  column: string | null
  field: string
  code: string
  message: string
  count: number
  examples: { row: number; value: string }[]
  suggestions: Suggestion[]
}

export interface Report {
  good: number
  bad: number
  created: number
  updated: number
  unchanged: number
  willCreate: Record<string, number>
  problems: Trouble[]
}

export interface RunResult {
  good: number
  bad: number
  created: number
  updated: number
  unchanged: number
  made: number
}

export interface UndoResult {
  undone: number
  changedSince: number
  inUse: number
}

export type ImportState = 'UPLOADED' | 'CHECKED' | 'RUNNING' | 'INTERRUPTED' | 'DONE' | 'UNDONE'

/** One load of one file into records of one type. */
export interface Import {
  id: string
  type: string
  fileName: string
  fileSize: number
  encoding: string | null
  separator: string | null
  sheet: string | null
  columns: { name: string; samples: string[] }[]
  rowCount: number
  proposal: Mapping | null
  mapping: Mapping | null
  state: ImportState
  report: Report | null
  result: (RunResult & Partial<UndoResult>) | UndoResult | null
  committedRows: number
  jobId: string | null
  createdAt: string
  finishedAt: string | null
}

export interface ImportField {
  name: string
  label: string
  kind: string
  required: boolean
  reference: string | null
  dictionary: string | null
  choices: { code: string; label: string }[]
  key: boolean
}

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
