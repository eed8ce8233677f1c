import type { TFunction } from 'i18next'
import type { Field } from '../../api/types'
import type { Catalogue, PathField } from '../records/useCatalogue'
import type { ListState } from './state'

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

/**
 * By what records are put together: as asked, where the viewer is offered that. A board or a chart, which need something, else
 * take the first of `lanes`, or of all fields, that they are offered.
 */
export function groupShown({ fields: own, lacks }: Pick<Catalogue, 'fields' | 'lacks'>, { show, group }: Pick<ListState, 'show' | 'group'>, lanes: string[] = []): string | null {
  if (group && !lacks(fieldOfGroup(group))) return group
  const fields = own.map((field) => ({ ...field, path: field.name }))
  const fits = (value: string) => fields.some(({ path, groupable }) => groupable && path === fieldOfGroup(value))
  if (show === 'BOARD') return lanes.find(fits) ?? firstGroup(fields)
  return show === 'CHART' ? firstGroup(fields) : null
}

/** The field of `expectedSignOn:month`. */
export const fieldOfGroup = (group: string) => group.split(':')[0]!

/** Fields by which a calendar can lay records out. */
export const dateFields = <F extends Field>(fields: F[]) => fields.filter(({ kind }) => kind === 'DATE' || kind === 'INSTANT')
