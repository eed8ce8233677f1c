import { render } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createMemoryRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import type { Session } from '../api/types'
import { Providers } from '../app/Providers'
import { newQueryClient } from '../app/queryClient'
import type { Feature } from '../shared/feature'
import { sessionQuery } from '../shared/session'

export const someone: Session = {
  user: { id: '7', name: '王小明', username: 'wangxm', departmentId: '3' },
  permissions: [],
  mustChangePassword: false,
  demo: false,
  version: '0.1.0',
}

interface Options {
  /** Address the page is opened at. */
  at?: string
  /** Route of the page, such as `/customers/:id`; any address when absent. */
  path?: string
  session?: Partial<Session> | null
  features?: Feature[]
  /** Further routes the page may lead to. */
  routes?: RouteObject[]
}

/** Shows one page as the product does: theme, texts, server state, address. Gives the person and the router. */
export function renderPage(page: ReactNode, { at = '/', path = '*', session, features = [], routes = [] }: Options = {}) {
  const client = newQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  if (session !== null) client.setQueryData(sessionQuery.queryKey, { ...someone, ...session })
  const router = createMemoryRouter([...routes, { path, element: page }], { initialEntries: [at] })
  const view = render(
    <Providers client={client} features={features}>
      <RouterProvider router={router} />
    </Providers>,
  )
  const query = () => new URLSearchParams(router.state.location.search)
  return { ...view, person: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }), router, client, query }
}
