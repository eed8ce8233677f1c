import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { FieldKind, Schemas } from '../../../api/types'

export type Option = Schemas['CustomFieldsOption']

export type CustomField = Schemas['CustomFieldsRow']

/** Record types that take custom fields. */
export const customTypes = ['opportunity', 'customer', 'contact', 'product', 'activity', 'task', 'user'] as const

/** Record types that a custom field can refer to. */
export const referable = ['customer', 'contact', 'product', 'opportunity', 'user', 'department'] as const

/** Kinds a custom field can have. */
export const customKinds: FieldKind[] = [
  'TEXT',
  'LONG_TEXT',
  'INTEGER',
  'NUMBER',
  'MONEY',
  'PERCENT',
  'DATE',
  'INSTANT',
  'CHOICE',
  'REFERENCE',
  'BOOLEAN',
  'TAGS',
  'PHONE',
  'EMAIL',
  'URL',
]

export const customFieldsQuery = (type: string) =>
  queryOptions({ queryKey: ['custom-fields', type], queryFn: () => get<CustomField[]>('/custom-fields', { type }) })

export type FieldIndex = Schemas['FieldIndex']

export const fieldIndexesQuery = (type: string) =>
  queryOptions({ queryKey: ['field-indexes', type], queryFn: () => get<FieldIndex[]>('/custom-fields/indexes', { type }) })

export type Entry = Schemas['DictionariesEntry']

export type Dictionary = Schemas['DictionariesDictionary']

export const dictionariesQuery = () =>
  queryOptions({ queryKey: ['dictionaries', document.documentElement.lang], queryFn: () => get<Dictionary[]>('/dictionaries') })
