import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Schemas } from '../../../api/types'
import type { Tone } from '../../../shared/theme'

export type Assessment = Schemas['AssessmentView']
export type Risk = Schemas['RiskQueriesRow']
export type Register = Schemas['RiskQueriesRegister']
export type RiskDraft = Schemas['RiskDraft']
export type Profitability = Schemas['Profitability']
export type Band = Schemas['ScoreBandQueriesBand']
export type Side = Schemas['ScoreBandQueriesSide']

export const screenings = ['PRIORITY', 'NORMAL', 'DEFER', 'ABANDON'] as const
export type Screening = (typeof screenings)[number]
export const riskStates = ['OPEN', 'MITIGATED', 'OCCURRED', 'CLOSED'] as const
export const oneToFive = [1, 2, 3, 4, 5] as const

export const screeningTones: Record<Screening, Tone> = { PRIORITY: 'green', NORMAL: 'teal', DEFER: 'amber', ABANDON: 'red' }
export const bandTones: Record<Risk['band'], Tone> = { LOW: 'green', MEDIUM: 'blue', HIGH: 'amber', CRITICAL: 'red' }
export const stateTones: Record<Assessment['state'], Tone> = { DRAFT: 'grey', SUBMITTED: 'blue', RETURNED: 'amber', REJECTED: 'red', APPROVED: 'green' }

/** As the server bands them, for a cell that holds none. */
export const bandOf = (weight: number, { low, medium, high }: Register['bands']): Risk['band'] =>
  weight <= low ? 'LOW' : weight <= medium ? 'MEDIUM' : weight <= high ? 'HIGH' : 'CRITICAL'

const keyOf = (id: string, ...rest: string[]) => ['record', 'opportunities', id, ...rest, document.documentElement.lang]

export const assessmentsQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf(id, 'assessments'),
    queryFn: ({ signal }) => get<Schemas['AssessmentPagesPage']>(`/opportunities/${id}/assessments`, {}, signal),
  })

export const reportPdf = (id: string, assessmentId: string) => `/api/opportunities/${id}/assessments/${assessmentId}/report.pdf`

/** What the report shows beside the scores: as it was when it was sent, or as it is while it is rated. */
export const besideQuery = (id: string, assessmentId: string) =>
  queryOptions({
    queryKey: keyOf(id, 'assessments', assessmentId, 'beside'),
    queryFn: ({ signal }) => get<Schemas['ReportBeside']>(`/opportunities/${id}/assessments/${assessmentId}/beside`, {}, signal),
  })

export const risksQuery = (id: string) =>
  queryOptions({ queryKey: keyOf(id, 'risks'), queryFn: ({ signal }) => get<Register>(`/opportunities/${id}/risks`, {}, signal) })

export const profitQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf(id, 'profit'),
    queryFn: ({ signal }) => get<Schemas['ProfitAnswer']>(`/opportunities/${id}/profit`, {}, signal),
  })

export const bandsQuery = () =>
  queryOptions({
    queryKey: ['records', 'opportunity', 'score-bands'],
    queryFn: ({ signal }) => get<Schemas['ScoreBandQueriesComparison']>('/opportunities/score-bands', {}, signal),
  })
