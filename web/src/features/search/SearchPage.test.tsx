import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { SearchGroup } from '../../api/types'
import type { Feature } from '../../shared/feature'
import { preferences } from '../../shared/preferences'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { SearchPage } from './SearchPage'

const features: Feature[] = [{ routes: [], records: { customer: { plural: 'customers', path: (id) => `/customers/${id}` } } }]

const item = (id: string, label: string, more = {}) => ({ id, label, marks: [{ start: 0, end: 2 }], hintMarks: [], mistyped: false, ...more })
const customers: SearchGroup = {
  type: 'customer',
  label: '客户',
  items: [item('1', '华为技术'), item('2', '华微电子', { mistyped: true })],
  found: 1000,
  newestOnly: true,
}
const followUps: SearchGroup = {
  type: 'activity',
  label: '跟进记录',
  items: [
    item('9', '例行拜访', {
      marks: [],
      about: { type: 'customer', id: '1', label: '华为技术' },
      elsewhere: { field: '内容', text: '…谈到华为的扩容', marks: [{ start: 3, end: 5 }] },
    }),
  ],
  found: 1,
  newestOnly: false,
}

const answer = (groups: SearchGroup[]) =>
  server.use(
    http.get('*/api/search', ({ request }) => HttpResponse.json({ groups: new URL(request.url).searchParams.get('q') === '华为' ? groups : [] })),
    http.get('*/api/search/counts', () => HttpResponse.json({ customer: { count: 10000, capped: true }, activity: { count: 1, capped: false } })),
    http.get('*/api/search/customer', ({ request }) => {
      const skip = Number(new URL(request.url).searchParams.get('skip'))
      return HttpResponse.json({ ...customers, items: [item(`3${skip}`, `华为分公司${skip}`)] })
    }),
  )

test('shows what was found by kind, why, and how many', async () => {
  answer([customers, followUps])
  renderPage(<SearchPage />, { at: '/search?q=华为', features })
  const link = await screen.findByRole('link', { name: '华为技术' })
  expect(link.getAttribute('href')).toBe('/customers/1')
  expect(link.querySelector('mark')?.textContent).toBe('华为')
  expect(screen.getByText('相近')).toBeTruthy()
  expect(screen.getByText(/最新的 1,000 条/)).toBeTruthy()
  expect(await screen.findByRole('tab', { name: '客户 10,000+' })).toBeTruthy()
  const followUp = screen.getByRole('link', { name: '例行拜访' })
  expect(followUp.getAttribute('href')).toBe('/customers/1')
  expect(screen.getByText(/^内容：…谈到/)).toBeTruthy()
})

test('English speaks of many', async () => {
  answer([{ ...customers, label: 'Customer' }])
  preferences.set({ language: 'en' })
  try {
    renderPage(<SearchPage />, { at: '/search?q=华为', features })
    expect(await screen.findByRole('tab', { name: 'Customers 10,000+' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Customers' })).toBeTruthy()
  } finally {
    preferences.set({ language: 'zh-CN' })
  }
})

test('goes on within one kind', async () => {
  answer([customers])
  const { person, query } = renderPage(<SearchPage />, { at: '/search?q=华为', features })
  await person.click(await screen.findByRole('button', { name: '查看全部客户' }))
  expect(await screen.findByText('分公司0')).toBeTruthy()
  expect(query().get('type')).toBe('customer')
  await person.click(screen.getByRole('button', { name: '再显示 20 条' }))
  expect(await screen.findByText('分公司20')).toBeTruthy()
})

test('asks for what is typed, keeps it in the address, and says when there is nothing', async () => {
  answer([customers])
  const { person, query } = renderPage(<SearchPage />, { at: '/search', features })
  expect(screen.getByText('想找什么？')).toBeTruthy()
  const box = screen.getByRole('searchbox', { name: '搜索' })
  await person.type(box, '没有的')
  expect(await screen.findByText('没有找到“没有的”')).toBeTruthy()
  await person.clear(box)
  await person.type(box, '华为')
  expect(await screen.findByRole('link', { name: '华为技术' })).toBeTruthy()
  await waitFor(() => expect(query().get('q')).toBe('华为'))
})
