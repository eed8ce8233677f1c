import { ProblemError } from '../../api/client'
import type { Value } from '../../api/types'

/** Somebody else changed the field meanwhile: nothing was saved. Knows what it holds now. */
export class FieldChanged extends ProblemError {
  readonly now: Value
  /** Who changed what, where that is known. */
  readonly who?: string

  constructor(now: Value, who?: string) {
    super({ type: '/problems/changed-meanwhile', title: 'The field was changed meanwhile', status: 409, detail: who })
    this.name = 'FieldChanged'
    this.now = now
    this.who = who
  }
}

/** What an edit stands on: the value that was shown, or the version that an earlier save of it made. */
export interface Read {
  value: Value
  version?: number
}

/** Whether the record still holds in the field what was read. */
export const stillHolds = (read: Read, field: string, { version, values }: { version: number; values: Record<string, Value> }) =>
  version === read.version || !(field in values) || wordOf(read.value) === wordOf(values[field])

/** The same for what is the same to the server, however it is written: a reference by its id, no text and nothing. */
function wordOf(value: Value): string {
  if (value == null) return ''
  if (Array.isArray(value)) return value.toSorted().join('\n')
  return typeof value === 'object' ? value.id : String(value).trim()
}
