import { useLocation } from 'react-router'

/** What a link to a record tells its page: the records it stood among, in their order. */
export interface Opened {
  among: string[]
}

export const openedAmong = (rows: { id: string }[]): Opened => ({ among: rows.map(({ id }) => id) })

/** The records before and after one, in the order of the list or lane that it was opened from; nothing when it was not. */
export function useNeighbours(id: string) {
  const state = useLocation().state as Partial<Opened> | null
  const at = state?.among?.indexOf(id) ?? -1
  if (!state?.among || at < 0 || state.among.length < 2) return null
  return { before: state.among[at - 1], after: state.among[at + 1], at: at + 1, all: state.among.length, state }
}
