import { useState } from 'react'
import { ProblemError } from '../../api/client'

/** What the server refused of a body, by the place in the body. */
export function useFaults() {
  const [failure, setFailure] = useState<unknown>(null)
  const faults = failure instanceof ProblemError ? failure.fields : []
  return {
    failure,
    faults,
    setFailure,
    /** The fault of exactly this place. */
    at: (path: string) => faults.find(({ field }) => field === path)?.message,
    /** The first fault at this place or below it. */
    below: (path: string) => faults.find(({ field }) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`))?.message,
  }
}

export type Faults = ReturnType<typeof useFaults>
