import { ProblemError } from '../../../api/client'
import type { Unmet } from '../api'

/** What the gates still ask for, if that is why the server refused. */
export function unmetOf(failure: unknown): Unmet[] | null {
  if (!(failure instanceof ProblemError) || failure.code !== 'stage-gates-unmet') return null
  return (failure.problem.unmetGates as Unmet[] | undefined) ?? []
}
