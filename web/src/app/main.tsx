import '../shared/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { onSignedOut } from '../api/client'
import { preferences } from '../shared/preferences'
import { sessionQuery } from '../shared/session'
import { speak } from './language'
import { Providers } from './Providers'
import { newQueryClient } from './queryClient'
import { features, routes } from './routes'

const client = newQueryClient()
const router = createBrowserRouter(routes(client))

onSignedOut(() => {
  const { pathname, search } = router.state.location
  if (['/sign-in', '/setup', '/reset'].includes(pathname)) return
  client.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.navigate(`/sign-in?return=${encodeURIComponent(pathname + search)}`, { replace: true })
})

void speak(preferences.get().language).then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Providers client={client} features={features}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  ),
)
