import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { RecordType } from '../../../api/types'
import { listenForShortcuts } from '../../../shared/keyboard'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { differing } from './differing'
import { DuplicatesPage } from './DuplicatesPage'

const customerType: RecordType = {
  type: 'customer',
  label: '客户',
  fields: [
    { name: 'name', label: '客户名称', kind: 'TEXT' },
    { name: 'region', label: '地区', kind: 'TEXT' },
  ],
}

const side = (id: string, name: string, region: string | null, contacts: number) => ({ id, values: { id, name, region }, contacts })

const pairs = [
  { id: '11', type: 'customer', score: 95, reasons: ['SAME_NAME'], state: 'OPEN', foundAt: '2026-11-25T16:00:00Z', first: side('1', '星河动力科技有限公司', '北京', 3), second: side('2', '北京星河动力科技', null, 0) },
  { id: '12', type: 'customer', score: 82, reasons: ['ONE_CHARACTER'], state: 'OPEN', foundAt: '2026-11-25T16:00:00Z', first: side('3', '云帆信息', null, 1), second: side('4', '云凡信息', null, 1) },
]

function someDuplicates() {
  const dismissed = new Set<string>()
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/records/opportunity/count', () => HttpResponse.json({ count: 5, capped: false })),
    http.get('*/api/duplicates/search', () =>
      HttpResponse.json({ last: { jobId: '9', state: 'DONE', startedAt: '2026-11-25T16:00:00Z', finishedAt: '2026-11-25T16:01:00Z', found: 2 } }),
    ),
    http.get('*/api/duplicates', ({ request }) => {
      const state = new URL(request.url).searchParams.get('state')
      return HttpResponse.json({ pairs: pairs.filter(({ id }) => dismissed.has(id) === (state === 'DISMISSED')), hidden: 2, next: null })
    }),
    http.post('*/api/duplicates/:id/dismissal', ({ params }) => {
      dismissed.add(String(params.id))
      return new HttpResponse(null, { status: 204 })
    }),
    http.delete('*/api/duplicates/:id/dismissal', ({ params }) => {
      dismissed.delete(String(params.id))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  return dismissed
}

const session = { permissions: ['customer:read', 'customer:deduplicate', 'contact:read', 'opportunity:read'] }

test('shows pairs side by side with what tells whether they are one', async () => {
  someDuplicates()
  renderPage(<DuplicatesPage />, { session })
  const first = await screen.findByRole('article', { name: '星河动力科技有限公司 / 北京星河动力科技' })
  expect(within(first).getByText('相似度 95')).toBeTruthy()
  expect(within(first).getByText(/名称相同/)).toBeTruthy()
  expect(await within(first).findByRole('row', { name: /^地区 北京/ })).toBeTruthy()
  expect(within(first).getByRole('row', { name: '联系人 3 0' })).toBeTruthy()
  expect(await within(first).findByRole('row', { name: '商机 5 5' })).toBeTruthy()
  expect(screen.getByText(/另有 2 对/)).toBeTruthy()
})

test('keeps a pair apart by keyboard, and takes that back', async () => {
  const dismissed = someDuplicates()
  const stop = listenForShortcuts()
  const { person } = renderPage(<DuplicatesPage />, { session })
  await screen.findByRole('article', { name: '云帆信息 / 云凡信息' })
  await person.keyboard('j')
  await person.keyboard('x')
  await waitFor(() => expect([...dismissed]).toEqual(['12']))
  await waitFor(() => expect(screen.queryByRole('article', { name: '云帆信息 / 云凡信息' })).toBeNull())
  await person.click(await screen.findByRole('button', { name: /撤\s?销/ }))
  expect(await screen.findByRole('article', { name: '云帆信息 / 云凡信息' })).toBeTruthy()
  stop()
})

test('says that nobody has looked yet, looks, and tells how far that is', async () => {
  let started = false
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/duplicates', () => HttpResponse.json({ pairs: [], hidden: 0, next: null })),
    http.get('*/api/duplicates/search', () =>
      HttpResponse.json({ last: started ? { jobId: '9', state: 'RUNNING', startedAt: '2026-11-25T16:00:00Z', finishedAt: null, found: null } : null }),
    ),
    http.post('*/api/duplicates/search', () => {
      started = true
      return HttpResponse.json({ id: '9' }, { status: 202 })
    }),
    http.get('*/api/jobs/9', () => HttpResponse.json({ id: '9', kind: 'duplicate-search', state: 'RUNNING', done: 50, total: 200 })),
  )
  const { person } = renderPage(<DuplicatesPage />, { session })
  expect(await screen.findByText('先查找一次')).toBeTruthy()
  expect(await screen.findByText('还没有查找过')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '查找重复' }))
  expect(await screen.findByText(/50 \/ 200/)).toBeTruthy()
})

test('shows what a search found that ended before one could watch it', async () => {
  someDuplicates()
  let searched = false
  server.use(
    http.get('*/api/duplicates', () => HttpResponse.json({ pairs: searched ? pairs : [], hidden: 0, next: null })),
    http.post('*/api/duplicates/search', () => {
      searched = true
      return HttpResponse.json({ id: '9' }, { status: 202 })
    }),
  )
  const { person } = renderPage(<DuplicatesPage />, { session })
  await person.click(await screen.findByRole('button', { name: '查找重复' }))
  expect(await screen.findByRole('article', { name: '云帆信息 / 云凡信息' })).toBeTruthy()
})

test('marks what differs', () => {
  expect(differing('云帆信息', '云凡信息')).toEqual([{ start: 1, end: 2 }])
  expect(differing('北京星河', '星河')).toEqual([{ start: 0, end: 2 }])
  expect(differing('星河', '星河')).toEqual([])
})
