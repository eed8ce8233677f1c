import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Feature } from '../feature'
import { listenForShortcuts } from '../keyboard'
import { RecordList } from '../records/RecordList'
import type { Lane, SavedView } from './api'

const rows = Array.from({ length: 120 }, (_, index): Row => ({ id: `${index}`, name: `项目 ${index}`, grade: 'A', amount: 10_000 }))
const features: Feature[] = [{ routes: [], records: { opportunity: { plural: 'opportunities', path: (id) => `/opportunities/${id}` } } }]
const page = <RecordList type="opportunity" title="商机" />

const view = (id: string, name: string, more: Partial<SavedView> = {}): SavedView => ({
  id,
  version: 3,
  type: 'opportunity',
  name,
  audience: 'ME',
  ownerId: '7',
  position: 0,
  editable: true,
  applicable: true,
  roles: [],
  ...more,
})

const shelf = (views: SavedView[], firstId: string | null = null) => http.get('*/api/views', () => HttpResponse.json({ views, firstId }))
const own = view('5', '重点', { state: { filter: { field: 'grade', op: 'in', value: ['A'] }, sort: '-amount' } })

function show(handlers: Parameters<typeof server.use>, at = '/') {
  const records = recordServer(rows)
  server.use(...handlers, ...records.handlers)
  return { ...renderPage(page, { features, at, session: { permissions: ['opportunity:read'] } }), records }
}

test('opens a view with all of its state in the address', async () => {
  const { person, query, records } = show([shelf([own])])
  await person.click(await screen.findByRole('button', { name: /重点/ }))
  expect(JSON.parse(query().get('filter')!)).toEqual(own.state!.filter)
  expect(query().get('sort')).toBe('-amount')
  expect(query().get('saved')).toBe('5')
  await waitFor(() => expect(JSON.parse(records.last().get('filter')!)).toEqual(own.state!.filter))
})

test('begins with the first view where the address says nothing, and only there', async () => {
  const first = show([shelf([own], '5')])
  await waitFor(() => expect(first.query().get('saved')).toBe('5'))
  first.unmount()
  const other = show([shelf([own], '5')], '/?sort=name')
  await screen.findByRole('button', { name: /重点/ })
  expect(other.query().get('saved')).toBeNull()
  other.unmount()
  const past = show([shelf([own], '5')], '/?asOf=2025-11-26')
  await screen.findByRole('button', { name: /重点/ })
  expect(past.query().toString()).toBe('asOf=2025-11-26')
})

test('marks a changed view and saves it on the version that was read', async () => {
  let body: unknown
  const { person } = show(
    [
      shelf([own]),
      http.put('*/api/views/5', async ({ request }) => {
        body = await request.json()
        return HttpResponse.json({ version: 4 })
      }),
    ],
    `/?saved=5&sort=name&filter=${encodeURIComponent(JSON.stringify(own.state!.filter))}`,
  )
  expect(await screen.findByRole('img', { name: '有未保存的改动' })).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(body).toMatchObject({ name: '重点', version: 3, audience: 'ME', state: { sort: 'name' } }))
})

test('keeps a new view for oneself where one may not share', async () => {
  let body: unknown
  const { person, query } = show(
    [
      shelf([]),
      http.post('*/api/views', async ({ request }) => {
        body = await request.json()
        return HttpResponse.json({ id: '9' }, { status: 201 })
      }),
    ],
    '/?sort=name&group=grade',
  )
  await person.click(await screen.findByRole('button', { name: '视图操作' }))
  await person.click(await screen.findByText('另存为视图'))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).queryByText('所有人')).toBeNull()
  await person.type(await within(dialog).findByLabelText('名称'), '按等级')
  await person.click(within(dialog).getByRole('button', { name: /保\s?存/ }))
  await waitFor(() => expect(body).toMatchObject({ name: '按等级', audience: 'ME', state: { sort: 'name', group: 'grade' } }))
  await waitFor(() => expect(query().get('saved')).toBe('9'))
})

test('cannot open a view whose filter asks for what is hidden', async () => {
  show([shelf([view('6', '利润', { applicable: false, state: null })])])
  expect(await screen.findByRole<HTMLButtonElement>('button', { name: /利润/ })).toHaveProperty('disabled', true)
})

const lane = (key: string, count: number, shown: Row[]): Lane => ({
  key,
  label: `${key} 级`,
  count,
  sums: { amount: count * 10_000 },
  filter: JSON.stringify({ field: 'grade', op: 'is', value: key }),
  rows: shown,
})
const lanes = (asked: URLSearchParams[] = []) =>
  http.get('*/api/records/opportunity/lanes', ({ request }) => {
    asked.push(new URL(request.url).searchParams)
    return HttpResponse.json({ lanes: [lane('A', 70, rows.slice(0, 20)), lane('B', 1, rows.slice(20, 21))], more: false })
  })

const offers = http.get('*/api/records/opportunity/bulk', () =>
  HttpResponse.json({ actions: [{ action: 'edit', label: '编辑字段', fields: ['grade', 'signOn'] }] }),
)

test('lays the records out on a board with the numbers of the server', async () => {
  const asked: URLSearchParams[] = []
  const { person, query } = show([lanes(asked)], '/?show=BOARD&group=grade')
  const first = await screen.findByRole('region', { name: 'A 级' })
  expect(within(first).getByText('70 条')).toBeTruthy()
  expect(within(first).getByText('70 万')).toBeTruthy()
  expect(asked[0]!.get('by')).toBe('grade')
  await person.click(within(first).getByRole('button', { name: '其余 50 条' }))
  expect(JSON.parse(query().get('filter')!)).toEqual({ field: 'grade', op: 'is', value: 'A' })
  expect(query().get('show')).toBeNull()
})

test('groups the list with counts and sums, and opens a group on request', async () => {
  const { person, records } = show([lanes()], '/?group=grade')
  const group = await screen.findByRole('button', { name: /A 级/, expanded: false })
  expect(group.closest('tr')!.textContent).toContain('70.00')
  await person.click(group)
  expect(await screen.findByRole('link', { name: '项目 0' })).toBeTruthy()
  expect(JSON.parse(records.last().get('filter')!)).toEqual({ field: 'grade', op: 'is', value: 'A' })
})

test('chooses records of opened groups, one by one or a whole group', async () => {
  const { person } = show([lanes(), offers], '/?group=grade')
  await person.click(await screen.findByRole('button', { name: /A 级/, expanded: false }))
  await person.click(await screen.findByRole('checkbox', { name: '选择项目 1' }))
  expect(await screen.findByText('已选 1 条')).toBeTruthy()
  await person.click(screen.getByRole('checkbox', { name: '选择A 级' }))
  expect(await screen.findByText('已选 50 条')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: /A 级/, expanded: true }))
  await waitFor(() => expect(screen.queryByText(/^已选/)).toBeNull())
})

test('stands a table behind the chart, whose rows open the records', async () => {
  const { person, query } = show([lanes()], '/?show=CHART&group=grade&measure=amount')
  const table = await screen.findByRole('table', { name: '数据表' })
  expect((await within(table).findByRole('row', { name: /A 级/ })).textContent).toContain('70')
  await person.click(within(table).getByRole('button', { name: 'B 级' }))
  expect(JSON.parse(query().get('filter')!)).toEqual({ field: 'grade', op: 'is', value: 'B' })
})

test('asks the calendar for the weeks of the month only', async () => {
  const asked: URLSearchParams[] = []
  show([lanes(asked)], '/?show=CALENDAR&date=signOn')
  await screen.findByRole('button', { name: '下个月' })
  await waitFor(() => expect(asked.length).toBeGreaterThan(0))
  expect(asked[0]!.get('by')).toBe('signOn:day')
  const { field, op, value } = JSON.parse(asked[0]!.get('filter')!) as { field: string; op: string; value: string[] }
  expect([field, op]).toEqual(['signOn', 'between'])
  expect((Date.parse(value[1]!) - Date.parse(value[0]!)) / 86_400_000).toBeLessThan(42)
})

test('scrolls a month without records by the keyboard', async () => {
  show([http.get('*/api/records/opportunity/lanes', () => HttpResponse.json({ lanes: [], more: false }))], '/?show=CALENDAR&date=signOn')
  const month = await screen.findByRole('region', { name: /^\d{4}-\d{2}$/ })
  expect(month.tabIndex).toBe(0)
  expect(within(month).getAllByRole('listitem').length % 7).toBe(0)
})

test('does with all that match but for those taken out, and tells what was refused', async () => {
  let body: unknown
  const { person } = show([
    offers,
    http.post('*/api/records/opportunity/bulk', async ({ request }) => {
      body = await request.json()
      return HttpResponse.json({ id: '3' }, { status: 202 })
    }),
    http.get('*/api/bulk-runs/3', () => HttpResponse.json({ id: '3', type: 'opportunity', action: 'edit', chosen: 119, done: 118, unchanged: 0, refused: 1, jobId: '8' })),
    http.get('*/api/jobs/8', () => HttpResponse.json({ id: '8', kind: 'bulk', state: 'DONE', done: 119, total: 119 })),
    http.get('*/api/bulk-runs/3/refusals', () =>
      HttpResponse.json({ refusals: [{ place: 4, recordId: '4', label: '项目 4', problem: { detail: '已关闭' } }] }),
    ),
  ])
  await person.click(await screen.findByRole('checkbox', { name: '选择项目 0' }))
  const bar = await screen.findByRole('toolbar', { name: '批量操作' })
  await person.click(await within(bar).findByRole('button', { name: '选择全部 120 条' }))
  await person.click(screen.getByRole('checkbox', { name: '选择项目 3' }))
  expect(await within(bar).findByText('已选 119 条')).toBeTruthy()
  await person.click(await within(bar).findByRole('button', { name: '编辑字段' }))
  const dialog = await screen.findByRole('dialog')
  await person.click(await within(dialog).findByRole('combobox', { name: '字段' }))
  await person.click((await screen.findAllByTitle('等级')).at(-1)!)
  await person.click(await within(dialog).findByRole('combobox', { name: /改为/ }))
  await person.click((await screen.findAllByTitle('B 级')).at(-1)!)
  await person.click(within(dialog).getByRole('button', { name: '开始处理 119 条' }))
  expect(await within(dialog).findByText('完成 118 条，无变化 0 条，被拒绝 1 条')).toBeTruthy()
  expect(await within(dialog).findByText('已关闭')).toBeTruthy()
  expect(body).toEqual({ action: 'edit', selection: { filter: null, excluded: ['3'] }, given: { grade: 'B' } })
})

test('chooses by keyboard, a row and then up to another', async () => {
  onTestFinished(listenForShortcuts())
  const { person } = show([offers])
  await screen.findByText('项目 0')
  screen.getByRole('region', { name: '商机' }).focus()
  await person.keyboard('jx')
  await person.keyboard('jj{Shift>}x{/Shift}')
  expect(await screen.findByText('已选 3 条')).toBeTruthy()
})
