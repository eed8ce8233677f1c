import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunityCatalogue } from '../../testing/opportunities'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { CustomerHeader } from './CustomerHeader'
import { Standing } from './Standing'

const refused = () => HttpResponse.json({ type: '/problems/invalid-fields', title: '有误', status: 400 }, { status: 400 })

/** Opportunities without one of their fields; what asks for it is refused. */
const hide = (hidden: string) =>
  server.use(
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ ...opportunityCatalogue, fields: opportunityCatalogue.fields.filter(({ name }) => name !== hidden) })),
    http.get('*/api/records/opportunity/groups', ({ request }) => {
      const params = new URL(request.url).searchParams
      if (params.toString().includes(hidden)) return refused()
      return HttpResponse.json({ groups: [{ key: 'OPEN', label: '跟进中', count: 3, sums: params.get('sums') ? { expectedAmount: 400_000 } : {} }] })
    }),
  )

const standing = () => renderPage(<Standing customerId="9" />, { session: { permissions: ['opportunity:read'] } })

test('counts the business with a customer where its amounts are not for the viewer', async () => {
  hide('expectedAmount')
  const { container } = standing()
  expect(await screen.findByText('3 个')).toBeTruthy()
  expect(container.textContent).not.toMatch(/万元|元/)
})

test('tells amounts and counts to those who may know', async () => {
  hide('nothing')
  standing()
  expect(await screen.findByText('3 个')).toBeTruthy()
  expect(screen.getAllByText(/40/)).toHaveLength(1)
})

test('a refusal is no zero', async () => {
  hide('nothing')
  server.use(http.get('*/api/records/opportunity/groups', refused))
  standing()
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.queryByText(/0/)).toBeNull()
})

test('a customer without a name is called by its number', async () => {
  server.use(http.get('*/api/records/customer/fields', () => HttpResponse.json({ type: 'customer', label: '客户', fields: [] })))
  renderPage(<CustomerHeader customer={{ id: '432', version: 1, values: {}, may: {}, contacts: 0, subsidiaries: 0 } as never} />)
  const heading = await screen.findByRole('heading', { level: 1 })
  expect(within(heading).getByText('#432')).toBeTruthy()
})

test('offers to take back what was archived, but not what became another customer', () => {
  server.use(http.get('*/api/records/:type/fields', () => HttpResponse.json({ type: 'customer', label: '客户', fields: [] })))
  const archived = { archivedAt: '2026-11-26T01:00:00Z' }
  const restore = () => screen.queryByRole('button', { name: /恢\s?复/ })
  const header = (may: Record<string, boolean>) => renderPage(<CustomerHeader customer={{ id: '432', version: 1, values: archived, may, contacts: 0, subsidiaries: 0 } as never} />)
  const { unmount } = header({ restore: true, archive: false })
  expect(restore()).toBeTruthy()
  unmount()
  header({ restore: false, archive: false })
  expect(restore()).toBeNull()
})
