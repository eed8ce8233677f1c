import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Feature } from '../../shared/feature'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { Frame } from './Frame'

const features: Feature[] = [
  {
    routes: [],
    navigation: [
      { path: '/customers', label: '客户', icon: null, goKey: 'c' },
      { path: '/users', label: '用户', icon: null, permission: 'user:read' },
    ],
    records: { customer: { plural: 'customers', path: (id) => `/customers/${id}` } },
  },
]
const routes = [{ path: '/customers/*', element: <p>customers</p> }]

test('opens with Ctrl+K, finds a record and goes there by keyboard', async () => {
  server.use(
    http.get('*/api/search', ({ request }) => {
      const q = new URL(request.url).searchParams.get('q')
      const found = { hintMarks: [], mistyped: false, marks: [{ start: 2, end: 4 }] }
      const items = q === '电力' ? [{ ...found, id: '5', label: '华东电力', hint: '能源' }, { ...found, id: '6', label: '海州电力' }] : []
      return HttpResponse.json({ groups: [{ type: 'customer', label: '客户', items, found: items.length, newestOnly: false }] })
    }),
  )
  const { person, router } = renderPage(<Frame />, { features, routes })
  await screen.findByRole('navigation')
  await person.keyboard('{Control>}k{/Control}')
  await person.type(await screen.findByRole('combobox'), '电力')
  const option = await screen.findByRole('option', { name: /海州电力/ })
  expect(option.querySelector('mark')?.textContent).toBe('电力')
  expect(screen.getByRole('option', { name: '查看“电力”的全部结果' })).toBeTruthy()
  await person.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/6'))
})

test('offers only pages the viewer may open', async () => {
  const { person } = renderPage(<Frame />, { features, routes })
  await screen.findByRole('navigation')
  await person.keyboard('{Control>}k{/Control}')
  expect(await screen.findByRole('option', { name: /客户/ })).toBeTruthy()
  expect(screen.queryByText('用户')).toBeNull()
})

test('goes to a page with G and its letter, and shows what keys there are with ?', async () => {
  const { person, router } = renderPage(<Frame />, { features, routes })
  await screen.findByRole('navigation')
  await person.keyboard('?')
  expect(await screen.findByText('打开客户')).toBeTruthy()
  await person.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByText('打开客户')).toBeNull())
  await person.keyboard('gc')
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers'))
})

test('an address that the viewer may not use shows no page', async () => {
  renderPage(<Frame />, { features, routes: [{ element: <Frame />, children: [{ path: '/users', element: <p>everybody</p> }] }], at: '/users' })
  expect(await screen.findByRole('heading', { name: '没有这个页面' })).toBeTruthy()
  expect(screen.queryByText('everybody')).toBeNull()
})
