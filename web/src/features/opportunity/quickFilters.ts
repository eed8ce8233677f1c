import type { Condition, Department, Filter } from '../../api/types'
import { fromGroup, isCondition, toGroup } from '../../shared/records/filter'

/** Whose opportunities a list shows. */
export type Whose = 'all' | 'mine' | 'team'
export type StatusChoice = 'all' | 'OPEN' | 'DEFERRED' | 'WON' | 'LOST'

/** The top conditions of a filter that all hold; an "or" is one of them. */
const conjuncts = (filter: Filter | null): Filter[] => {
  const { join, parts } = toGroup(filter)
  return join === 'and' ? parts : filter ? [filter] : []
}

function swap(filter: Filter | null, away: (condition: Condition) => boolean, instead: Condition | null): Filter | null {
  const kept = conjuncts(filter).filter((part) => !(isCondition(part) && away(part)))
  return fromGroup({ join: 'and', parts: instead ? [instead, ...kept] : kept })
}

const isMine = ({ field, op }: Condition) => field === 'owner' && op === 'me'
const isTeam = ({ field, op }: Condition) => field === 'department' && op === 'in'
const isStatus = ({ field, op }: Condition) => field === 'status' && (op === 'is' || op === 'in')
const values = ({ value }: Condition) => [value].flat() as unknown[]

export function whoseOf(filter: Filter | null): Whose {
  const conditions = conjuncts(filter).filter(isCondition)
  if (conditions.some(isMine)) return 'mine'
  return conditions.some(isTeam) ? 'team' : 'all'
}

/** The status the filter asks for; null when it asks for several at once. */
export function statusOf(filter: Filter | null): StatusChoice | null {
  const condition = conjuncts(filter).filter(isCondition).find(isStatus)
  if (!condition) return 'all'
  const asked = values(condition)
  return asked.length === 1 ? (asked[0] as StatusChoice) : null
}

export function withWhose(filter: Filter | null, whose: Whose, departments: string[]): Filter | null {
  const condition: Condition | null =
    whose === 'mine' ? { field: 'owner', op: 'me' } : whose === 'team' ? { field: 'department', op: 'in', value: departments } : null
  return swap(filter, (one) => isMine(one) || isTeam(one), condition)
}

export const withStatus = (filter: Filter | null, status: StatusChoice): Filter | null =>
  swap(filter, isStatus, status === 'all' ? null : { field: 'status', op: 'in', value: [status] })

/** A department and all below it. */
export function departmentAndBelow(all: Department[], id: string): string[] {
  return [id, ...all.filter(({ parentId }) => parentId === id).flatMap((child) => departmentAndBelow(all, child.id))]
}
