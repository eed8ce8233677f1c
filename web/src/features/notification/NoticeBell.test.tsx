import { QueryObserver } from '@tanstack/react-query'
import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Feature } from '../../shared/feature'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { NoticeBell } from './NoticeBell'
import { noticesChanged, type Notice } from './api'

const features: Feature[] = [{ routes: [], records: { opportunity: { plural: 'opportunities', path: (id) => `/opportunities/${id}` } } }]
const session = { permissions: ['opportunity:read'] }

const notice = (id: number, more: Partial<Notice> = {}): Notice => ({
  id: String(id),
  kind: 'opportunity.given',
  text: `李雷把商机「地铁${id}号线」转给了您`,
  about: { type: 'opportunity', id: '42', name: `地铁${id}号线` },
  at: new Date().toISOString(),
  isRead: false,
  ...more,
})

function notices(rows: Notice[]) {
  const unread = () => rows.filter(({ isRead }) => !isRead).length
  server.use(
    http.get('*/api/notices', () => HttpResponse.json({ rows, unread: unread() })),
    http.put('*/api/notices/:id/read', ({ params }) => {
      rows = rows.map((row) => (row.id === params.id ? { ...row, isRead: true } : row))
      return new HttpResponse(null, { status: 204 })
    }),
    http.put('*/api/notices/read', async ({ request }) => {
      const { newestId } = (await request.json()) as { newestId: string }
      rows = rows.map((row) => (Number(row.id) <= Number(newestId) ? { ...row, isRead: true } : row))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  return { add: (row: Notice) => (rows = [row, ...rows]) }
}

test('the number of unread notices is read on its red', async () => {
  notices([notice(1)])
  const { container } = renderPage(<NoticeBell />, { session, features })
  await screen.findByRole('button', { name: /1/ })
  expect(getComputedStyle(container.querySelector('.ant-badge-count')!).color).toBe('rgb(255, 255, 255)')
})

test('from ten on its number stands farther out, so that the bell is seen', async () => {
  const aside = async (unread: number) => {
    server.use(http.get('*/api/notices', () => HttpResponse.json({ rows: [], unread })))
    const { container, unmount } = renderPage(<NoticeBell />, { session, features })
    await screen.findByRole('button', { name: new RegExp(String(unread)) })
    const out = Math.abs(parseFloat(container.querySelector<HTMLElement>('.ant-badge-count')!.style.insetInlineEnd || '0'))
    unmount()
    return out
  }
  expect([await aside(9), await aside(12), await aside(99)]).toEqual([0, 6, 6])
})

test('counts what is unread and leads to the record, which makes it read', async () => {
  notices([notice(2), notice(1, { at: '2026-01-02T03:04:05Z' })])
  const { person, router } = renderPage(<NoticeBell />, { session, features })
  await person.click(await screen.findByRole('button', { name: '通知，2 条未读' }))
  expect(within(await screen.findByRole('region', { name: '更早' })).getByText(/地铁1号线/)).toBeDefined()
  await person.click(within(screen.getByRole('region', { name: '今天' })).getByRole('button', { name: /地铁2号线/ }))
  expect(router.state.location.pathname).toBe('/opportunities/42')
  expect(await screen.findByRole('button', { name: '通知，1 条未读' })).toBeDefined()
})

test('marks all as read', async () => {
  notices([notice(2), notice(1)])
  const { person } = renderPage(<NoticeBell />, { session, features })
  await person.click(await screen.findByRole('button', { name: '通知，2 条未读' }))
  await person.click(await screen.findByRole('button', { name: '全部标为已读' }))
  expect(await screen.findByText('全部已读')).toBeDefined()
  expect(screen.getByRole('button', { name: '通知' })).toBeDefined()
})

test('says what it is for while there is nothing', async () => {
  const { person } = renderPage(<NoticeBell />, { session, features })
  await person.click(await screen.findByRole('button', { name: '通知' }))
  expect(await screen.findByText('还没有通知')).toBeDefined()
})

test('a new notice refreshes what is shown of its record, an old one does not', async () => {
  const told = notices([notice(1, { about: { type: 'opportunity', id: '41', name: '旧' } })])
  const { client } = renderPage(<NoticeBell />, { session, features })
  await screen.findByRole('button', { name: '通知，1 条未读' })
  const asked: string[] = []
  for (const id of ['41', '42']) {
    const queryFn = () => asked.push(id)
    new QueryObserver(client, { queryKey: ['record', 'opportunities', id], queryFn }).subscribe(() => {})
  }
  await vi.waitFor(() => expect(asked).toEqual(['41', '42']))
  told.add(notice(2))
  await noticesChanged(client)
  await screen.findByRole('button', { name: '通知，2 条未读' })
  await vi.waitFor(() => expect(asked).toEqual(['41', '42', '42']))
})
