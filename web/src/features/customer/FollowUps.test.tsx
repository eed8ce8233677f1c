import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { FollowUps } from './FollowUps'

// B3
test('tells what was done with the customer and with its opportunities as one story', async () => {
  let asked: unknown
  server.use(
    http.get('*/api/records/activity/fields', () => HttpResponse.json({ type: 'activity', label: '跟进记录', fields: [] })),
    http.get('*/api/records/opportunity', () => HttpResponse.json({ rows: [{ id: '5', name: '智慧水务平台' }] })),
    http.get('*/api/records/activity', ({ request }) => {
      asked = JSON.parse(new URL(request.url).searchParams.get('filter')!)
      return HttpResponse.json({
        rows: [{ id: '1', kind: 'CALL', subject: '确认预算', recordType: 'opportunity', recordId: '5', recordName: '智慧水务平台', happenedAt: '2026-11-20T02:00:00Z' }],
      })
    }),
  )
  const features = [{ routes: [], records: { opportunity: { plural: 'opportunities', path: (id: string) => `/opportunities/${id}` } } }]
  renderPage(<FollowUps customerId="1" editable={false} />, { features, session: { permissions: ['activity:read', 'opportunity:read'] } })
  expect(await screen.findByText('确认预算')).toBeTruthy()
  expect(screen.getByRole('link', { name: '智慧水务平台' }).getAttribute('href')).toBe('/opportunities/5')
  const about = (type: string, id: string) => ({
    and: [
      { field: 'recordType', op: 'is', value: type },
      { field: 'recordId', op: 'in', value: [id] },
    ],
  })
  expect(asked).toEqual({ or: [about('customer', '1'), about('opportunity', '5')] })
})
