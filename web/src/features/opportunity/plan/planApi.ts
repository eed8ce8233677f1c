import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Schemas } from '../../../api/types'
import { keyAsOf } from '../../../shared/past/asOf'

export type Plan = Schemas['PlanView']

export type PlanDraft = Schemas['PlanDraft']

export const resourceKinds = ['PEOPLE', 'EQUIPMENT', 'MONEY', 'PARTNER', 'OTHER'] as const

export const planQuery = (id: string, asOf: string | null = null) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'record', 'opportunities', id, 'plan'),
    queryFn: ({ signal }) => get<Plan>(`/opportunities/${id}/plan`, { asOf }, signal),
  })
