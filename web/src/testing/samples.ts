import { http, HttpResponse } from 'msw'
import type { Field, RecordType, Row } from '../api/types'

const field = (name: string, label: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  label,
  kind,
  filterable: true,
  sortable: true,
  ...more,
})

/** A small catalogue for tests of what derives from it. */
export const opportunityType: RecordType = {
  type: 'opportunity',
  label: '商机',
  defaultSort: '-amount',
  versioned: true,
  fields: [
    field('name', '名称', 'TEXT', { required: true, defaultColumn: true }),
    field('customer', '客户', 'REFERENCE', { reference: 'customer' }),
    field('grade', '等级', 'CHOICE', {
      defaultColumn: true,
      groupable: true,
      choices: [
        { code: 'A', label: 'A 级' },
        { code: 'B', label: 'B 级' },
      ],
    }),
    field('amount', '预计金额', 'MONEY', { defaultColumn: true, summable: true }),
    field('signOn', '预计签约', 'DATE', { groupable: true }),
    field('owner', '负责人', 'REFERENCE', { reference: 'user' }),
  ],
}

export const customerType: RecordType = {
  type: 'customer',
  label: '客户',
  fields: [
    field('name', '名称', 'TEXT', { defaultColumn: true }),
    field('industry', '行业', 'CHOICE', { choices: [{ code: 'GOV', label: '政务' }] }),
  ],
}

export const userType: RecordType = { type: 'user', label: '用户', fields: [field('name', '姓名', 'TEXT')] }

/** A server of opportunities: keeps what it was asked, answers pages of the rows given. */
export function recordServer(rows: Row[], answerRows: (asked: URLSearchParams) => Row[] = () => rows) {
  const asked: URLSearchParams[] = []
  const handlers = [
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json(opportunityType)),
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/records/user/fields', () => HttpResponse.json(userType)),
    http.get('*/api/records/opportunity/count', () => HttpResponse.json({ count: rows.length, capped: false })),
    http.get('*/api/records/opportunity/sums', () =>
      HttpResponse.json({ sums: { amount: rows.reduce((sum, row) => sum + Number(row.amount), 0) } }),
    ),
    http.get('*/api/records/opportunity', ({ request }) => {
      const params = new URL(request.url).searchParams
      asked.push(params)
      const from = Number(params.get('after') ?? 0)
      const all = answerRows(params)
      const next = from + 50 < all.length ? String(from + 50) : undefined
      return HttpResponse.json({ rows: all.slice(from, from + 50), next })
    }),
  ]
  return { asked, handlers, last: () => asked.at(-1)! }
}
