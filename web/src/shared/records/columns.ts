import type { TFunction } from 'i18next'
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
const shortNames: Record<string, number> = { user: 108, stage: 148, process: 116, department: 148 }

const wordWidth = (text: string) => [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 12.5 : 7), 0)

/** Width of a column in pixels; the first one names the record and gets more. What is left over is shared out. */
export function widthOf(field: PathField, first: boolean) {
  if (first) return 280
  const unit = field.kind === 'MONEY' ? '（万元）' : (field.unit ?? '')
  const label = wordWidth(field.label + unit) + 46
  const usual = (field.kind === 'REFERENCE' && shortNames[field.reference ?? '']) || widths[field.kind]
  // As a badge, a word has its own edges and a dot.
  const longest = Math.max(0, ...(field.choices ?? []).map((choice) => wordWidth(choice.label) + 54))
  return Math.max(usual, Math.min(label, 240), field.kind === 'CHOICE' ? Math.min(longest, 132) : 0)
}

/** What stands over a column: its name, and what its figures count. */
export function titleOf(field: PathField, unitOf: (field: PathField) => string, t: TFunction) {
  const unit = field.kind === 'MONEY' ? t(`shared:unit.${unitOf(field)}`) : field.unit
  return unit ? t('shared:table.withUnit', { label: field.label, unit }) : field.label
}

export const isNumeric = (kind: FieldKind) => ['INTEGER', 'NUMBER', 'MONEY', 'PERCENT'].includes(kind)

export type SortOrder = 'ascending' | 'descending' | undefined

/** The steps of an order, without the sign of their direction. */
const stepsOf = (sort: string) => sort.split(',').filter(Boolean)
const pathOf = (step: string) => step.replace(/^-/, '')
const mostSteps = 3

/** The order without the steps by fields that are not offered. */
export const sortWithout = (sort: string, lacks: (path: string) => boolean) =>
  stepsOf(sort)
    .filter((step) => !lacks(pathOf(step)))
    .join()

/** What an order begins with. */
export function firstStep(sort: string) {
  const [step = ''] = stepsOf(sort)
  return { path: pathOf(step), descending: step.startsWith('-') }
}

/** How a list sorted by `-amount,name` stands to one field. */
export function sortOrderOf(sort: string, path: string): SortOrder {
  const step = stepsOf(sort).find((each) => pathOf(each) === path)
  if (!step) return undefined
  return step === path ? 'ascending' : 'descending'
}

/** Which step of the order a field is, from 1; nothing where it is the only one. */
export function sortPlaceOf(sort: string, path: string): number | undefined {
  const steps = stepsOf(sort)
  const at = steps.findIndex((each) => pathOf(each) === path)
  return steps.length > 1 && at >= 0 ? at + 1 : undefined
}

/** The order with a further step: what is there already turns round, the third click takes it out. */
export function sortAlso(sort: string, field: PathField): string | null {
  const steps = stepsOf(sort)
  const at = steps.findIndex((each) => pathOf(each) === field.path)
  const next = nextSort(steps[at] ?? '', field)
  if (at < 0) return [...steps.slice(0, mostSteps - 1), next].join()
  return steps.flatMap((step, index) => (index === at ? (next ?? []) : step)).join() || null
}

/** From the order as it is when it is asked: two clicks may come before the first one is shown. */
export type NextSort = (sort: string) => string | null

/** Figures start with the largest, words with the first; the third click gives the type's own order back. */
export function nextSort(sort: string, field: PathField): string | null {
  const order = sortOrderOf(sort, field.path)
  const descendingFirst = isNumeric(field.kind) || field.kind === 'DATE' || field.kind === 'INSTANT'
  if (!order) return descendingFirst ? `-${field.path}` : field.path
  if (order === 'descending') return descendingFirst ? field.path : null
  return descendingFirst ? null : `-${field.path}`
}
