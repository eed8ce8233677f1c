import type { Condition, Field, FieldKind, Filter, Operator } from '../../api/types'

/** The filter as the bar shows it: parts of one level, joined by "and" or by "or". */
export interface FilterGroup {
  join: 'and' | 'or'
  parts: Filter[]
}

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter

/** Reads the `filter` parameter; what cannot be read is no filter, and `isUnreadable`. */
export function parseFilter(text: string | null): Filter | null {
  if (!text) return null
  try {
    const filter: unknown = JSON.parse(text)
    return isFilter(filter) ? filter : null
  } catch {
    return null
  }
}

export const isUnreadable = (text: string | null) => Boolean(text) && parseFilter(text) === null

/** Whether it is shaped so that it can be said and asked; whether its fields are there, the server knows. */
function isFilter(what: unknown): what is Filter {
  if (!what || typeof what !== 'object') return false
  const { and, or, not, ...condition } = what as Record<string, unknown>
  const parts = and ?? or
  if (parts !== undefined) return Array.isArray(parts) && parts.every(isFilter)
  return not === undefined ? isReadable(condition) : isFilter(not)
}

function isReadable({ field, op, value }: Record<string, unknown>) {
  if (typeof field !== 'string' || !field || !allOperators.has(op)) return false
  if (valueless(op as Operator)) return true
  if (op === 'relative') return (relativePeriods as readonly unknown[]).includes(value) || daysOf(value) !== undefined
  if (op === 'between') return isComplete({ field, op, value })
  return value !== undefined && [value].flat().every((one) => one === null || typeof one !== 'object')
}

export function toGroup(filter: Filter | null): FilterGroup {
  if (!filter) return { join: 'and', parts: [] }
  if ('and' in filter) return { join: 'and', parts: filter.and }
  if ('or' in filter) return { join: 'or', parts: filter.or }
  return { join: 'and', parts: [filter] }
}

export function fromGroup({ join, parts }: FilterGroup): Filter | null {
  if (parts.length === 0) return null
  // A group alone stays one part: taken apart, a further condition would join it by its own "or".
  if (parts.length === 1 && isCondition(parts[0]!)) return parts[0]!
  return join === 'and' ? { and: parts } : { or: parts }
}

/** Both conditions at once; either may be absent. */
export function both(one: Filter | null, other: Filter | null): Filter | null {
  if (!one || !other) return one ?? other
  const parts = [one, other].flatMap((filter) => ('and' in filter ? filter.and : [filter]))
  return { and: parts }
}

/** Paths of all fields a filter speaks of. */
export function fieldsOf(filter: Filter | null): string[] {
  if (!filter) return []
  if (isCondition(filter)) return [filter.field]
  if ('not' in filter) return fieldsOf(filter.not)
  return ('and' in filter ? filter.and : filter.or).flatMap(fieldsOf)
}

const textual: Operator[] = ['contains', 'is', 'startsWith', 'empty', 'notEmpty']
const numeric: Operator[] = ['gte', 'lte', 'between', 'is', 'empty', 'notEmpty']
const temporal: Operator[] = ['relative', 'between', 'gte', 'lte', 'empty', 'notEmpty']

const operators: Record<FieldKind, Operator[]> = {
  TEXT: textual,
  LONG_TEXT: ['contains', 'empty', 'notEmpty'],
  PHONE: ['is', 'empty', 'notEmpty'],
  EMAIL: ['is', 'empty', 'notEmpty'],
  URL: textual,
  INTEGER: numeric,
  NUMBER: numeric,
  MONEY: numeric,
  PERCENT: numeric,
  DATE: temporal,
  INSTANT: temporal,
  BOOLEAN: ['is'],
  CHOICE: ['in', 'isNot', 'empty', 'notEmpty'],
  REFERENCE: ['in', 'empty', 'notEmpty'],
  TAGS: ['in', 'empty', 'notEmpty'],
}

/** Those that are offered nowhere too: the search box and the lanes of a board ask by them. */
const allOperators = new Set<unknown>([
  ...Object.values(operators).flat(),
  ...(['gt', 'lt', 'finds', 'me', 'myDepartment', 'myDepartmentAndBelow', 'below'] satisfies Operator[]),
])

/** What may be asked of a field, the usual question first. */
export function operatorsFor(field: Field): Operator[] {
  const own = operators[field.kind]
  if (field.kind !== 'REFERENCE') return own
  return [
    ...(field.reference === 'user' ? (['me'] as const) : []),
    ...(field.reference === 'department' ? (['myDepartmentAndBelow', 'myDepartment'] as const) : []),
    ...own,
    ...(field.tree ? (['below'] as const) : []),
  ]
}

/** Operators that need no value. */
export const valueless = (op: Operator) => ['empty', 'notEmpty', 'me', 'myDepartment', 'myDepartmentAndBelow'].includes(op)

export const relativePeriods = [
  'overdue',
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'thisMonth',
  'thisQuarter',
  'thisYear',
  'lastWeek',
  'lastMonth',
  'lastQuarter',
  'lastYear',
  'nextWeek',
  'nextMonth',
  'nextQuarter',
  'nextYear',
] as const

/** `last30Days`, `next7Days`: so many days that end or begin with today. */
export const daysOf = (period: unknown) => /^(last|next)([1-9]\d{0,2})Days$/.exec(String(period))?.slice(1) as ['last' | 'next', string] | undefined

/** True when the condition says enough to be asked. */
export function isComplete({ field, op, value }: Partial<Condition>): boolean {
  if (!field || !op) return false
  if (valueless(op)) return true
  if (op === 'between') return Array.isArray(value) && value.some((end) => end != null)
  if (Array.isArray(value)) return value.length > 0
  return value != null && value !== ''
}
