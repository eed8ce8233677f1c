import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { RecordTasks } from './RecordTasks'

test('does not ask for a date of tasks that the viewer is not offered', async () => {
  const names = ['title', 'status', 'assignee']
  server.use(
    http.get('*/api/records/task/fields', () => HttpResponse.json({ type: 'task', label: '任务', fields: names.map((name) => ({ name, label: name, kind: 'TEXT' })) })),
    http.get('*/api/records/task', ({ request }) =>
      request.url.includes('dueOn')
        ? HttpResponse.json({ type: '/problems/invalid-fields', title: '有误', status: 400 }, { status: 400 })
        : HttpResponse.json({ rows: [{ id: '1', title: '送方案', status: 'OPEN' }] }),
    ),
  )
  renderPage(<RecordTasks record={{ type: 'customer', id: '9' }} />)
  expect(await screen.findByText('送方案')).toBeTruthy()
})
