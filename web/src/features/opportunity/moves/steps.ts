import type { Reference } from '../../../api/types'
import type { Stage, Subject, Unmet } from '../api'
import type { Winning } from './WinDialog'

/** What ends an opportunity, puts it aside or brings it back. */
export type Verb = 'win' | 'lose' | 'defer' | 'abandon' | 'invalidate' | 'reopen' | 'resume' | 'transfer' | 'changeProcess'

export type Step =
  | { kind: 'back'; stage: Stage }
  | { kind: 'gate'; title: string; unmet: Unmet[]; again: () => Promise<void> }
  | { kind: 'win'; initial?: Winning }
  | { kind: 'transfer'; to?: Reference }
  | { kind: Exclude<Verb, 'win' | 'transfer' | 'resume'> }

export interface Open {
  subject: Subject
  step: Step
  settle: (moved: boolean) => void
}
