import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import type { AuditEntry } from './api'
import { AuditTable } from './AuditTable'

const entry = {
  id: '1',
  at: '2026-11-24T02:00:00Z',
  userId: '7',
  userName: '王小明',
  address: '',
  action: 'update',
  subjectType: 'opportunity.opportunity',
  subjectId: '2309',
  subjectName: '华为扩容',
  before: { stage_id: 2, owner_id: 5 },
  after: { stage_id: 3, owner_id: 6 },
  names: { stage_id: { 2: '立项', 3: '方案' } },
  reason: null,
} as unknown as AuditEntry // the document cannot say which columns there are

test('calls records by their names, and by their numbers where the viewer may not see those', async () => {
  server.use(http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ type: 'opportunity', label: '商机', fields: [], defaultColumns: [] })))
  renderPage(<AuditTable rows={[entry, { ...entry, id: '2', subjectName: null, names: {} }]} />)
  expect(await screen.findByText('华为扩容')).toBeTruthy()
  expect(screen.getByText('#2309')).toBeTruthy()
  const changes = screen.getAllByRole('listitem').map((it) => it.textContent)
  expect(changes[0]).toContain('立项 → 方案')
  expect(changes[1]).toContain('5 → 6')
  expect(changes[2]).toContain('2 → 3')
})
