import type { Body } from '../api'

/** By what the people of a level are found. */
export const bys = ['ROLE', 'LEADER', 'MANAGER'] as const

export interface Level {
  by: (typeof bys)[number]
  role: string | null
  above: string[]
  up: number
  mode: string
  days: number | null
}

/** Who decides one kind of thing; the first flow that fits counts. Amounts are in yuan. */
export interface Flow {
  kind: string
  grades: string[]
  from: number | null
  below: number | null
  levels: Level[]
}

export const flowsOf = (body: Body) => (body.flows as Flow[] | undefined) ?? []

export const newLevel: Level = { by: 'ROLE', role: null, above: [], up: 0, mode: 'ANY', days: 3 }

export const newFlow = (kind: string): Flow => ({ kind, grades: [], from: null, below: null, levels: [newLevel] })

export const replaced = <T>(all: T[], at: number, part: Partial<T>) => all.map((one, place) => (place === at ? { ...one, ...part } : one))

export const without = <T>(all: T[], at: number) => all.filter((_, place) => place !== at)

/** One place earlier: of flows the first that fits counts, levels decide in order. */
export const earlier = <T>(all: T[], at: number) =>
  at === 0 ? all : all.map((one, place) => (place === at - 1 ? (all[at] as T) : place === at ? (all[at - 1] as T) : one))
