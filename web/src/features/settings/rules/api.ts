import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'

/** What a rule says: its form is that of its kind. */
export type Body = Record<string, unknown>

export interface RuleKind {
  id: string
  label: string
  locked: boolean
  lines: string[]
  departments: number
  nextChange?: string | null
}

export interface Part {
  path: string
  type: 'MONEY' | 'INTEGER' | 'PERCENT' | 'TRUTH' | 'TEXT' | 'CHOICE'
  label: string
  choices: { code: string; label: string }[]
}

export interface Place {
  id: string
  name: string
}

export interface Edition {
  id: string
  number?: number | null
  state: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN'
  effectiveFrom?: string | null
  inForce: boolean
  /** Nothing gives way to what holds above. */
  body?: Body | null
  lines: string[]
  added: string[]
  removed: string[]
  reason?: string | null
  createdBy?: string | null
  createdAt: string
  publishedBy?: string | null
  publishedAt?: string | null
}

export interface Timeline {
  id: string
  label: string
  parts: Part[]
  department?: Place | null
  version: number
  locked: boolean
  mayEdit: boolean
  mayTry: boolean
  departments: Place[]
  inForce: { source: 'OWN' | 'DEPARTMENT' | 'HEADQUARTERS' | 'SHIPPED'; department?: Place | null; body: Body; lines: string[] }
  editions: Edition[]
}

export interface TrialItem {
  id: string
  editionId?: string | null
  jobId?: string | null
  from: string
  to: string
  startedAt: string
  changed?: number | null
}

export interface Trial {
  trial: TrialItem
  recordType: string
  verdicts: { code: string; label: string }[]
  outcome?: {
    changed: number
    amount?: number | null
    cells: { from: string; to: string; count: number; amount?: number | null }[]
    owners: { userId?: string | null; name?: string | null; count: number; amount?: number | null }[]
    records: { id: string; name: string; from: string; to: string; amount?: number | null; owner?: string | null; added?: string[]; removed?: string[] }[]
    /** Where what was done with records is judged: one of them may know several. */
    steps?: Steps | null
  } | null
}

export interface Steps {
  judged: number
  changed: number
  refused: number
  reasons: { label: string; added: number; removed: number }[]
  /** What the past does not tell. */
  doubts: string[]
}

/** Where drafts of something are tried, and for which part of it. */
export interface TrialPlace {
  path: string
  params?: Record<string, string | null>
}

export const kindsQuery = queryOptions({ queryKey: ['rules'], queryFn: () => get<RuleKind[]>('/rules') })

export const timelineQuery = (kind: string, department: string | null) =>
  queryOptions({ queryKey: ['rules', kind, department], queryFn: () => get<Timeline>(`/rules/${kind}`, { department }) })

const page = 10

/** The viewer's own trials, the newest first, whatever became of what they tried. */
export const trialsQuery = ({ path, params = {} }: TrialPlace) =>
  infiniteQueryOptions({
    queryKey: ['trials', path, 'last', params],
    queryFn: ({ pageParam }) => get<TrialItem[]>(`${path}/trials`, { ...params, before: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.length < page ? undefined : last.at(-1)!.id),
  })

export const trialQuery = ({ path }: TrialPlace, id: string) =>
  queryOptions({ queryKey: ['trials', path, id], queryFn: () => get<Trial>(`${path}/trials/${id}`) })

/** The value at a place of a body, named by its path with dots. */
export const valueAt = (body: Body, path: string): unknown =>
  path.split('.').reduce<unknown>((at, step) => (at as Body | null | undefined)?.[step], body)

/** The body with another value at the place. */
export function withValue(body: Body, path: string, value: unknown): Body {
  const [first, ...rest] = path.split('.')
  return { ...body, [first!]: rest.length === 0 ? value : withValue((body[first!] as Body | null) ?? {}, rest.join('.'), value) }
}
