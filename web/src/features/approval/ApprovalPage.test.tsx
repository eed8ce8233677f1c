import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { ApprovalPage } from './ApprovalPage'

const request = {
  id: '5',
  kind: 'assessment',
  kindName: '评估报告',
  recordType: 'opportunity',
  recordId: '42',
  title: '专线改造',
  state: 'OPEN',
  note: null,
  askedBy: { id: '8', name: '李雷', standIn: null },
  askedAt: '2026-11-20T01:00:00Z',
  finishedAt: null,
  dueAt: null,
  waitingFor: [],
}
const place = { routes: [], records: { opportunity: { plural: 'opportunities', path: (id: string) => `/o/${id}`, decided: { assessment: (id: string, of: string) => `/o/${id}/report?of=${of}` } } } }

const open = (subjectId: string | null, kind = 'assessment') => {
  server.use(
    http.get('*/api/approvals/5', () => HttpResponse.json({ request: { ...request, kind }, subjectId, steps: [], events: [], fields: [], may: {} })),
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json([])),
  )
  renderPage(<ApprovalPage />, { at: '/approvals/5', path: '/approvals/:id', features: [place], session: { permissions: ['opportunity:read'] } })
}

// [D6 D9]
test('who decides about a report is led to the report itself', async () => {
  open('77')
  expect((await screen.findByRole('link', { name: '评估报告' })).getAttribute('href')).toBe('/o/42/report?of=77')
  expect(screen.getByRole('link', { name: '专线改造' }).getAttribute('href')).toBe('/o/42')
})

// [D6 D9]
test('what has no page of its own has no second link', async () => {
  open('77', 'abandonment')
  expect(await screen.findByRole('link', { name: '专线改造' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: '评估报告' })).toBeNull()
})
