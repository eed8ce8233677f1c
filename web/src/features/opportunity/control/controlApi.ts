import { queryOptions } from '@tanstack/react-query'
import { del, get, post, put } from '../../../api/client'
import type { Schemas } from '../../../api/types'

export type StageView = Schemas['ControlQueriesStageView']

export type Answer = Schemas['ControlQueriesAnswer']

export type AnswerKind = 'WORK_ITEM' | 'QUESTION' | 'INDICATOR'

export type Waiver = Schemas['ControlQueriesWaiver']

/** A stage as the edition has it that the opportunity goes by, with what was answered and proven. */
export const stageQuery = (id: string, stageId: string) =>
  queryOptions({
    queryKey: ['record', 'opportunities', id, 'stages', stageId, document.documentElement.lang],
    queryFn: ({ signal }) => get<StageView>(`/opportunities/${id}/stages/${stageId}`, {}, signal),
  })

export const waiversQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', 'opportunities', id, 'gate-waivers', document.documentElement.lang],
    queryFn: ({ signal }) => get<Waiver[]>(`/opportunities/${id}/gate-waivers`, {}, signal),
  })

/** `before` is what was read: where another answered since, this is refused. */
export const giveAnswer = (id: string, stageId: string, kind: AnswerKind, place: number, answer: string | null, before?: string) =>
  put(`/opportunities/${id}/stage-answers`, { stageId, kind, place, answer, before })

export const prove = (id: string, stageId: string, fileId: string) => post(`/opportunities/${id}/evidence`, { stageId, fileId })
export const unmark = (id: string, stageId: string, fileId: string) => del(`/opportunities/${id}/evidence/${stageId}/${fileId}`)

export const waive = (id: string, stageId: string, kind: string, item: string, reason: string) =>
  post(`/opportunities/${id}/gate-waivers`, { stageId, kind, item, reason })
export const withdrawWaiver = (id: string, waiverId: string) => del(`/opportunities/${id}/gate-waivers/${waiverId}`)

export const askApproval = (id: string, stageId: string, note?: string) => post(`/opportunities/${id}/gate-approvals`, { stageId, note })

export const toNewestEdition = (id: string, version: number) => post(`/opportunities/${id}/newest-edition`, { version })

export type WaiverCount = Schemas['WaiverQueriesRow']

export const waiverCountsQuery = (from: string | null, to: string | null) =>
  queryOptions({
    queryKey: ['records', 'opportunity', 'gate-waivers', from, to, document.documentElement.lang],
    queryFn: ({ signal }) => get<WaiverCount[]>('/opportunities/gate-waivers', { from, to }, signal),
  })
