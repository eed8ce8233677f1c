import type { FieldKind } from '../../api/types'
import type { PathField } from './useCatalogue'

const widths: Record<FieldKind, number> = {
  TEXT: 168,
  LONG_TEXT: 260,
  INTEGER: 96,
  NUMBER: 110,
  MONEY: 150,
  PERCENT: 84,
  DATE: 116,
  INSTANT: 148,
  BOOLEAN: 88,
  CHOICE: 104,
  REFERENCE: 216,
  PHONE: 140,
  EMAIL: 190,
  URL: 190,
  TAGS: 180,
}

/** References whose names are short: of people, of places in a process. */
const shortNames: Record<string, number> = { user: 108, stage: 116, process: 116, department: 148 }

/** Width of a column in pixels; the first one names the record and gets more. What is left over is shared out. */
export function widthOf(field: PathField, first: boolean) {
  if (first) return 280
  const unit = field.kind === 'MONEY' ? '（万元）' : (field.unit ?? '')
  const label = [...field.label, ...unit].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 12.5 : 7), 46)
  const usual = (field.kind === 'REFERENCE' && shortNames[field.reference ?? '']) || widths[field.kind]
  return Math.max(usual, Math.min(label, 240))
}

export const isNumeric = (kind: FieldKind) => ['INTEGER', 'NUMBER', 'MONEY', 'PERCENT'].includes(kind)

export type SortOrder = 'ascending' | 'descending' | undefined

/** How a list sorted by `-amount,name` stands to one field. Only the first key shows. */
export function sortOrderOf(sort: string, path: string): SortOrder {
  const first = sort.split(',')[0] ?? ''
  if (first === path) return 'ascending'
  return first === `-${path}` ? 'descending' : undefined
}

/** Figures start with the largest, words with the first; the third click gives the type's own order back. */
export function nextSort(sort: string, field: PathField): string | null {
  const order = sortOrderOf(sort, field.path)
  const descendingFirst = isNumeric(field.kind) || field.kind === 'DATE' || field.kind === 'INSTANT'
  if (!order) return descendingFirst ? `-${field.path}` : field.path
  if (order === 'descending') return descendingFirst ? field.path : null
  return descendingFirst ? null : `-${field.path}`
}
