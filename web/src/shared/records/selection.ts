/** The rows of a list that somebody has chosen. */
export interface Selection {
  ids: string[]
  change: (ids: string[]) => void
  /** All that the list means, loaded or not. */
  takeAll?: () => void
  clear?: () => void
}

export const toggle = ({ ids, change }: Selection, id: string) => change(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id])
