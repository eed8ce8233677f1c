import type { QueryClient } from '@tanstack/react-query'
import { replace, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import { ProblemError } from '../api/client'
import { feature as account } from '../features/account/feature'
import { feature as activity } from '../features/activity/feature'
import { feature as approval } from '../features/approval/feature'
import { feature as competitor } from '../features/competitor/feature'
import { feature as contact } from '../features/contact/feature'
import { feature as customer } from '../features/customer/feature'
import { feature as imports } from '../features/imports/feature'
import { feature as lesson } from '../features/lesson/feature'
import { feature as notification } from '../features/notification/feature'
import { feature as opportunity } from '../features/opportunity/feature'
import { feature as product } from '../features/product/feature'
import { feature as project } from '../features/project/feature'
import { feature as search } from '../features/search/feature'
import { feature as settings } from '../features/settings/feature'
import { feature as task } from '../features/task/feature'
import { feature as workbench } from '../features/workbench/feature'
import type { Feature } from '../shared/feature'
import { setupQuery } from '../features/account/api'
import { sessionQuery } from '../shared/session'
import { Frame } from './frame/Frame'
import { NotFoundPage } from './NotFoundPage'
import { RouteErrorPage } from './RouteErrorPage'
import { StartPage } from './StartPage'

/** Every feature, in the order of the navigation. A feature is one line here. */
export const features: Feature[] = [workbench, opportunity, project, customer, contact, task, product, competitor, lesson, activity, approval, imports, search, notification, settings, account]

/** Pages outside the frame, for people who are not signed in. */
const publicPages: RouteObject[] = [
  { path: '/sign-in', lazy: async () => ({ Component: (await import('../features/account/SignInPage')).SignInPage }) },
  { path: '/setup', lazy: async () => ({ Component: (await import('../features/account/SetupPage')).SetupPage }) },
  { path: '/reset', lazy: async () => ({ Component: (await import('../features/account/ResetPage')).ResetPage }) },
]

export const routes = (client: QueryClient, all: Feature[] = features): RouteObject[] => [
  { errorElement: <RouteErrorPage />, hydrateFallbackElement: <></>, children: publicPages },
  {
    element: <Frame />,
    errorElement: <RouteErrorPage />,
    hydrateFallbackElement: <></>,
    loader: (args) => signedIn(client, args),
    shouldRevalidate: () => false,
    children: [
      {
        errorElement: <RouteErrorPage inside />,
        children: [
          { index: true, element: <StartPage /> },
          ...all.flatMap((feature) => feature.routes),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]

/** Asks who is signed in before any page shows; nobody goes to sign in and comes back to the same address. */
export async function signedIn(client: QueryClient, { request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  try {
    // A stranger is not asked for a session first: browsers write each refusal into the console.
    const stranger = !client.getQueryData(sessionQuery.queryKey) && !(await client.fetchQuery({ ...setupQuery, staleTime: 0 })).signedIn
    if (stranger) throw toSignIn(url)
    const session = await client.ensureQueryData(sessionQuery)
    if (session.mustChangePassword && url.pathname !== '/me/password') throw replace('/me/password')
    return null
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error
    throw toSignIn(url)
  }
}

function toSignIn(url: URL) {
  const back = url.pathname + url.search
  return replace(back === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`)
}
