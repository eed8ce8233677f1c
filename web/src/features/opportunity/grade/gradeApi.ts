import { queryOptions } from '@tanstack/react-query'
import { del, get, post, put } from '../../../api/client'
import type { Schemas } from '../../../api/types'
import { keyAsOf } from '../../../shared/past/asOf'

export type GradeView = Schemas['GradeView']
export type RadRule = Schemas['RadRule']
export type CityReport = Schemas['CityReportRow']

/** A new one is sent a moment after it was saved: then it is asked for again. */
export const gradeQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', 'opportunities', id, 'grade'],
    queryFn: ({ signal }) => get<GradeView>(`/opportunities/${id}/grade`, {}, signal),
    refetchInterval: ({ state: { data, dataUpdateCount } }) => (data?.state === 'UNSENT' && data.missing.length === 0 && dataUpdateCount < 5 ? 1000 : false),
  })

export const reportsQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', 'opportunities', id, 'city-reports'],
    queryFn: ({ signal }) => get<CityReport[]>(`/opportunities/${id}/city-reports`, {}, signal),
  })

/** Where the bands of the RAD grid begin and end, on that day. */
export const bandsQuery = (asOf: string | null) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'records', 'opportunity', 'rad'),
    queryFn: ({ signal }) => get<Schemas['RadBands']>('/opportunities/rad', { asOf }, signal),
  })

export const sendGrade = (id: string, note?: string) => post(`/opportunities/${id}/grade/confirmation`, { note: note || null })
export const withdrawGrade = (id: string) => del(`/opportunities/${id}/grade/confirmation`)

export interface ReportDraft {
  reportedOn?: string | null
  mailId?: string | null
  note?: string | null
}

export const reportToCity = (id: string, draft: ReportDraft) => post(`/opportunities/${id}/city-reports`, draft)

export interface Answer {
  answer: 'RECEIPT' | 'RETURN'
  answeredOn?: string | null
  note?: string | null
}

export const answerReport = (id: string, report: string, answer: Answer) => put(`/opportunities/${id}/city-reports/${report}/answer`, answer)
