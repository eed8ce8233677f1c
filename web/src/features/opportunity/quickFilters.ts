import type { Condition, Department, Filter } from '../../api/types'
import { fieldsOf, fromGroup, isCondition, toGroup } from '../../shared/records/filter'

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
/** Every opportunity has a status: it says "any" where nothing said means the open ones. */
const anyStatus: Condition = { field: 'status', op: 'notEmpty' }
const isAnyStatus = ({ field, op }: Condition) => field === anyStatus.field && op === anyStatus.op
const values = ({ value }: Condition) => [value].flat() as unknown[]

export function whoseOf(filter: Filter | null): Whose {
  const conditions = conjuncts(filter).filter(isCondition)
  if (conditions.some(isMine)) return 'mine'
  return conditions.some(isTeam) ? 'team' : 'all'
}

/** Whether the filter says anything of the status, however deep inside. */
export const saysStatus = (filter: Filter | null) => fieldsOf(filter).includes('status')

/** The status the filter asks for; null when it asks for several at once, or among other things. */
export function statusOf(filter: Filter | null): StatusChoice | null {
  const conditions = conjuncts(filter).filter(isCondition)
  const condition = conditions.find(isStatus)
  if (!condition) return !saysStatus(filter) || conditions.some(isAnyStatus) ? 'all' : null
  const asked = values(condition)
  return asked.length === 1 ? (asked[0] as StatusChoice) : null
}

export function withWhose(filter: Filter | null, whose: Whose, departments: string[]): Filter | null {
  const condition: Condition | null =
    whose === 'mine' ? { field: 'owner', op: 'me' } : whose === 'team' ? { field: 'department', op: 'in', value: departments } : null
  return swap(filter, (one) => isMine(one) || isTeam(one), condition)
}

/** With `openFirst`, "any" is said: without a word it would mean the open ones. */
export const withStatus = (filter: Filter | null, status: StatusChoice, openFirst = false): Filter | null =>
  swap(filter, (one) => isStatus(one) || isAnyStatus(one), status !== 'all' ? { field: 'status', op: 'in', value: [status] } : openFirst ? anyStatus : null)

/** A department and all below it. */
export function departmentAndBelow(all: Department[], id: string): string[] {
  return [id, ...all.filter(({ parentId }) => parentId === id).flatMap((child) => departmentAndBelow(all, child.id))]
}
