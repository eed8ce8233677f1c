import type { TFunction } from 'i18next'
import type { Field } from '../../api/types'
import type { PathField } from '../records/useCatalogue'

const spans = ['day', 'month', 'quarter', 'year'] as const

/** By what records can be grouped: fields as they are, times cut into spans. */
export function groupOptions(fields: PathField[], t: TFunction): { value: string; label: string }[] {
  return fields
    .filter(({ groupable }) => groupable)
    .flatMap((field) =>
      field.kind === 'DATE' || field.kind === 'INSTANT'
        ? spans.map((span) => ({ value: `${field.path}:${span}`, label: t(`views:group.${span}`, { field: field.label }) }))
        : [{ value: field.path, label: field.label }],
    )
}

/** By what records are grouped before anybody says: a choice, which has few values, where there is one. */
export function firstGroup(fields: PathField[]): string | null {
  const fit = fields.filter(({ groupable }) => groupable)
  const first = fit.find(({ kind, defaultColumn }) => kind === 'CHOICE' && defaultColumn) ?? fit.find(({ kind }) => kind === 'CHOICE') ?? fit[0]
  if (!first) return null
  return first.kind === 'DATE' || first.kind === 'INSTANT' ? `${first.path}:month` : first.path
}

/** The field of `expectedSignOn:month`. */
export const fieldOfGroup = (group: string) => group.split(':')[0]!

/** Fields by which a calendar can lay records out. */
export const dateFields = <F extends Field>(fields: F[]) => fields.filter(({ kind }) => kind === 'DATE' || kind === 'INSTANT')
