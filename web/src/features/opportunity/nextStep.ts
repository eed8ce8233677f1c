import { daysBetween } from '../../shared/format'
import type { Tone } from '../../shared/theme'

/** How the clock of an open opportunity stands: something is planned, nothing is, or it is late. */
export type Clock = { state: 'planned' | 'today' | 'none' | 'overdue'; tone: Tone; days: number }

export function clockOf(nextStepOn: unknown, today: string): Clock {
  if (typeof nextStepOn !== 'string' || nextStepOn === '') return { state: 'none', tone: 'amber', days: 0 }
  const days = daysBetween(today, nextStepOn)
  if (days < 0) return { state: 'overdue', tone: 'red', days: -days }
  return { state: days === 0 ? 'today' : 'planned', tone: 'green', days }
}
