import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { InboxPage } from './InboxPage'

const request = {
  id: '5',
  kind: 'abandonment',
  kindName: '放弃商机',
  recordType: 'opportunity',
  recordId: '42',
  title: '专线改造',
  state: 'OPEN',
  note: '没有预算',
  askedBy: { id: '8', name: '李雷', standIn: null },
  askedAt: '2026-11-20T01:00:00Z',
  finishedAt: null,
  dueAt: '2026-11-21T01:00:00Z',
  waitingFor: [{ id: '7', name: '王小明', standIn: { id: '9', name: '赵敏', standIn: null } }],
}

// [D9]
test('what waits is shown with its reason, and several are returned at once with one', async () => {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/approvals/counts', () => HttpResponse.json({ toDo: 2, done: 3, mine: 0 })),
    http.get('*/api/approvals', () => HttpResponse.json({ rows: sent.length > 0 ? [] : [request, { ...request, id: '6', title: null }], next: null })),
    http.post('*/api/approvals/decisions', async ({ request: asked }) => {
      sent.push(await asked.json())
      return HttpResponse.json([
        { id: '5', refused: null },
        { id: '6', refused: '审批已经结束' },
      ])
    }),
  )
  const { person } = renderPage(<InboxPage />, { at: '/approvals' })
  expect(await screen.findByText('放弃商机 · 专线改造')).toBeTruthy()
  expect(screen.getByText('放弃商机 · 您已看不到的记录')).toBeTruthy()
  expect(screen.getAllByText('没有预算')).toHaveLength(2)
  expect(screen.getAllByText('等待 王小明 → 赵敏')).toHaveLength(2)
  expect(await screen.findByRole('tab', { name: '待办 2' })).toBeTruthy()
  await person.click(screen.getByLabelText('全选'))
  await person.click(screen.getByRole('button', { name: /退\s?回/ }))
  await person.type(await screen.findByLabelText('原因'), '再想想')
  await person.click(screen.getAllByRole('button', { name: /退\s?回/ }).at(-1)!)
  await waitFor(() => expect(sent).toEqual([{ ids: ['5', '6'], outcome: 'RETURNED', comment: '再想想' }]))
  expect(await screen.findByText('1 项没有处理：审批已经结束')).toBeTruthy()
  expect(await screen.findByText('没有待办的审批')).toBeTruthy()
})
