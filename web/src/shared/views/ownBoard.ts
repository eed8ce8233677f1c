import type { ComponentType } from 'react'
import type { Filter } from '../../api/types'

export interface OwnBoardProps {
  /** One of its groups: `stage`, `expectedSignOn:month`. */
  group: string
  /** Condition of the list, words of its search box included. */
  filter: Filter | null
  /** A past day, whose cards cannot be moved. */
  asOf?: string | null
}

/** A board that a type has of its own for some groups: its cards can be moved. The others show what every list can. */
export interface OwnBoard {
  /** By the first of them a board is laid out before anybody says. */
  groups: string[]
  Board: ComponentType<OwnBoardProps>
}
