import type { Choice } from '../../../api/types'

interface Option {
  value: string
  label: string
  children?: Option[]
}

/** Entries of a dictionary as a tree of two levels, each in its order. */
export const twoLevels = (choices: Choice[]): Option[] =>
  choices
    .filter(({ parent }) => !parent)
    .map(({ code, label }) => {
      const children = choices.filter(({ parent }) => parent === code).map((child) => ({ value: child.code, label: child.label }))
      return { value: code, label, ...(children.length > 0 && { children }) }
    })
