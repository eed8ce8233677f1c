import { infiniteQueryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Schemas } from '../../../api/types'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export type AuditEntry = Schemas['AuditRow'] & { before?: Columns; after?: Columns }

/** What a row held, by column; which columns there are the document cannot say. */
type Columns = Record<string, Json> | null

export interface AuditQuestion {
  user?: string | null
  subjectType?: string | null
  from?: string | null
  to?: string | null
}

export const auditQuery = (question: AuditQuestion) =>
  infiniteQueryOptions({
    queryKey: ['audit', question],
    queryFn: ({ pageParam, signal }) =>
      get<{ rows: AuditEntry[]; next?: string | null }>('/audit', { ...question, limit: 50, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })

/** Tables whose changes are written down, as the audit names them. */
export const subjects = [
  'organization.app_user',
  'organization.department',
  'organization.role',
  'organization.role_permission',
  'organization.role_scope',
  'organization.role_field_rule',
  'organization.user_role',
  'organization.post',
  'organization.session',
  'organization.api_token',
  'organization.password_link',
  'customer.customer',
  'customer.contact',
  'product.product',
  'process.process',
  'process.stage',
  'opportunity.opportunity',
  'opportunity.line',
  'opportunity.member',
  'activity.activity',
  'activity.task',
  'collaboration.file',
  'records.custom_field',
  'records.dictionary_entry',
  'records.import',
  'platform.installation',
] as const

export interface Change {
  key: string
  before: string | null
  after: string | null
}

const said = (value: Json | undefined): string | null =>
  value === undefined || value === null || value === '' ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** What differs between before and after, value by value; of what was made or removed, everything it had. */
export function changesOf({ before, after }: AuditEntry): Change[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return keys
    .map((key) => ({ key, before: said(before?.[key]), after: said(after?.[key]) }))
    .filter((change) => change.before !== change.after)
}

/** The catalogue's name of a column: `owner_id` is `owner`, `expected_amount` is `expectedAmount`. */
export const fieldOf = (column: string) => column.replace(/_id$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The record type of a subject, if the catalogue knows it. */
export const typeOf = (subject: string): string | null => {
  const table = subject.split('.').at(-1)!
  const name = table === 'app_user' ? 'user' : table
  return ['user', 'department', 'customer', 'contact', 'product', 'opportunity', 'activity', 'task', 'process', 'stage'].includes(name) ? name : null
}
