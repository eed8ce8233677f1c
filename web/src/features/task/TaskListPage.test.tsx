import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Field } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { TaskListPage } from './TaskListPage'

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name, label: name, kind, filterable: true, sortable: true, defaultColumn: true, ...more })
const all = [
  field('title', 'TEXT'),
  field('status', 'CHOICE', { choices: [{ code: 'OPEN', label: '待办' }] }),
  field('dueOn', 'DATE'),
  field('assignee', 'REFERENCE', { reference: 'user' }),
]

/** A server that refuses what its catalogue does not offer, as the true one does. */
function taskServer(hidden: string) {
  const asked: URLSearchParams[] = []
  server.use(
    http.get('*/api/records/task/fields', () => HttpResponse.json({ type: 'task', label: '任务', defaultSort: 'dueOn', fields: all.filter(({ name }) => name !== hidden) })),
    http.get('*/api/records/task/count', () => HttpResponse.json({ count: 1, capped: false })),
    http.get('*/api/records/task', ({ request }) => {
      const params = new URL(request.url).searchParams
      asked.push(params)
      if (params.toString().includes(hidden)) return HttpResponse.json({ type: '/problems/invalid-fields', title: '有误', status: 400 }, { status: 400 })
      return HttpResponse.json({ rows: [{ id: '1', title: '送方案', status: 'OPEN' }] })
    }),
  )
  return asked
}

test('does not ask for a date that the viewer is not offered', async () => {
  const asked = taskServer('dueOn')
  renderPage(<TaskListPage />, { at: '/tasks?view=overdue&fields=title,dueOn,status&sort=-dueOn' })
  expect(await screen.findByText('送方案')).toBeTruthy()
  expect(asked.at(-1)!.get('fields')).toBe('title,status')
  expect(screen.queryByRole('radio', { name: '已逾期' })).toBeNull()
  expect(screen.getByRole('radio', { name: '我的待办' })).toBeTruthy()
})

test('shows all tasks to whoever is not offered how they stand', async () => {
  taskServer('status')
  renderPage(<TaskListPage />, { at: '/tasks' })
  expect(await screen.findByText('送方案')).toBeTruthy()
  expect(screen.getAllByRole('radio', { name: /全部|待办|逾期|完成/ })).toHaveLength(1)
})

test('looks for no title that the viewer is not offered', async () => {
  taskServer('title')
  renderPage(<TaskListPage />, { at: '/tasks' })
  expect(await screen.findByText('1 条')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})
