import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { opportunityType } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Feature } from '../feature'
import { dateInWords, today } from '../format'
import { RecordList } from '../records/RecordList'
import { onDay, pastDay } from './asOf'
import { endBefore, quarterOf } from './days'

const rows: Row[] = [{ id: '1', name: '项目 1', grade: 'A', amount: 10_000, customer: { id: '9', label: '临江水务' } }]
const features: Feature[] = [
  {
    routes: [],
    records: {
      opportunity: { plural: 'opportunities', path: (id) => `/opportunities/${id}`, past: true },
      customer: { plural: 'customers', path: (id) => `/customers/${id}` },
    },
  },
]
const yesterday = endBefore('yesterday', today())

/** A server of records that keeps every question. */
function recordsOf(versioned = true) {
  const asked: { what: string; of: URLSearchParams }[] = []
  const answer = (what: string, body: object) =>
    http.get(`*/api/records/opportunity${what}`, ({ request }) => {
      asked.push({ what, of: new URL(request.url).searchParams })
      return HttpResponse.json(body)
    })
  server.use(
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ ...opportunityType, versioned })),
    http.get('*/api/records/opportunity/bulk', () => HttpResponse.json({ actions: [{ action: 'edit', label: '编辑字段', fields: ['grade'] }] })),
    http.get('*/api/views', () => HttpResponse.json({ views: [], firstId: null })),
    answer('/count', { count: 1, capped: false }),
    answer('/sums', { sums: { amount: 10_000 } }),
    answer('/lanes', { lanes: [{ key: 'A', label: 'A 级', count: 1, sums: { amount: 10_000 }, filter: '{}', rows }], more: false }),
    answer('', { rows }),
  )
  return asked
}

const show = (at = '/') =>
  renderPage(<RecordList type="opportunity" title="商机" editable actions={<button type="button">新建</button>} looks={<a href="/x">对比</a>} />, {
    at,
    features,
    session: { permissions: ['opportunity:read', 'customer:read', 'opportunity:export'] },
  })

test('a day before today is the past, anything else is now', () => {
  expect(pastDay('2024-02-29')).toBe('2024-02-29')
  for (const other of [null, '', 'yesterday', '2024-13-01', '2999-01-01', today()]) expect(pastDay(other)).toBeNull()
  expect(onDay('/a', '2024-02-29')).toBe('/a?asOf=2024-02-29')
  expect(onDay('/a?b=c', '2024-02-29')).toBe('/a?b=c&asOf=2024-02-29')
  expect(onDay('/a', null)).toBe('/a')
})

test('knows the ends of the spans before a day', () => {
  // A Thursday.
  expect(['yesterday', 'week', 'month', 'quarter', 'year'].map((end) => endBefore(end as 'week', '2026-11-26'))).toEqual([
    '2026-11-25',
    '2026-11-22',
    '2026-10-31',
    '2026-09-30',
    '2025-12-31',
  ])
  expect(endBefore('week', '2026-11-22')).toBe('2026-11-15')
  expect(quarterOf('2026-11-26')).toEqual(['2026-10-01', '2026-12-31'])
  expect(quarterOf('2026-11-26', 1)).toEqual(['2027-01-01', '2027-03-31'])
})

test('asks everything as of the day chosen, says so, and leads back to now', async () => {
  const asked = recordsOf()
  const { person, query } = show('/?sort=name')
  expect(await screen.findByRole('link', { name: '项目 1' })).toBeTruthy()
  expect(screen.queryByRole('complementary', { name: '回看' })).toBeNull()
  await person.click(screen.getByRole('button', { name: '回看' }))
  asked.length = 0
  await person.click(await screen.findByRole('button', { name: /昨天/ }))
  expect(query().get('asOf')).toBe(yesterday)
  expect(query().get('sort')).toBe('name')
  expect(screen.getByRole('button', { name: `回看 ${yesterday}` })).toBeTruthy()
  const banner = await screen.findByRole('complementary', { name: '回看' })
  expect(banner.textContent).toContain(`${dateInWords(yesterday, 'zh-CN')} 日终时的数据，只读`)
  await waitFor(() => expect(new Set(asked.map(({ what }) => what))).toEqual(new Set(['', '/count', '/sums'])))
  expect(asked.every(({ of }) => of.get('asOf') === yesterday)).toBe(true)
  await person.click(within(banner).getByRole('button', { name: '回到现在' }))
  expect(query().get('asOf')).toBeNull()
  expect(query().get('sort')).toBe('name')
})

test('changes nothing of the past, and leads to records as of its day', async () => {
  recordsOf()
  const { person } = show(`/?asOf=${yesterday}&fields=name,grade,customer`)
  const link = await screen.findByRole('link', { name: '项目 1' })
  expect(link.getAttribute('href')).toBe(`/opportunities/1?asOf=${yesterday}`)
  // Its page shows what is.
  expect(screen.getByRole('link', { name: '临江水务' }).getAttribute('href')).toBe('/customers/9')
  expect(screen.queryByRole('button', { name: '新建' })).toBeNull()
  expect(screen.getByRole('link', { name: '对比' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '修改等级' })).toBeNull()
  await person.click(screen.getByRole('checkbox', { name: '选择项目 1' }))
  const bar = await screen.findByRole('toolbar', { name: '批量操作' })
  expect(within(bar).getByRole('button', { name: /导\s?出/ })).toBeTruthy()
  expect(within(bar).queryByRole('button', { name: '编辑字段' })).toBeNull()
})

test('keeps the day when the records are shown another way', async () => {
  const asked = recordsOf()
  const { person, query } = show(`/?asOf=${yesterday}`)
  await screen.findByRole('link', { name: '项目 1' })
  await person.click(screen.getByRole('radio', { name: '看板' }))
  expect(query().get('asOf')).toBe(yesterday)
  await screen.findByRole('region', { name: 'A 级' })
  expect(asked.find(({ what }) => what === '/lanes')?.of.get('asOf')).toBe(yesterday)
})

test('does not look back on what has no history', async () => {
  const asked = recordsOf(false)
  show(`/?asOf=${yesterday}`)
  await screen.findByText('项目 1')
  expect(screen.queryByRole('button', { name: /回看/ })).toBeNull()
  expect(screen.queryByRole('complementary', { name: '回看' })).toBeNull()
  expect(asked.every(({ of }) => !of.has('asOf'))).toBe(true)
})
