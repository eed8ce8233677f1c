import type { components } from './schema'

/** The shapes of the API, generated from its document; what the document cannot say stands here by hand. */
export type Schemas = components['schemas']

export type Session = Schemas['CurrentSession']

export type FieldKind = Field['kind']

export type Choice = Schemas['DescriptionsChoiceDescription']

/** What the catalogue says of one field; a page that makes one up says less. */
export type Field = Pick<FieldSchema, 'name' | 'label' | 'kind'> & Partial<FieldSchema>
type FieldSchema = Schemas['DescriptionsFieldDescription']

export type RecordType = Pick<TypeSchema, 'type' | 'label'> & Partial<TypeSchema> & { fields: Field[] }
type TypeSchema = Omit<Schemas['DescriptionsTypeDescription'], 'fields'>

export type Reference = Schemas['RecordReference']

/** What stands in a field; nothing where it was not asked for. */
export type Value = Schemas['RecordValue'] | undefined

export type Row = Schemas['RecordRow']

export type Page = Schemas['AggregatesPage']

export type Count = Schemas['AggregatesCount']

/** One record with what the viewer may do to it. */
export type RecordDetail = Schemas['RecordPage']

export type LookupItem = Schemas['LookupItem']

/** A part of a text that was searched for, from `start` to before `end`. */
export type Mark = Schemas['Mark']

/** A record that was found, and why: what of its label, its hint or another text was searched for. */
export type SearchItem = SearchGroup['items'][number]

export type SearchGroup = Schemas['SearchGroup']

export type Department = Schemas['DepartmentRow']

export type JobState = Job['state']

export type Job = Schemas['Job']

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
  | 'finds'
  | 'startsWith'
  | 'empty'
  | 'notEmpty'
  | 'relative'
  | 'me'
  | 'myDepartment'
  | 'myDepartmentAndBelow'
  | 'below'

export interface Condition {
  field: string
  op: Operator
  value?: unknown
}

export type Filter = Condition | { and: Filter[] } | { or: Filter[] } | { not: Filter }
