/** The shapes of the records contract that every page derives from. */

export interface Session {
  user: { id: string; name: string; username: string; departmentId?: string | null }
  permissions: string[]
  mustChangePassword: boolean
  demo: boolean
  version: string
  language?: string | null
}

export type FieldKind =
  | 'TEXT'
  | 'LONG_TEXT'
  | 'INTEGER'
  | 'NUMBER'
  | 'MONEY'
  | 'PERCENT'
  | 'DATE'
  | 'INSTANT'
  | 'BOOLEAN'
  | 'CHOICE'
  | 'REFERENCE'
  | 'PHONE'
  | 'EMAIL'
  | 'URL'
  | 'TAGS'

export interface Choice {
  code: string
  label: string
  parent?: string | null
  color?: string | null
}

/** What the catalogue says of one field. */
export interface Field {
  name: string
  label: string
  kind: FieldKind
  unit?: string | null
  required?: boolean
  readOnly?: boolean
  filterable?: boolean
  sortable?: boolean
  groupable?: boolean
  summable?: boolean
  importable?: boolean
  custom?: boolean
  reference?: string | null
  choices?: Choice[] | null
  defaultColumn?: boolean
  maxLength?: number | null
}

export interface RecordType {
  type: string
  label: string
  fields: Field[]
  defaultSort?: string | null
}

export interface Reference {
  id: string
  label: string
}

export type Value = string | number | boolean | Reference | string[] | null | undefined

export interface Row {
  id: string
  [field: string]: Value
}

export interface Page {
  rows: Row[]
  next?: string | null
}

export interface Count {
  count: number
  capped: boolean
}

/** One record with what the viewer may do to it. */
export interface RecordDetail {
  id: string
  version: number
  values: Record<string, Value>
  may: Record<string, boolean>
}

export interface LookupItem {
  id: string
  label: string
  hint?: string | null
}

export interface SearchGroup {
  type: string
  label: string
  items: LookupItem[]
}

export interface Department {
  id: string
  parentId?: string | null
  name: string
  code?: string | null
  leaderId?: string | null
  position: number
  version: number
  archived?: boolean
}

export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

export interface Job {
  id: string
  kind: string
  state: JobState
  done: number
  total?: number | null
  result?: unknown
  problem?: { title: string; detail?: string } | null
}

export type Operator =
  | 'is'
  | 'isNot'
  | 'in'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'contains'
  | 'startsWith'
  | 'empty'
  | 'notEmpty'
  | 'relative'
  | 'me'

export interface Condition {
  field: string
  op: Operator
  value?: unknown
}

export type Filter = Condition | { and: Filter[] } | { or: Filter[] } | { not: Filter }
