import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { get, post, ProblemError, put } from '../../api/client'
import type { Row, Schemas, Value } from '../../api/types'
import { endOf } from '../../shared/format'
import { keyAsOf } from '../../shared/past/asOf'
import { spoken } from '../../shared/spoken'

export type PathStep = Schemas['OpportunityDetailPathStep']

/** One thing that keeps an opportunity out of a stage. */
export type Unmet = Schemas['GateWordsTold']

/** What a member of the team does. */
export const memberRoles = ['SALES', 'SOLUTION', 'DELIVERY', 'LEADER', 'SUPPORT', 'READER'] as const

export type Proof = Schemas['Proof']

export type ProofName = 'need' | 'kp' | 'budget'
export const proofNames: ProofName[] = ['need', 'kp', 'budget']

export type Validity = Schemas['OpportunityDetailProven']

export type OpportunityDetail = Schemas['OpportunityDetail']

/** A stage in use has its id; only one that was never saved has none. */
export type Stage = Schemas['Stage'] & { id: string }

export type SalesProcess = Omit<Schemas['SalesProcess'], 'id' | 'stages'> & { id: string; stages: Stage[] }

export type StageActions = Schemas['PartQueriesStageActions']

export type Change = Schemas['HistoryRowChange']

export type HistoryRow = Schemas['HistoryRow']

export interface Paged<T> {
  rows: T[]
  next?: string | null
}

export const detailQuery = (id: string, asOf?: string | null) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'record', 'opportunities', id),
    queryFn: ({ signal }) => get<OpportunityDetail>(`/opportunities/${id}`, { asOf }, signal),
  })

/** What belongs to an opportunity: its team, its lines. */
export const partQuery = <T>(id: string, part: 'team' | 'contacts' | 'lines', asOf: string | null) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'record', 'opportunities', id, part),
    queryFn: ({ signal }) => get<T>(`/opportunities/${id}/${part}`, { asOf }, signal),
  })

/** The processes, in the reader's language. */
export const processesQuery = () =>
  queryOptions({
    queryKey: ['processes', document.documentElement.lang],
    queryFn: () => get<SalesProcess[]>('/processes'),
    select: (processes) => processes.map((process) => ({ ...spoken(process), stages: process.stages.map(spoken) })),
    staleTime: 5 * 60_000,
  })

/** Stages in use, in order. */
export const stagesOf = (process: SalesProcess | undefined) =>
  (process?.stages ?? []).filter(({ archived }) => !archived).sort((one, other) => one.position - other.position)

/** The stages on the way of one opportunity, in order: as its edition has them, whatever the process became since. */
export const wayOf = (process: SalesProcess | undefined, { path }: OpportunityDetail) =>
  path.length === 0
    ? stagesOf(process)
    : path.flatMap(({ stageId }, place) => {
        const stage = process?.stages.find(({ id }) => id === stageId)
        return stage ? [{ ...stage, isFinal: place === path.length - 1 }] : []
      })

export const keyActionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', 'opportunities', id, 'key-actions'],
    queryFn: () => get<StageActions[]>(`/opportunities/${id}/key-actions`),
  })

/** Where what happened is told from, newest first: from now, or from the end of a day. */
export const toldFrom = (asOf: string | null) => (asOf ? endOf(asOf) : '')

export const historyQuery = (id: string, asOf: string | null) =>
  infiniteQueryOptions({
    queryKey: keyAsOf(asOf, 'record', 'opportunities', id, 'history'),
    queryFn: ({ pageParam }) => get<Paged<HistoryRow>>(`/opportunities/${id}/history`, { after: pageParam }),
    initialPageParam: toldFrom(asOf),
    getNextPageParam: (page) => page.next || undefined,
  })

export const tickKeyAction = (id: string, stageId: string, place: number, done: boolean) =>
  put(`/opportunities/${id}/key-actions`, { stageId, place, done })

export const judgeValidity = (subject: Known, proofs: Partial<Record<ProofName, Proof>>) => withVersion(subject, (version) => put<Version>(`/opportunities/${subject.id}/validity`, { ...proofs, version }))

export const moveToStage = (subject: Known, stageId: string, reason?: string) =>
  withVersion(subject, (version) => put<Version>(`/opportunities/${subject.id}/stage`, { stageId, reason, version }))

export const act = (subject: Known, verb: string, body: object = {}) => withVersion(subject, (version) => post<Version>(`/opportunities/${subject.id}/${verb}`, { ...body, version }))

type Version = Schemas['Version']

/** An opportunity, and the version of it that was read: what is asked of it goes by that. */
export interface Known {
  id: string
  version?: number
}

/**
 * Acts on the version that was read. Whoever is told that somebody else was faster has been warned: trying once more goes by
 * the newest version, and what came of it is the next one to go by.
 */
export async function withVersion(subject: Known, send: (version?: number) => Promise<Version>) {
  try {
    const { version } = await send(subject.version)
    subject.version = version
  } catch (failure) {
    if (failure instanceof ProblemError && failure.code === 'stale-version') subject.version = failure.problem.current as number
    throw failure
  }
}

/** Whatever a move may have changed. */
export async function opportunityChanged(cache: QueryClient) {
  await Promise.all([['approvals'], ['record'], ['records'], ['timeline'], ['workbench']].map((queryKey) => cache.invalidateQueries({ queryKey })))
}

/** What the dialogs of moves must know of an opportunity, from a card or from its page. */
export interface Subject extends Known {
  name: string
  stageId: string
  processId?: string
  expectedAmount?: number | null
  committedAmount?: number | null
}

const idOf = (value: Value) => (value && typeof value === 'object' && 'id' in value ? value.id : '')

export const subjectOf = (row: Row): Subject => ({
  id: row.id,
  version: row.version == null ? undefined : Number(row.version),
  name: String(row.name),
  stageId: idOf(row.stage),
  processId: idOf(row.process) || undefined,
  expectedAmount: row.expectedAmount as number | null,
  committedAmount: row.committedAmount as number | null,
})
