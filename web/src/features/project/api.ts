import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Schemas } from '../../api/types'
import { keyAsOf } from '../../shared/past/asOf'

export type Planned = Schemas['ProjectQueriesPlanned']

export type Report = Schemas['ReportStoreReport']

const partQuery = <T>(id: string, part: 'plan' | 'reports', asOf: string | null) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'record', 'projects', id, part),
    queryFn: ({ signal }) => get<T>(`/projects/${id}/${part}`, { asOf }, signal),
  })

export const plannedQuery = (id: string, asOf: string | null) => partQuery<Planned>(id, 'plan', asOf)

export const reportsQuery = (id: string, asOf: string | null) => partQuery<Report[]>(id, 'reports', asOf)
