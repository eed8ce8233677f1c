import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Filter, Page, Schemas } from '../../api/types'
import { keyAsOf } from '../../shared/past/asOf'

/** A customer's page: its fields, and how many living contacts and subsidiaries it has. */
export type CustomerDetail = Schemas['CustomerPage']

/** What a customer is called: its number where the name is not for the viewer. */
export const nameOf = ({ id, values }: CustomerDetail) => String(values.name ?? `#${id}`)

export const customerQuery = (id: string, asOf: string | null) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'record', 'customers', id),
    queryFn: ({ signal }) => get<CustomerDetail>(`/customers/${id}`, { asOf }, signal),
  })

/** Customers that may be the one being made; of `hidden` more the viewer may know nothing. */
export type Duplicates = Schemas['Duplicates']

export const duplicatesQuery = (name: string, creditCode: string) =>
  queryOptions({
    queryKey: ['duplicates', name, creditCode],
    queryFn: ({ signal }) => get<Duplicates>('/customers/duplicates', { name, creditCode }, signal),
    staleTime: 30_000,
    retry: false,
  })

export const ofCustomer = (id: string): Filter => ({ field: 'customer', op: 'is', value: id })

/**
 * The opportunities with the customer whose follow-ups are told on its page: the two hundred followed up last, or made last
 * where it is not `dated` for the viewer when they were followed up.
 */
export const businessQuery = (id: string, asOf: string | null, dated: boolean) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'records', 'opportunity', 'business', id, dated),
    queryFn: async ({ signal }) => {
      const filter = dated ? followed(id) : ofCustomer(id)
      const { rows } = await get<Page>('/records/opportunity', { fields: 'customer', filter: JSON.stringify(filter), sort: dated ? '-lastFollowUpAt' : '', limit: 200, asOf }, signal)
      return rows.map((row) => row.id)
    },
  })

const followed = (id: string): Filter => ({ and: [ofCustomer(id), { field: 'lastFollowUpAt', op: 'notEmpty' }] })

/** Until the end of a day. */
export const happenedBy = (asOf: string | null): Filter | null => (asOf ? { field: 'happenedAt', op: 'lte', value: asOf } : null)

const about = (type: string, ids: string[]): Filter => ({
  and: [
    { field: 'recordType', op: 'is', value: type },
    { field: 'recordId', op: 'in', value: ids },
  ],
})

/** What is about a customer itself or about its business. */
export const aboutCustomer = (id: string, opportunities: string[]): Filter =>
  opportunities.length > 0 ? { or: [about('customer', [id]), about('opportunity', opportunities)] } : about('customer', [id])

export type StatusGroup = Schemas['AggregatesGroup']

/** How the customer's opportunities stand, by status: how many, and what `sums` come to. */
export const standingQuery = (id: string, asOf: string | null, sums: string[]) =>
  queryOptions({
    queryKey: keyAsOf(asOf, 'records', 'opportunity', 'standing', id, sums.join()),
    queryFn: ({ signal }) =>
      get<{ groups: StatusGroup[] }>('/records/opportunity/groups', { by: 'status', filter: JSON.stringify(ofCustomer(id)), sums: sums.join(), asOf }, signal),
  })

export const customerChanged = (cache: QueryClient, id: string) =>
  Promise.all([
    cache.invalidateQueries({ queryKey: ['record', 'customers', id] }),
    cache.invalidateQueries({ queryKey: ['records', 'customer'] }),
  ])
