import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { today } from '../../shared/format'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { WinLossPage } from './WinLossPage'

const standing = (competitorId: string, name: string, won: number, lost: number, winRatePercent: number | null) => ({
  competitorId,
  name,
  archived: false,
  open: { count: 0, amount: 0 },
  won: { count: won, amount: won * 10_000 },
  lost: { count: lost, amount: null },
  lostToIt: { count: 0, amount: null },
  winRatePercent,
})

const fields = (...names: string[]) => http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ name: 'opportunity', fields: names.map((name) => ({ name })) }))

beforeEach(() => server.use(fields('closedOn')))

test('[D11] win and loss by competitor: each figure leads to its records, no base gives no rate', async () => {
  server.use(http.get('*/api/opportunities/win-loss', () => HttpResponse.json([standing('3', '甲公司', 3, 1, 75), standing('4', '乙公司', 0, 0, null)])))
  renderPage(<WinLossPage />)
  const won = await screen.findByRole('link', { name: '甲公司：赢单 3 条' })
  const filter: unknown = JSON.parse(new URL(won.getAttribute('href')!, 'http://x').searchParams.get('filter')!)
  expect(filter).toEqual({ and: [{ field: 'rivals', op: 'is', value: '甲公司' }, { field: 'status', op: 'is', value: 'WON' }] })
  expect(screen.getByText('75%')).toBeTruthy()
  expect(screen.getByText('—')).toBeTruthy()
})

test('[A4 D11] who may not read who won sees a dash there, no 0', async () => {
  server.use(http.get('*/api/opportunities/win-loss', () => HttpResponse.json([{ ...standing('3', '甲公司', 0, 2, 0), lostToIt: null }])))
  renderPage(<WinLossPage />)
  expect(await screen.findByText('—')).toBeTruthy()
})

const filterOf = (link: HTMLElement): unknown => JSON.parse(new URL(link.getAttribute('href')!, 'http://x').searchParams.get('filter')!)

test('[D11] a span by day of closing is in the address, asked of the server, and carried to the records behind each figure', async () => {
  const asked: string[] = []
  server.use(
    http.get('*/api/opportunities/win-loss', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json([{ ...standing('3', '甲公司', 3, 1, 75), open: { count: 2, amount: 0 } }])
    }),
  )
  const { person, router } = renderPage(<WinLossPage />, { at: '/competitors/win-loss?from=2026-01-01&to=2026-03-31' })
  const within = { field: 'closedOn', op: 'between', value: ['2026-01-01', '2026-03-31'] }
  expect(filterOf(await screen.findByRole('link', { name: '甲公司：赢单 3 条' }))).toEqual({
    and: [{ field: 'rivals', op: 'is', value: '甲公司' }, { field: 'status', op: 'is', value: 'WON' }, within],
  })
  expect(filterOf(screen.getByRole('link', { name: '甲公司：跟进中 2 条' }))).toEqual({
    and: [
      { field: 'rivals', op: 'is', value: '甲公司' },
      { field: 'status', op: 'is', value: 'OPEN' },
    ],
  })
  expect(asked).toEqual(['?from=2026-01-01&to=2026-03-31'])
  expect(screen.getByText(/跟进中的没有关闭日期/)).toBeTruthy()

  const to = screen.getByLabelText('关闭日期止')
  await person.clear(to)
  await person.type(to, '2026-02-28{Enter}')
  await waitFor(() => expect(router.state.location.search).toBe('?from=2026-01-01&to=2026-02-28'))
  await waitFor(() => expect(asked.at(-1)).toBe('?from=2026-01-01&to=2026-02-28'))
})

test('[D11] a span open at one end leads to records from that day, or to that day', async () => {
  server.use(http.get('*/api/opportunities/win-loss', () => HttpResponse.json([standing('3', '甲公司', 3, 1, 75)])))
  renderPage(<WinLossPage />, { at: '/competitors/win-loss?to=2026-03-31' })
  expect(filterOf(await screen.findByRole('link', { name: '甲公司：失败 1 条' }))).toHaveProperty('and.2', { field: 'closedOn', op: 'lte', value: '2026-03-31' })
})

test('[A4 D11] who may not read the day of closing is offered no span', async () => {
  server.use(
    fields('status'),
    http.get('*/api/opportunities/win-loss', () => HttpResponse.json([])),
  )
  renderPage(<WinLossPage />)
  expect(await screen.findByText('还没有可以比较的对手')).toBeTruthy()
  await waitFor(() => expect(screen.queryByLabelText('关闭日期')).toBeNull())
})

test('[D11] this quarter or last year is one choice away', async () => {
  server.use(http.get('*/api/opportunities/win-loss', () => HttpResponse.json([])))
  const { person, query } = renderPage(<WinLossPage />)
  await person.click(await screen.findByRole('combobox', { name: '关闭日期' }))
  await person.click(await screen.findByText('去年关闭'))
  const year = Number(today().slice(0, 4)) - 1
  await waitFor(() => expect([query().get('from'), query().get('to')]).toEqual([`${year}-01-01`, `${year}-12-31`]))
})
