export interface Named {
  zh: string
  en: string
}

export interface Level {
  value: number | null
  name: Named
}

export interface Criterion {
  code: string
  name: Named
  weight: number | null
  levels: Level[]
}

export interface Card {
  code: string
  name: Named
  criteria: Criterion[]
}

/** What the rule says: the cards, and who must have rated. */
export interface Cards {
  cards: Card[]
  leastRaters: number | null
  firstRater?: string | null
}

export const unnamed: Named = { zh: '', en: '' }

export const replaced = <T>(all: T[], index: number, one: T) => all.map((each, at) => (at === index ? one : each))

export const without = <T>(all: T[], index: number) => all.filter((_, at) => at !== index)
