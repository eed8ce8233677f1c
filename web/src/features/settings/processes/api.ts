import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Schemas } from '../../../api/types'

export const maturities = ['POTENTIAL', 'VALID', 'FEASIBLE', 'TARGET', 'SUCCESS'] as const
export type Maturity = (typeof maturities)[number]

export interface Gate {
  requiredFields: string[]
  validityRequired: boolean
  keyActionsRequired: boolean
  documentsRequired: string[]
  /** A file marked as evidence of the verification mark of the stage before. */
  verificationRequired: boolean
  recentActivity?: { days: number; kind?: string | null } | null
  approvalRequired: boolean
  confirmationRequired: boolean
  /** Of the last assessment, 0–100. */
  minimumScore?: number | null
}

/** What a stage says in English; empty where only one text was given. */
export interface StageEnglish {
  name: string
  goal: string
  workItems: string[]
  participants: string[]
  keyActions: string[]
  keyResults: string[]
  diagnosisQuestions: string[]
  diagnosisIndicators: string[]
  verification: string
}

export interface Stage {
  /** Nothing before it is saved. */
  id?: string | null
  code: string
  name: string
  winRate: number | null
  expectedConversion?: number | null
  plannedDays?: number | null
  maturity: Maturity
  goal: string
  workItems: string[]
  participants: string[]
  keyActions: string[]
  keyResults: string[]
  diagnosisQuestions: string[]
  diagnosisIndicators: string[]
  verification: string
  english: StageEnglish
  gate: Gate
  isFinal: boolean
  archived: boolean
}

export interface Process {
  id: string
  code: string
  name: string
  description: string
  english: { name: string; description: string }
  isDefault: boolean
  archived: boolean
  version: number
  stages: Stage[]
  /** Why it is changed; goes with the edition that comes of it. */
  reason?: string
}

export type Edition = Schemas['EditionPagesRow']

/** Newest first, with how many opportunities under way go by each. */
export const editionsQuery = (id: string) =>
  queryOptions({ queryKey: ['processes', id, 'editions'], queryFn: () => get<Edition[]>(`/processes/${id}/editions`) })

export const processesQuery = queryOptions({ queryKey: ['processes'], queryFn: () => get<Process[]>('/processes') })

export const newStage = (code: string): Stage => ({
  code,
  name: '',
  winRate: null,
  expectedConversion: null,
  plannedDays: null,
  maturity: 'POTENTIAL',
  goal: '',
  workItems: [],
  participants: [],
  keyActions: [],
  keyResults: [],
  diagnosisQuestions: [],
  diagnosisIndicators: [],
  verification: '',
  english: {
    name: '',
    goal: '',
    workItems: [],
    participants: [],
    keyActions: [],
    keyResults: [],
    diagnosisQuestions: [],
    diagnosisIndicators: [],
    verification: '',
  },
  gate: { requiredFields: [], validityRequired: false, keyActionsRequired: false, documentsRequired: [], verificationRequired: false, recentActivity: null, approvalRequired: false, confirmationRequired: false },
  isFinal: false,
  archived: false,
})

/** As the server wants it: positions in order, and the last stage in use is the one that wins. */
export function toBody(process: Process) {
  const last = process.stages.findLast((stage) => !stage.archived)
  const { id: _, ...rest } = process
  // What key actions are known by is the server's to say: it knows what they were called before.
  return { ...rest, stages: process.stages.map((stage, index) => ({ ...stage, keyActionKeys: undefined, winRate: stage.winRate ?? 0, position: index + 1, isFinal: stage === last })) }
}

/** The next letter, then the next number, that no stage has yet. */
export function freeCode(stages: Stage[]) {
  const taken = new Set(stages.map(({ code }) => code))
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  return letters.find((letter) => !taken.has(letter)) ?? `S${stages.length + 1}`
}

/** The stage that a fault of the server is about; -1 for none. */
export const placeOf = (field: string) => Number(/^stages\[(\d+)\]/.exec(field)?.[1] ?? -1)
