import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunity, opportunityCatalogue, opportunityServer } from '../../testing/opportunities'
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

// [D5]
test('the stage of a row says how long it overstays, even to those who may not move it', async () => {
  const days = { name: 'overstayDays', label: '超期天数', kind: 'NUMBER' }
  server.use(http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ ...opportunityCatalogue, fields: [...opportunityCatalogue.fields, days] })))
  open()
  expect(await screen.findByRole('img', { name: '超期 2 天' })).toBeTruthy()
  expect(asked.at(-1)?.get('fields')?.split(',')).toContain('overstayDays')
  expect(screen.queryByRole('columnheader', { name: /超期天数/ })).toBeNull()
})

test('the column of grades is as wide as its longest badge in the language spoken, and no wider', async () => {
  const grade = { name: 'grade', label: '等级', kind: 'CHOICE', choices: [] }
  server.use(http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ ...opportunityCatalogue, fields: [...opportunityCatalogue.fields, grade] })))
  open('/opportunities?fields=name,grade')
  await screen.findByRole('columnheader', { name: '等级' })
  const widths = [...document.querySelectorAll('col')].map(({ style }) => style.width)
  expect(widths).toContain('172px')
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

test('the board opens by stage with the same filter, and the list comes back ungrouped', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.get('*/api/opportunities/board', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('by'))
      return HttpResponse.json({ lanes: [], more: false })
    }),
  )
  const filter = JSON.stringify({ field: 'owner', op: 'me' })
  const { person, query } = open(`/opportunities?filter=${encodeURIComponent(filter)}`)
  await screen.findByText('智慧水务平台')
  await person.click(screen.getByRole('radio', { name: '看板' }))
  expect(query().get('show')).toBe('BOARD')
  await waitFor(() => expect(asked).toEqual(['STAGE']))
  expect(query().get('filter')).toBe(filter)
  await person.click(screen.getByRole('radio', { name: '列表' }))
  expect(await screen.findByText('智慧水务平台')).toBeTruthy()
  expect([...query().keys()]).toEqual(['filter'])
})

/** Field rules hide stage and status; what asks for them is refused. */
function hideStageAndStatus() {
  const fields = opportunityCatalogue.fields.filter(({ name }) => name !== 'stage' && name !== 'status').map((field) => (field.name === 'owner' ? { ...field, groupable: true } : field))
  const refused = HttpResponse.json({ type: '/problems/invalid-fields', title: '有误', status: 400 }, { status: 400 })
  const unless = (answer: object) => ({ request }: { request: Request }) => (/stage|status/i.test(decodeURIComponent(new URL(request.url).search)) ? refused.clone() : HttpResponse.json(answer))
  const lane = { key: '7', label: '王小明', count: 1, amount: 400_000, weightedAmount: 0, sums: {}, filter: '{}', rows: [{ ...opportunity, stage: undefined, status: undefined }] }
  server.use(
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ ...opportunityCatalogue, fields })),
    http.get('*/api/records/opportunity', unless({ rows: [opportunity] })),
    http.get('*/api/records/opportunity/count', unless({ count: 1, capped: false })),
    http.get('*/api/records/opportunity/lanes', unless({ lanes: [lane], more: false })),
    http.get('*/api/opportunities/board', unless({ lanes: [lane], more: false })),
  )
}

test('without stage and status the board has the lanes that are left, and nothing asks for a status', async () => {
  hideStageAndStatus()
  open('/opportunities?show=BOARD&group=stage')
  expect(await screen.findByRole('region', { name: '王小明' })).toBeTruthy()
  expect(await screen.findByText('智慧水务平台')).toBeTruthy()
  expect(screen.getByRole('radio', { name: '我的' })).toBeTruthy()
  expect(screen.queryByRole('radio', { name: '跟进中' })).toBeNull()
  expect(screen.queryByText(/undefined/)).toBeNull()
})

test('without stage and status the chart counts by what is left', async () => {
  hideStageAndStatus()
  open('/opportunities?show=CHART&group=stage&measure=status')
  expect(await screen.findByRole('columnheader', { name: '负责人' })).toBeTruthy()
  expect(await screen.findByRole('button', { name: '王小明' })).toBeTruthy()
})
