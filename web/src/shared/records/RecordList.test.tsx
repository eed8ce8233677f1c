import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Feature } from '../feature'
import { useNeighbours } from './among'
import { RecordList } from './RecordList'

const rows = Array.from({ length: 120 }, (_, index): Row => ({ id: `${index}`, name: `项目 ${index}`, grade: index % 2 ? 'B' : 'A', amount: 10_000 * (index + 1) }))
const features: Feature[] = [
  { routes: [], records: { opportunity: { plural: 'opportunities', path: (id) => `/opportunities/${id}` } } },
]
const page = <RecordList type="opportunity" title="商机" editable />

test('shows the default columns, the count and the sum from the server', async () => {
  const records = recordServer(rows)
  server.use(...records.handlers)
  renderPage(page, { features, session: { permissions: ['opportunity:read'] } })
  expect((await screen.findByRole('link', { name: '项目 0' })).getAttribute('href')).toBe('/opportunities/0')
  expect(records.last().get('fields')).toBe('name,grade,amount')
  expect(records.last().get('sort')).toBe('-amount')
  expect(await screen.findByText('120 条')).toBeTruthy()
  const total = await screen.findByRole('row', { name: /合计/ })
  expect(total.textContent).toContain('7,260.00')
})

test('makes a column wider with the arrow keys, and keeps that in the address', async () => {
  const records = recordServer(rows)
  server.use(...records.handlers)
  const { person, query } = renderPage(page, { features })
  const edge = await screen.findByRole('separator', { name: /“等级”的列宽/ })
  const before = Number(edge.getAttribute('aria-valuenow'))
  edge.focus()
  await person.keyboard('{ArrowRight}{ArrowRight}')
  expect(query().get('fields')).toBe(`name,grade:${before + 40},amount`)
  localStorage.clear()
})

test('leads to the records before and after one from wherever it was opened', async () => {
  const records = recordServer(rows)
  server.use(...records.handlers)
  const Near = () => {
    const near = useNeighbours('1')
    return <p>{`${near?.before} ${near?.after}`}</p>
  }
  const { person } = renderPage(page, {
    features,
    path: '/',
    routes: [{ path: '/opportunities/1', element: <Near /> }],
    session: { permissions: ['opportunity:read'] },
  })
  await person.click(await screen.findByRole('link', { name: '项目 1' }))
  expect(await screen.findByText('0 2')).toBeTruthy()
})

test('sorts through the address: largest first, then smallest, then the usual order', async () => {
  const records = recordServer(rows)
  server.use(...records.handlers)
  const { person, query } = renderPage(page, { features, at: '/?sort=name' })
  await screen.findByText('项目 0')
  expect(records.last().get('sort')).toBe('name')
  await person.click(screen.getByRole('button', { name: /^预计金额/ }))
  expect(query().get('sort')).toBe('-amount')
  expect(screen.getByRole('columnheader', { name: /预计金额/ }).getAttribute('aria-sort')).toBe('descending')
  await waitFor(() => expect(records.last().get('sort')).toBe('-amount'))
  await person.click(screen.getByRole('button', { name: /^预计金额/ }))
  expect(query().get('sort')).toBe('amount')
  await person.click(screen.getByRole('button', { name: /^预计金额/ }))
  expect(query().get('sort')).toBeNull()
})

test('sorts by a second field from the address as it is, even before the first one is shown', async () => {
  server.use(...recordServer(rows).handlers)
  const { query } = renderPage(page, { features, at: '/?sort=name' })
  await screen.findByText('项目 0')
  act(() => {
    fireEvent.click(screen.getByRole('button', { name: /^预计金额/ }))
    fireEvent.click(screen.getByRole('button', { name: /^等级/ }), { shiftKey: true })
  })
  expect(query().get('sort')).toBe('-amount,grade')
})

test('loads more, and keeps at most about a hundred rows in the page', async () => {
  server.use(...recordServer(rows).handlers)
  const { person } = renderPage(page, { features })
  await screen.findByText('项目 0')
  await person.click(screen.getByRole('button', { name: '载入更多' }))
  expect(await screen.findByText('已载入 100 条')).toBeTruthy()
  expect(screen.getAllByRole('row').length).toBeLessThan(100)
  const scroller = screen.getByRole('region', { name: '商机' })
  scroller.scrollTop = 42 * 95
  fireEvent.scroll(scroller)
  expect(await screen.findByText('项目 110')).toBeTruthy()
  expect(screen.queryByText('项目 0')).toBeNull()
})

test('searches with the words in the address', async () => {
  const records = recordServer(rows)
  server.use(...records.handlers)
  const { person, query } = renderPage(page, { features })
  await person.type(await screen.findByRole('textbox', { name: '搜索商机' }), '平台{Enter}')
  expect(query().get('q')).toBe('平台')
  await waitFor(() =>
    expect(JSON.parse(records.last().get('filter')!)).toEqual({ field: 'name', op: 'finds', value: '平台' }),
  )
})

test('says why it is empty and offers the way out', async () => {
  const filter = { field: 'grade', op: 'in', value: ['A'] }
  server.use(...recordServer(rows, (asked) => (asked.get('filter') ? [] : rows)).handlers)
  const { person, query } = renderPage(page, { features, at: `/?filter=${encodeURIComponent(JSON.stringify(filter))}` })
  expect(await screen.findByText('没有符合条件的记录')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '清除筛选' }))
  expect(query().get('filter')).toBeNull()
  expect(await screen.findByText('项目 0')).toBeTruthy()
})

test('edits a cell in place: the refusal stays beside it, then it is saved with the version', async () => {
  let body: unknown
  let refuse = true
  server.use(
    ...recordServer(rows).handlers,
    http.get('*/api/opportunities/0', () => HttpResponse.json({ id: '0', version: 4, values: rows[0], may: { edit: true } })),
    http.patch('*/api/opportunities/0', async ({ request }) => {
      if (refuse) {
        const fields = [{ field: 'amount', code: 'too-large', message: '金额过大' }]
        return HttpResponse.json({ type: '/problems/invalid', title: 'invalid', status: 422, fields }, { status: 422 })
      }
      body = await request.json()
      return HttpResponse.json({ version: 5 })
    }),
  )
  const { person } = renderPage(page, { features })
  const row = (await screen.findByText('项目 0')).closest('tr')!
  await person.click(within(row).getByRole('button', { name: '修改预计金额' }))
  const input = await within(row).findByRole('spinbutton', { name: '预计金额' })
  await person.clear(input)
  await person.type(input, '2.5{Enter}')
  expect(await within(row).findByText('金额过大')).toBeTruthy()
  refuse = false
  await person.click(within(row).getByRole('button', { name: '保存' }))
  expect(await within(row).findByText('2.50')).toBeTruthy()
  expect(body).toEqual({ version: 4, amount: 25_000 })
  expect(await screen.findByRole('button', { name: '撤销' })).toBeTruthy()
})

test('a name is no link for whoever may not open its page', async () => {
  server.use(...recordServer(rows).handlers)
  renderPage(page, { features })
  await screen.findByText('项目 0')
  expect(screen.queryByRole('link', { name: '项目 0' })).toBeNull()
})

test('says so when the records may not be read, instead of loading for ever', async () => {
  server.use(http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ type: '/problems/forbidden', title: '没有权限', status: 403 }, { status: 403 })))
  renderPage(page, { features })
  expect((await screen.findByRole('alert')).textContent).toContain('没有权限')
  expect(screen.queryByRole('status', { name: '正在载入…' })).toBeNull()
})

test('tells what one piece costs in yuan, sums in ten-thousands', async () => {
  const field = { filterable: true, sortable: true, defaultColumn: true, kind: 'MONEY' as const }
  server.use(
    http.get('*/api/records/product/fields', () =>
      HttpResponse.json({ type: 'product', label: '产品', fields: [{ ...field, name: 'listPrice', label: '标准价' }, { ...field, name: 'amount', label: '金额' }] }),
    ),
    http.get('*/api/records/product', () => HttpResponse.json({ rows: [{ id: '1', listPrice: 38, amount: 120_000 }] })),
    http.get('*/api/records/product/count', () => HttpResponse.json({ count: 1, capped: false })),
  )
  renderPage(<RecordList type="product" title="产品" />)
  expect(await screen.findByRole('columnheader', { name: '标准价（元）' })).toBeTruthy()
  expect(screen.getByRole('columnheader', { name: '金额（万元）' })).toBeTruthy()
  expect(screen.getByText('38.00')).toBeTruthy()
  expect(screen.getByText('12.00')).toBeTruthy()
})

test('a whole entry of the export menu fetches the file, by keyboard too', async () => {
  server.use(...recordServer(rows).handlers)
  const fetched: string[] = []
  const note = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    event.preventDefault()
    fetched.push(event.target.search)
  }
  document.addEventListener('click', note)
  const { person } = renderPage(page, { features, session: { permissions: ['opportunity:read', 'opportunity:export'] } })
  await screen.findByText('项目 0')
  await person.click(screen.getByRole('button', { name: '导出' }))
  await person.click(await screen.findByRole('menuitem', { name: /CSV/ }))
  await person.click(screen.getByRole('button', { name: '导出' }))
  fireEvent.keyDown(screen.getByRole('menuitem', { name: /Excel|xlsx/i }), { key: 'Enter', keyCode: 13, which: 13 })
  document.removeEventListener('click', note)
  expect(fetched).toEqual([expect.stringMatching(/csv/), expect.stringMatching(/xlsx/)])
})

test('offers no file to whoever may not export', async () => {
  server.use(...recordServer(rows).handlers)
  renderPage(page, { features, session: { permissions: ['opportunity:read'] } })
  await screen.findByText('项目 0')
  expect(screen.queryByRole('button', { name: '导出' })).toBeNull()
})
