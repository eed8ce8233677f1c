import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { RecordList } from '../../../shared/records/RecordList'
import { opportunityType } from '../../../testing/samples'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { feature } from '../feature'
import { GradeBadge } from './GradeBadge'

test('[D3] tells what waits for confirmation, raised or lower', () => {
  renderPage(
    <>
      <GradeBadge grade="GENERAL" state="CONFIRMED" />
      <GradeBadge grade="MAJOR" state="AWAITING" pending="MAJOR" />
      <GradeBadge grade="IMPORTANT" state="RETURNED" pending="ORDINARY" />
    </>,
    { features: [feature] },
  )
  expect(screen.getByText('一般').dataset.open).toBeUndefined()
  expect(screen.getByText('重大 · 待确认').dataset.open).toBe('true')
  expect(screen.getByText('重要 → 普通 · 已退回').dataset.open).toBe('true')
})

test('[D3] a list asks for the state of each grade that it shows', async () => {
  const asked: string[] = []
  const known = ['gradeState', 'gradePending'].map((name) => ({ name, label: name, kind: 'CHOICE', choices: [], filterable: true }))
  server.use(
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ ...opportunityType, fields: [...opportunityType.fields, ...known] })),
    http.get('*/api/records/opportunity/count', () => HttpResponse.json({ count: 1, exact: true })),
    http.get('*/api/records/opportunity/sums', () => HttpResponse.json({ sums: {} })),
    http.get('*/api/views', () => HttpResponse.json({ views: [], firstId: null })),
    http.get('*/api/records/opportunity', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('fields') ?? '')
      return HttpResponse.json({ rows: [{ id: '1', name: '专线', grade: 'MAJOR', gradeState: 'AWAITING', gradePending: 'IMPORTANT' }], next: null })
    }),
  )
  renderPage(<RecordList type="opportunity" title="商机" columns={['name', 'grade']} />, { features: [feature], session: { permissions: ['opportunity:read'] } })
  expect(await screen.findByText('重大 → 重要 · 待确认')).toBeTruthy()
  expect(asked[0]!.split(',')).toEqual(['name', 'grade', 'gradeState', 'gradePending'])
})
