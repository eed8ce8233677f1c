import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { FieldKind } from '../../../api/types'

export interface Option {
  code: string
  labelZh: string
  labelEn: string
}

export interface CustomField {
  id: string
  version: number
  type: string
  code: string
  name: string
  labelZh: string
  labelEn: string
  kind: FieldKind
  options: Option[]
  required: boolean
  position: number
  maxLength?: number | null
}

/** Record types that take custom fields. */
export const customTypes = ['opportunity', 'customer', 'contact', 'product', 'activity', 'task', 'user'] as const

/** Kinds a custom field can have; references are declared, never added. */
export const customKinds: FieldKind[] = [
  'TEXT',
  'LONG_TEXT',
  'INTEGER',
  'NUMBER',
  'MONEY',
  'PERCENT',
  'DATE',
  'INSTANT',
  'BOOLEAN',
  'CHOICE',
  'TAGS',
  'PHONE',
  'EMAIL',
  'URL',
]

export const customFieldsQuery = (type: string) =>
  queryOptions({ queryKey: ['custom-fields', type], queryFn: () => get<CustomField[]>('/custom-fields', { type }) })

export interface Entry extends Option {
  parent?: string | null
  archived: boolean
}

export interface Dictionary {
  code: string
  label: string
  entries: Entry[]
}

export const dictionariesQuery = () =>
  queryOptions({ queryKey: ['dictionaries', document.documentElement.lang], queryFn: () => get<Dictionary[]>('/dictionaries') })
