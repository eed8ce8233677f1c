import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { detail, opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { feature } from '../feature'
import { DetailPage } from './DetailPage'

const open = (query = '') =>
  renderPage(<DetailPage />, { at: `/opportunities/5${query}`, path: '/opportunities/:id', features: [feature], session: { permissions: ['opportunity:read', 'opportunity:edit'] } })

beforeEach(() => server.use(...opportunityServer))

async function editAmount(person: ReturnType<typeof open>['person'], text: string) {
  const facts = within(await screen.findByRole('region', { name: '关键信息' }))
  await person.click(await facts.findByRole('button', { name: '修改预计金额' }))
  const input = await facts.findByRole('spinbutton', { name: '预计金额' })
  await person.clear(input)
  await person.paste(text)
  await person.keyboard('{Enter}')
  return { facts, input }
}

test('shows what it is, where it stands and what is missing', async () => {
  open()
  expect(await screen.findByRole('heading', { level: 1, name: '智慧水务平台' })).toBeTruthy()
  const path = within(screen.getByRole('region', { name: '阶段路径' }))
  expect(path.getByRole('button', { name: /A 了解商机/ }).getAttribute('aria-current')).toBe('step')
  expect(await screen.findByText('请填写预计签约日期')).toBeTruthy()
  expect(screen.getByText('尚未有效')).toBeTruthy()
})

test('a refused fact says why beside it, and keeps what was typed', async () => {
  server.use(
    http.patch('*/api/opportunities/5', () =>
      HttpResponse.json(
        { type: '/problems/invalid-fields', title: 'invalid', status: 422, fields: [{ field: 'expectedAmount', code: 'out-of-range', message: '金额过大' }] },
        { status: 422 },
      ),
    ),
  )
  const { person } = open()
  const { facts, input } = await editAmount(person, '99999999')
  expect(await facts.findByText('金额过大')).toBeTruthy()
  expect((input as HTMLInputElement).value).toBe('99,999,999')
})

test('when someone else was faster it says who, and saving again puts ours over theirs', async () => {
  let version = 4
  const saved: unknown[] = []
  server.use(
    http.get('*/api/opportunities/5', () => HttpResponse.json({ ...detail, version: version++ > 4 ? 9 : 3 })),
    http.get('*/api/opportunities/5/history', () =>
      HttpResponse.json({ rows: [{ at: '2026-11-23T02:12:00Z', by: '8', byName: '李静', changes: [{ field: 'expectedAmount', label: '预计金额', before: '400,000.00', after: '500,000.00' }] }] }),
    ),
    http.patch('*/api/opportunities/5', async ({ request }) => {
      const body = (await request.json()) as { version: number }
      saved.push(body)
      return body.version === 9 ? HttpResponse.json({ version: 10 }) : HttpResponse.json({ type: '/problems/stale-version', title: 'stale', status: 409, current: 9 }, { status: 409 })
    }),
  )
  const { person } = open()
  const { facts, input } = await editAmount(person, '60')
  expect(await facts.findByText(/李静在 2026-11-23 10:12 修改了预计金额/)).toBeTruthy()
  expect((input as HTMLInputElement).value).toBe('60')
  await person.click(facts.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(saved.at(-1)).toEqual({ version: 9, expectedAmount: 600_000 }))
  await waitFor(() => expect(facts.queryByRole('spinbutton')).toBeNull())
})

test('key actions of a stage are ticked on its panel', async () => {
  let done: unknown
  server.use(
    http.put('*/api/opportunities/5/key-actions', async ({ request }) => {
      done = await request.json()
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person } = open()
  await person.click(await screen.findByRole('button', { name: /A 了解商机/ }))
  const tick = await screen.findByRole('checkbox', { name: '拜访客户' })
  await waitFor(() => expect((tick as HTMLInputElement).disabled || tick.closest('fieldset')?.disabled).toBeFalsy())
  await person.click(tick)
  await waitFor(() => expect(done).toEqual({ stageId: '11', place: 0, done: true }))
})

test('what is not visible is not there', async () => {
  server.use(http.get('*/api/opportunities/5', () => HttpResponse.json({ type: '/problems/not-found', title: '找不到', status: 404 }, { status: 404 })))
  open()
  expect(await screen.findByRole('heading', { level: 1, name: '找不到这条记录' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '回到商机' }).getAttribute('href')).toBe('/opportunities')
})

test('of a past day it shows what was, and lets nothing be done', async () => {
  const asked: string[] = []
  server.use(
    http.get('*/api/opportunities/5', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('asOf') ?? 'now')
      return HttpResponse.json({ ...detail, may: { edit: false, move: false, win: false, lose: false }, gate: null })
    }),
    http.get('*/api/opportunities/5/timeline', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('after') ?? 'now')
      return HttpResponse.json({ rows: [] })
    }),
    http.get('*/api/opportunities/5/team', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('asOf') ?? 'now')
      return HttpResponse.json([])
    }),
  )
  const { person, query } = open('?asOf=2025-11-25')
  expect(await screen.findByText('以下是 2025年11月25日 日终时的数据，只读')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '修改预计金额' })).toBeNull()
  expect(screen.queryByRole('button', { name: '赢单' })).toBeNull()
  expect(screen.queryByRole('tab', { name: '附件' })).toBeNull()
  expect(screen.getByRole('link', { name: '商机' }).getAttribute('href')).toBe('/opportunities?asOf=2025-11-25')
  await person.click(screen.getByRole('tab', { name: '团队' }))
  await waitFor(() => expect(asked).toEqual(['2025-11-25', '2025-11-25T16:00:00.000Z', '2025-11-25']))
  expect(query().get('asOf')).toBe('2025-11-25')
})

test('what was not there on a day says so, and leads to now', async () => {
  server.use(
    http.get('*/api/opportunities/5', ({ request }) =>
      new URL(request.url).searchParams.has('asOf') ? HttpResponse.json({ type: '/problems/not-found', title: '找不到', status: 404 }, { status: 404 }) : HttpResponse.json(detail),
    ),
  )
  const { person } = open('?asOf=2020-01-01')
  expect(await screen.findByRole('heading', { level: 1, name: '这一天没有这条记录' })).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '回到现在' }))
  expect(await screen.findByRole('heading', { level: 1, name: '智慧水务平台' })).toBeTruthy()
})
