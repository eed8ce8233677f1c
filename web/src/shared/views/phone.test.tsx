import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Feature } from '../feature'
import { RecordList } from '../records/RecordList'

const rows = Array.from({ length: 30 }, (_, index): Row => ({ id: `${index}`, name: `项目 ${index}`, grade: 'A', amount: 10_000 }))
const features: Feature[] = [{ routes: [], records: { opportunity: { plural: 'opportunities', path: (id) => `/opportunities/${id}` } } }]
const lane = { key: 'A', label: 'A 级', count: 30, sums: { amount: 300_000 }, filter: JSON.stringify({ field: 'grade', op: 'is', value: 'A' }), rows: [] }

beforeEach(() => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) => ({ matches: query.includes('max-width'), media: query, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList,
  )
})
afterEach(() => vi.restoreAllMocks())

function show(at: string) {
  const records = recordServer(rows)
  server.use(
    http.get('*/api/views', () => HttpResponse.json({ views: [], firstId: null })),
    http.get('*/api/records/opportunity/lanes', () => HttpResponse.json({ lanes: [lane], more: false })),
    http.get('*/api/records/opportunity/bulk', () => HttpResponse.json({ actions: [{ action: 'edit', label: '编辑字段', fields: ['grade'] }] })),
    ...records.handlers,
  )
  return { ...renderPage(<RecordList type="opportunity" title="商机" />, { features, at, session: { permissions: ['opportunity:read'] } }), records }
}

test('a link to a grouped list shows its groups with count and sum on a phone, and opens them', async () => {
  const { person, records } = show('/?group=grade')
  const head = await screen.findByRole('button', { name: /A 级/, expanded: false })
  expect(head.textContent).toContain('30 条')
  expect(head.textContent).toContain('30 万元')
  await person.click(head)
  expect(await screen.findByRole('link', { name: '项目 0' })).toBeTruthy()
  expect(JSON.parse(records.last().get('filter')!)).toEqual({ field: 'grade', op: 'is', value: 'A' })
  await person.click(await screen.findByRole('checkbox', { name: '选择A 级' }))
  expect(await screen.findByText('已选 30 条')).toBeTruthy()
})

test('cards are chosen, and sorted without heads of columns', async () => {
  const { person, query } = show('/')
  const card = (await screen.findByRole('link', { name: '项目 1' })).closest('article')!
  await person.click(within(card).getByRole('checkbox', { name: '选择项目 1' }))
  expect(await screen.findByRole('button', { name: '编辑字段' })).toBeTruthy()
  await person.click(await screen.findByRole('combobox', { name: '排序' }))
  await person.click(await screen.findByTitle('按等级排序'))
  await waitFor(() => expect(query().get('sort')).toBe('grade'))
  await person.click(screen.getByRole('button', { name: '升序，点按改为降序' }))
  await waitFor(() => expect(query().get('sort')).toBe('-grade'))
})
