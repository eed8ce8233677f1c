import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { TaskItem } from '../../features/activity/TaskItem'
import { Attachments } from '../../features/collaboration/Attachments'
import { FollowUps } from '../../features/customer/FollowUps'
import { TimelineItem } from '../../features/opportunity/detail/TimelineItem'
import { CompleteTask } from '../../features/task/CompleteTask'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'

const file = { id: '5', name: '方案.pdf', size: 1, contentType: 'application/pdf', uploadedBy: { id: '1', label: '王小明' }, uploadedAt: '2026-11-01T00:00:00Z' }
const happened = { at: '2026-11-01T00:00:00Z', by: '1', byName: '王小明' }
const facts = ['kind', 'subject', 'recordType', 'recordId', 'happenedAt'].map((name) => ({ name, label: name, kind: 'TEXT', ops: [] }))

const places = [
  ['task', '回访', <TaskItem key="task" task={{ id: '5', title: '回访', status: 'OPEN' }} />],
  ['task', '回访', <CompleteTask key="row" row={{ id: '5', version: 1, title: '回访', status: 'OPEN' }} editable />],
  ['file', '方案.pdf', <Attachments key="file" recordType="customer" recordId="1" />],
  ['activity', '电话', <FollowUps key="activity" customerId="1" editable={false} />],
  ['activity', '电话', <TimelineItem key="story" row={{ ...happened, kind: 'ACTIVITY', id: '5', activityKind: 'CALL', subject: '电话' }} />],
] as const

beforeEach(() => {
  server.use(
    http.get('*/api/files', () => HttpResponse.json([file])),
    http.get('*/api/records/:type/fields', ({ params }) => HttpResponse.json({ type: params.type, label: '', defaultSort: 'subject', fields: params.type === 'activity' ? facts : [] })),
    http.get('*/api/records/activity', () => HttpResponse.json({ rows: [{ id: '5', version: 1, subject: '电话', kind: 'CALL', recordType: 'customer', recordId: '1' }], next: null })),
  )
})

test.each(places)('who may ask learns who sees a %s where it is shown: %s', async (type, name, place) => {
  server.use(
    http.get('*/api/explanations', ({ request }) => {
      const asked = new URL(request.url).searchParams
      expect([asked.get('recordType'), asked.get('recordId')]).toEqual([type, '5'])
      return HttpResponse.json({ seers: [{ userId: '8', name: '李雷', department: null, reasons: ['通过客户“华为”：是负责人（角色“客户经理”）'] }], next: null })
    }),
  )
  const { person } = renderPage(place, { session: { permissions: ['access:explain', 'user:read'] } })
  await person.click(await screen.findByRole('button', { name: `谁能看到“${name}”` }))
  await person.click(await screen.findByRole('button', { name: '列出能看到的人' }))
  expect(await screen.findByText('通过客户“华为”：是负责人（角色“客户经理”）')).toBeTruthy()
})

test('others are not offered it', async () => {
  renderPage(<Attachments recordType="customer" recordId="1" />, { session: { permissions: [] } })
  expect(await screen.findByText('方案.pdf')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /谁能看到/ })).toBeNull()
})
