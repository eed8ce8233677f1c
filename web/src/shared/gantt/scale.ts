import type { Schemas } from '../../api/types'

/** A step or a milestone between days, of a plan or of a project. */
export type ScheduleItem = Schemas['ItemView']

const dayMillis = 86_400_000

/** Days since 1970, so that days can be counted. */
export const numberOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMillis)

export const dayOf = (number: number) => new Date(number * dayMillis).toISOString().slice(0, 10)

/** The days between which a bar lies, both included. */
export interface Bar {
  from: number
  to: number
}

export const barOf = ({ startsOn, endsOn }: ScheduleItem): Bar => ({ from: numberOf(startsOn), to: numberOf(endsOn) })

export const ghostOf = ({ baseStartsOn, baseEndsOn }: ScheduleItem): Bar | null =>
  baseStartsOn && baseEndsOn ? { from: numberOf(baseStartsOn), to: numberOf(baseEndsOn) } : null

/** The days that a drawing shows: all of it and today, with room on both sides. */
export function spanOf(items: ScheduleItem[], today: string): Bar {
  const days = items.flatMap((item) => [item.startsOn, item.endsOn, item.baseStartsOn, item.baseEndsOn, item.doneOn]).filter((day) => day != null)
  const numbers = [today, ...days].map(numberOf)
  return { from: Math.min(...numbers) - 4, to: Math.max(...numbers) + 10 }
}

export const zooms = { day: 30, week: 12, month: 4 } as const
export type Zoom = keyof typeof zooms

/** The closest look at which most of it fits a page. */
export const zoomFor = ({ from, to }: Bar): Zoom => (to - from <= 40 ? 'day' : to - from <= 120 ? 'week' : 'month')

/** The first day on which something may begin after what it depends on; null if it waits for nothing. */
export function earliestOf(item: ScheduleItem, items: ScheduleItem[]): number | null {
  const before = items.find(({ id }) => id === item.predecessorId)
  if (!before || before.doneOn || item.doneOn) return null
  return numberOf(before.endsOn) + (item.kind === 'MILESTONE' ? 0 : 1)
}

export type Part = 'whole' | 'start' | 'end'

/** A bar of which a part was moved by some days: never before `earliest`, and never shorter than a day. */
export function moved(bar: Bar, part: Part, days: number, earliest: number | null): Bar {
  const first = earliest ?? -Infinity
  if (part === 'end') return { from: bar.from, to: Math.max(bar.from, bar.to + days) }
  if (part === 'start') return { from: Math.min(bar.to, Math.max(first, bar.from + days)), to: bar.to }
  const from = Math.max(first, bar.from + days)
  return { from, to: from + bar.to - bar.from }
}

/** The months that a span touches: where each begins in it, and how many of its days it has. */
export function monthsOf({ from, to }: Bar) {
  const months: { key: string; from: number; days: number }[] = []
  for (let day = from; day <= to; day++) {
    const key = dayOf(day).slice(0, 7)
    const last = months.at(-1)
    if (last?.key === key) last.days++
    else months.push({ key, from: day, days: 1 })
  }
  return months
}

/** The Mondays of a span. */
export const mondaysOf = ({ from, to }: Bar) => Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((day) => (day + 3) % 7 === 0)
