import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { get, post } from '../../api/client'
import type { Schemas, Value } from '../../api/types'
import type { Tone } from '../../shared/theme'

export type Approval = Schemas['ApprovalRow']
export type ApprovalDetail = Schemas['ApprovalDetail']
export type Chain = Schemas['Chain']
export type Person = Schemas['ChainPerson']
export type Outcome = 'APPROVED' | 'REJECTED' | 'RETURNED'
export const boxes = ['TO_DO', 'DONE', 'MINE'] as const
export type Box = (typeof boxes)[number]

export const boxQuery = (box: Box) =>
  queryOptions({ queryKey: ['approvals', 'box', box], queryFn: () => get<Schemas['ApprovalRowPage']>('/approvals', { box }) })

export const countsQuery = queryOptions({
  queryKey: ['approvals', 'counts'],
  queryFn: () => get<Schemas['ApprovalRowCounts']>('/approvals/counts'),
  refetchInterval: 60_000,
})

export const approvalQuery = (id: string) =>
  queryOptions({ queryKey: ['approvals', 'one', id], queryFn: () => get<ApprovalDetail>(`/approvals/${id}`) })

export const approvalsOf = (recordType: string, recordId: string) =>
  queryOptions({
    queryKey: ['approvals', 'of', recordType, recordId],
    queryFn: () => get<Approval[]>('/approvals/of', { recordType, recordId }),
  })

export const chainQuery = (kind: string, subjectId: string) =>
  queryOptions({
    queryKey: ['approvals', 'chain', kind, subjectId],
    queryFn: () => get<Chain>('/approvals/preview', { kind, subject: subjectId }),
    staleTime: 0,
  })

/** What was decided changes the record, its lists and its story. */
export async function approvalChanged(cache: QueryClient) {
  await Promise.all([['approvals'], ['record'], ['records'], ['timeline'], ['workbench']].map((queryKey) => cache.invalidateQueries({ queryKey })))
}

export function useDecisions() {
  const cache = useQueryClient()
  const done = async <T>(answer: Promise<T>) => {
    try {
      return await answer
    } finally {
      await approvalChanged(cache)
    }
  }
  return {
    decide: (id: string, outcome: Outcome, comment?: string) => done(post(`/approvals/${id}/decision`, { outcome, comment })),
    decideMany: (ids: string[], outcome: Outcome, comment?: string) =>
      done(post<Schemas['ManyDecisionsResult'][]>('/approvals/decisions', { ids, outcome, comment })),
    withdraw: (id: string, comment?: string) => done(post(`/approvals/${id}/withdrawal`, { comment })),
    transfer: (id: string, userId: string, comment?: string) => done(post(`/approvals/${id}/transfer`, { userId, comment })),
    add: (id: string, userId: string, comment?: string) => done(post(`/approvals/${id}/approvers`, { userId, comment })),
    remind: (id: string) => done(post(`/approvals/${id}/reminder`)),
  }
}

export const tones: Record<string, Tone> = {
  OPEN: 'blue',
  APPROVED: 'green',
  PASSED: 'green',
  REJECTED: 'red',
  RETURNED: 'amber',
  WITHDRAWN: 'grey',
}

/** Those asked; who is away, with who stands in. */
export const names = (people: Person[]) => people.map(({ name, standIn }) => (standIn ? `${name} → ${standIn.name}` : name)).join('、')

export const asValue = (value: unknown) => value as Value

export const isPast = (instant: string) => Date.parse(instant) < Date.now()
