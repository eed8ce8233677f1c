import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunity, opportunityServer } from '../../testing/opportunities'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { feature } from './feature'
import { OpportunityListPage } from './OpportunityListPage'

const asked: URLSearchParams[] = []
const filterAsked = () => JSON.parse(asked.at(-1)?.get('filter') ?? 'null') as unknown

beforeEach(() => {
  asked.length = 0
  server.use(
    ...opportunityServer,
    http.get('*/api/records/opportunity/count', () => HttpResponse.json({ count: 1, capped: false })),
    http.get('*/api/records/opportunity/sums', () => HttpResponse.json({ sums: { expectedAmount: 400_000 } })),
    http.get('*/api/records/opportunity', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ rows: [opportunity] })
    }),
    http.get('*/api/records/department/fields', () => HttpResponse.json({ type: 'department', label: '部门', fields: [] })),
    http.get('*/api/records/department/lookup', () => HttpResponse.json({ items: [] })),
  )
})

const open = (at = '/opportunities') => renderPage(<OpportunityListPage />, { at, features: [feature], session: { permissions: ['opportunity:read', 'opportunity:create', 'department:read'] } })

test('lists opportunities, and says in a word that none has a next step', async () => {
  open()
  expect((await screen.findByRole('link', { name: '智慧水务平台' })).getAttribute('href')).toBe('/opportunities/5')
  expect(screen.getByText('未安排')).toBeTruthy()
})

test('one tap shows my open ones, and the filter stands in the address', async () => {
  const { person, query } = open()
  await screen.findByText('智慧水务平台')
  await person.click(screen.getByRole('radio', { name: '我的' }))
  await person.click(screen.getByRole('radio', { name: '跟进中' }))
  const filter = { and: [{ field: 'status', op: 'in', value: ['OPEN'] }, { field: 'owner', op: 'me' }] }
  expect(JSON.parse(query().get('filter')!)).toEqual(filter)
  await waitFor(() => expect(filterAsked()).toEqual(filter))
  await person.click(screen.getByRole('radio', { name: '我团队' }))
  await waitFor(() =>
    expect(filterAsked()).toEqual({ and: [{ field: 'department', op: 'in', value: ['3', '4'] }, { field: 'status', op: 'in', value: ['OPEN'] }] }),
  )
})

test('the board opens by stage with the same filter', async () => {
  server.use(http.get('*/api/opportunities/board', () => HttpResponse.json({ lanes: [], more: false })))
  const filter = JSON.stringify({ field: 'owner', op: 'me' })
  const { person, query } = open(`/opportunities?filter=${encodeURIComponent(filter)}`)
  await screen.findByText('智慧水务平台')
  await person.click(screen.getByRole('radio', { name: '看板' }))
  expect(query().get('show')).toBe('BOARD')
  expect(query().get('group')).toBe('stage')
  expect(query().get('filter')).toBe(filter)
})
