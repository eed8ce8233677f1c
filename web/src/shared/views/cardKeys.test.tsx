import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Feature } from '../feature'
import { today } from '../format'
import { listenForShortcuts } from '../keyboard'
import { RecordList } from '../records/RecordList'

const rows = Array.from({ length: 6 }, (_, index): Row => ({ id: `${index}`, name: `项目 ${index}`, grade: 'A', amount: 10_000 }))
const features: Feature[] = [{ routes: [], records: { opportunity: { plural: 'opportunities', path: (id) => `/opportunities/${id}` } } }]
const lane = (key: string, from: number) => ({ key, label: `${key} 级`, count: 2, sums: { amount: 1 }, filter: JSON.stringify({ field: 'grade', op: 'is', value: key }), rows: rows.slice(from, from + 2) })
let away: () => void

beforeEach(() => {
  away = listenForShortcuts()
})
afterEach(() => away())

function show(at: string, lanes: unknown[]) {
  server.use(
    http.get('*/api/views', () => HttpResponse.json({ views: [], firstId: null })),
    http.get('*/api/records/opportunity/lanes', () => HttpResponse.json({ lanes, more: false })),
    ...recordServer(rows).handlers,
  )
  return renderPage(<RecordList type="opportunity" title="商机" />, { features, at, session: { permissions: ['opportunity:read'] } })
}
const focused = () => document.activeElement?.textContent

test('goes from card to card and lane to lane on a board, back to the search box, and on as a list', async () => {
  const { person, query } = show('/?show=BOARD&lanes=grade', [lane('A', 0), lane('B', 2)])
  await screen.findByRole('link', { name: '项目 3' })
  await person.keyboard('j')
  expect(focused()).toBe('项目 0')
  await person.keyboard('j')
  expect(focused()).toBe('项目 1')
  await person.keyboard('l')
  expect(focused()).toBe('项目 3')
  await person.keyboard('kh')
  expect(focused()).toBe('项目 0')
  await person.keyboard('/')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '搜索商机' }))
  await person.tab()
  await person.keyboard('vl')
  await waitFor(() => expect(query().get('show')).toBeNull())
})

test('goes through the days of a calendar', async () => {
  const { person } = show('/?show=CALENDAR', [{ ...lane('A', 0), key: today(), count: 5 }])
  await screen.findByRole('link', { name: '项目 1' })
  await person.keyboard('jj')
  expect(focused()).toBe('项目 1')
  await person.keyboard('j')
  expect(focused()).toBe('还有 3 条')
  const month = screen.getByRole('heading', { level: 2 }).textContent
  await person.keyboard('n')
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).not.toBe(month))
  await person.keyboard('t')
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(month))
})

test('opens what stands behind a bar of a chart', async () => {
  const { person, query } = show('/?show=CHART&lanes=grade', [lane('A', 0), lane('B', 2)])
  await screen.findByRole('button', { name: 'B 级' })
  await person.keyboard('jj{Enter}')
  await waitFor(() => expect(JSON.parse(query().get('filter')!)).toEqual({ field: 'grade', op: 'is', value: 'B' }))
})

test('opens groups and chooses their records', async () => {
  const { person } = show('/?group=grade', [lane('A', 0)])
  await screen.findByRole('button', { name: /A 级/, expanded: false })
  await person.keyboard('j{Enter}')
  await screen.findByRole('link', { name: '项目 0' })
  await person.keyboard('jx')
  expect(await screen.findByText('已选 1 条')).toBeTruthy()
})
