import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../api/types'
import { typeQuery } from './recordsApi'

/** The fields of a type, as the viewer may read them. */
export function useFields(type: string, enabled = true) {
  const query = useQuery({ ...typeQuery(type), enabled })
  const fields = query.data?.fields ?? []
  /** Of these names, those the viewer is offered; the others would be refused. */
  const offered = (names: string[]) => names.filter((name) => fields.some((field) => field.name === name))
  return { ...query, fields, offered }
}

/** A field with the path that leads to it: `customer.industry`, labelled "客户 · 行业". */
export interface PathField extends Field {
  path: string
}

/**
 * Answers what any path of a type is. Paths through a reference need the referenced type's description: those of the
 * given paths are fetched, and those of every reference when `deep`.
 */
export function useCatalogue(type: string, paths: string[] = [], deep = false) {
  const { i18n } = useTranslation()
  const own = useQuery(typeQuery(type))
  const fields = own.data?.fields ?? []
  const references = fields.filter(
    (field) => field.reference && field.related !== false && (deep || paths.some((path) => path.startsWith(`${field.name}.`))),
  )
  const near = useTypes(references.map((field) => field.reference!))
  // What a path names behind two references, such as the department's name of a customer's owner.
  const far = useTypes(
    paths.flatMap((path) => {
      const [first, second, third] = path.split('.')
      const through = references.find(({ name }) => name === first)
      return (third && near.get(through?.reference ?? '')?.find(({ name }) => name === second)?.reference) || []
    }),
  )

  const describe = (path: string): PathField | undefined => {
    let known: Field[] | undefined = fields
    let found: Field | undefined
    const labels: string[] = []
    for (const name of path.split('.')) {
      if (found) known = near.get(found.reference ?? '') ?? far.get(found.reference ?? '')
      found = known?.find((field) => field.name === name)
      if (!found) return undefined
      labels.push(found.label)
    }
    return found && { ...found, path, label: labels.join(i18n.language === 'en' ? ' › ' : '·') }
  }

  /** True once it is certain that the viewer is not offered what a path leads to: asking for it would be refused. */
  const lacks = (path: string): boolean => {
    let known: Field[] | undefined = own.data?.fields
    for (const name of path.split('.')) {
      const found: Field | undefined = known?.find((field) => field.name === name)
      if (!found) return known !== undefined
      known = near.get(found.reference ?? '') ?? far.get(found.reference ?? '')
    }
    return false
  }

  /** Own fields, then those of every reference known so far. */
  const all = (): { label: string | null; fields: PathField[] }[] => [
    { label: null, fields: fields.map((field) => ({ ...field, path: field.name })) },
    ...references.map((reference) => ({
      label: reference.label,
      fields: (near.get(reference.reference!) ?? []).flatMap((field) => describe(`${reference.name}.${field.name}`) ?? []),
    })),
  ]

  return { type: own.data, isPending: own.isPending, error: own.error, refetch: own.refetch, fields, describe, lacks, all }
}

/** The fields of these types, as far as they are known. */
function useTypes(wanted: string[]) {
  const types = [...new Set(wanted)]
  const known = useQueries({ queries: types.map((name) => typeQuery(name)) })
  return new Map(types.map((name, index) => [name, known[index]?.data?.fields]))
}

/** Choices of a select over all fields of a catalogue, those behind a reference in groups. */
export function fieldOptions(catalogue: Catalogue, wanted: (field: PathField) => boolean) {
  const groups = catalogue.all().map(({ label, fields }) => ({
    label,
    options: fields.filter(wanted).map((field) => ({ value: field.path, label: field.label })),
  }))
  return [
    ...(groups[0]?.options ?? []),
    ...groups.slice(1).flatMap(({ label, options }) => (options.length > 0 ? [{ label, title: label ?? '', options }] : [])),
  ]
}

export type Catalogue = ReturnType<typeof useCatalogue>
