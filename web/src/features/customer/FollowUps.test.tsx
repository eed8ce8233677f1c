import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { FollowUps } from './FollowUps'

const described = (type: string, names: string[]) =>
  http.get(`*/api/records/${type}/fields`, () => HttpResponse.json({ type, label: type, fields: names.map((name) => ({ name, label: name, kind: 'TEXT' })) }))

// B3
test('tells what was done with the customer and with its opportunities as one story', async () => {
  let asked: unknown
  server.use(
    described('activity', ['kind', 'subject', 'recordType', 'recordId', 'recordName', 'happenedAt']),
    described('opportunity', ['name', 'customer', 'lastFollowUpAt']),
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

test('tells of a follow-up what field rules leave of it', async () => {
  const asked: URLSearchParams[] = []
  const refused = () => HttpResponse.json({ type: '/problems/invalid-fields', title: '有误', status: 400 }, { status: 400 })
  server.use(
    described('activity', ['recordType', 'recordId', 'recordName', 'content', 'happenedAt']),
    described('opportunity', ['number', 'customer']),
    http.get('*/api/records/opportunity', ({ request }) => (/name|lastFollowUpAt/.test(request.url) ? refused() : HttpResponse.json({ rows: [{ id: '5' }] }))),
    http.get('*/api/records/activity', ({ request }) => {
      const params = new URL(request.url).searchParams
      asked.push(params)
      if (/subject|outcome/.test(params.get('fields')!)) return refused()
      return HttpResponse.json({ rows: [{ id: '1', content: '谈了预算', recordType: 'customer', recordId: '1', happenedAt: '2026-11-20T02:00:00Z' }] })
    }),
  )
  renderPage(<FollowUps customerId="1" editable={false} />, { session: { permissions: ['activity:read', 'opportunity:read'] } })
  expect(await screen.findByText('谈了预算')).toBeTruthy()
  expect(screen.queryByText(/undefined/)).toBeNull()
  expect(asked.at(-1)!.get('filter')).toContain('opportunity')
})
