import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { today } from '../../../shared/format'
import { endBefore, quarterOf } from '../../../shared/past/days'
import { opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { feature } from '../feature'
import { MovementsPage } from './MovementsPage'

const asked: URLSearchParams[] = []
const lastMonth = endBefore('month', today())

const bars = [
  { movement: 'NEW', label: '新增', count: 2, effect: 600_000 },
  { movement: 'GROWN', label: '增额', count: 0, effect: 0 },
  { movement: 'LOST', label: '失败', count: 1, effect: -200_000 },
  { movement: 'SLIPPED', label: '推迟移出', count: 0, effect: 0 },
]
const row = { id: '5', number: 'SJ-5', name: '智慧水务平台', statusBefore: 'OPEN', statusAfter: 'LOST', amountBefore: 200_000, amountAfter: 200_000, signedBefore: '2026-12-01', signedAfter: '2026-12-01', gone: false, effect: -200_000 }
const gone = { id: '6', number: 'SJ-6', name: '转给别人的', statusBefore: 'OPEN', statusAfter: null, amountBefore: 100_000, amountAfter: null, signedBefore: null, signedAfter: null, gone: true, effect: -100_000 }

beforeEach(() => {
  asked.length = 0
  server.use(
    ...opportunityServer,
    http.get('*/api/opportunities/movements', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ from: { count: 3, amount: 1_000_000 }, to: { count: 4, amount: 1_400_000 }, bars, slipped: 4, pulledIn: 1, leftOut: [], ofAnyStatus: false })
    }),
    http.get('*/api/opportunities/movements/records', ({ request }) => {
      const params = new URL(request.url).searchParams
      asked.push(params)
      return HttpResponse.json(params.get('after') ? { rows: [gone] } : { rows: [row], next: 'more' })
    }),
  )
})

const open = (query = '') => renderPage(<MovementsPage />, { at: `/opportunities/movements${query}`, features: [feature], session: { permissions: ['opportunity:read'] } })

test('compares the end of last month with now, and adds up', async () => {
  open()
  const table = await screen.findByRole('table', { name: '数据表' })
  expect(asked[0]!.get('from')).toBe(lastMonth)
  expect(asked[0]!.has('to')).toBe(false)
  const cells = within(table).getAllByRole('row').map((each) => each.textContent)
  expect(cells).toEqual(['变动条数影响（万元）', `${lastMonth} 日终3100.00`, '新增2+60.00', '增额00.00', '失败1−20.00', '推迟移出00.00', `${today()} 日终4140.00`])
  expect(screen.getByText(/预计签约改期/).textContent).toBe('预计签约改期（金额的变化计在上面各项里）：4 条推迟1 条提前')
  // Nothing stands behind a bar of none.
  expect(within(table).queryByRole('button', { name: '增额' })).toBeNull()
})

test('says that a filter cannot be read instead of breaking', async () => {
  const { person, query } = open('?from=2026-01-31&filter=[]')
  expect((await screen.findByRole('alert')).textContent).toContain('无法识别')
  expect(await screen.findByRole('table', { name: '数据表' })).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '清除筛选' }))
  expect(query().toString()).toBe('from=2026-01-31')
})

test('opens the records behind a bar, page by page, each as of the day it was last there', async () => {
  const { person, query } = open(`?from=2026-01-31&to=2026-03-31`)
  await person.click(await screen.findByRole('button', { name: '失败' }))
  expect(query().get('movement')).toBe('LOST')
  const records = within(await screen.findByRole('region', { name: '失败' }))
  const link = await records.findByRole('link', { name: '智慧水务平台' })
  expect(link.getAttribute('href')).toBe('/opportunities/5?asOf=2026-03-31')
  expect(link.closest('tr')!.textContent).toContain('−20')
  expect(asked.at(-1)!.get('movement')).toBe('LOST')
  await person.click(records.getByRole('button', { name: '载入更多' }))
  expect((await records.findByRole('link', { name: '转给别人的' })).getAttribute('href')).toBe('/opportunities/6?asOf=2026-01-31')
  await person.click(records.getByRole('button', { name: '收起明细' }))
  expect(query().get('movement')).toBeNull()
})

test('opens the records whose signing moved, also where no period makes a bar of them', async () => {
  const { person, query } = open('?from=2026-01-31')
  await person.click(await screen.findByRole('button', { name: '4 条推迟' }))
  expect(query().get('movement')).toBe('SLIPPED')
  expect(await screen.findByRole('link', { name: '智慧水务平台' })).toBeTruthy()
  // The bar of those that left a period is another thing: nothing of it is opened.
  expect(within(screen.getByRole('region', { name: '预计签约推迟' })).getByRole('heading').textContent).toBe('预计签约推迟：4 条')
  expect(screen.getByRole('rowheader', { name: '推迟移出' }).closest('tr')!.dataset.open).toBe('false')
  expect(asked.at(-1)!.get('movement')).toBe('SLIPPED')
  await person.click(screen.getByRole('button', { name: '4 条推迟' }))
  expect(query().get('movement')).toBeNull()
})

test('compares what is to be signed in a period, of the filter of the list', async () => {
  const filter = JSON.stringify({ field: 'owner', op: 'me' })
  const { person, query } = open(`?filter=${encodeURIComponent(filter)}`)
  await person.click(await screen.findByRole('combobox', { name: '预计签约期间' }))
  await person.click(await screen.findByTitle('本季度签约'))
  const [first, last] = quarterOf(today())
  expect(query().get('signedFrom')).toBe(first)
  await waitFor(() => expect(asked.at(-1)!.get('signedTo')).toBe(last))
  expect(asked.at(-1)!.get('filter')).toBe(filter)
  await waitFor(() => expect(screen.queryByText(/预计签约改期/)).toBeNull())
})

test('compares what is to be signed between two days of one’s own', async () => {
  const { person, query } = open()
  await person.click(await screen.findByRole('combobox', { name: '预计签约期间' }))
  await person.click(await screen.findByTitle('自选签约期间'))
  const [first, last] = document.querySelectorAll<HTMLInputElement>('.ant-picker-range input')
  await person.click(first!)
  await person.keyboard('2026-02-03{Enter}')
  await person.click(last!)
  await person.keyboard('2026-05-04{Enter}')
  await waitFor(() => expect([query().get('signedFrom'), query().get('signedTo')]).toEqual(['2026-02-03', '2026-05-04']))
  await waitFor(() => expect(asked.at(-1)!.get('signedTo')).toBe('2026-05-04'))
})

test('shows the period that an address names', async () => {
  open('?signedFrom=2026-02-03&signedTo=2026-05-04')
  expect(await screen.findByDisplayValue('2026-02-03')).toBeTruthy()
  expect(screen.getByDisplayValue('2026-05-04')).toBeTruthy()
})

test('tells numbers only to whom amounts are hidden', async () => {
  server.use(
    http.get('*/api/opportunities/movements', () =>
      HttpResponse.json({ from: { count: 3, amount: null }, to: { count: 4, amount: null }, bars: bars.map((bar) => ({ ...bar, effect: null })), slipped: 0, pulledIn: 0, leftOut: [], ofAnyStatus: false }),
    ),
  )
  open()
  const table = await screen.findByRole('table', { name: '数据表' })
  expect(within(table).getAllByRole('columnheader').map((each) => each.textContent)).toEqual(['变动', '条数'])
  expect(screen.queryByRole('img', { name: /预计金额/ })).toBeNull()
})

test('says what is left out for hidden fields, and shows a number where the name is hidden', async () => {
  server.use(
    http.get('*/api/opportunities/movements', () =>
      HttpResponse.json({ from: { count: 3, amount: 1 }, to: { count: 4, amount: 2 }, bars, slipped: null, pulledIn: null, leftOut: ['推迟移出', '提前进入'], ofAnyStatus: true }),
    ),
    http.get('*/api/opportunities/movements/records', () => HttpResponse.json({ rows: [{ ...row, name: null, statusBefore: null, statusAfter: null }] })),
  )
  open('?from=2026-01-31&to=2026-03-31&movement=LOST')
  expect(await screen.findByText('有的字段不对你开放，因此没有列出：推迟移出、提前进入。')).toBeTruthy()
  expect(screen.getByText('状态不对你开放，因此对比的是所有状态的商机。')).toBeTruthy()
  expect(screen.queryByText(/预计签约改期/)).toBeNull()
  expect((await screen.findByRole('link', { name: 'SJ-5' })).getAttribute('href')).toBe('/opportunities/5?asOf=2026-03-31')
})
