import { http, HttpResponse } from 'msw'
import type { LoaderFunctionArgs } from 'react-router'
import { server } from '../testing/server'
import { newQueryClient } from './queryClient'
import { signedIn } from './routes'

const asked = { request: new Request('http://localhost/opportunities?sort=name') } as LoaderFunctionArgs

test('who was a stranger a moment ago comes in as soon as they have signed in', async () => {
  let inside = false
  server.use(
    http.get('*/api/setup', () => HttpResponse.json({ needed: false, signedIn: inside })),
    http.get('*/api/session', () => (inside ? HttpResponse.json({ permissions: [] }) : new HttpResponse(null, { status: 401 }))),
  )
  const client = newQueryClient()
  const sentAway = (await signedIn(client, asked).catch((answer: unknown) => answer)) as Response
  expect(sentAway.headers.get('Location')).toBe(`/sign-in?return=${encodeURIComponent('/opportunities?sort=name')}`)
  inside = true
  expect(await signedIn(client, asked)).toBeNull()
})
