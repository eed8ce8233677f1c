import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { SignInPage } from './SignInPage'
import { safeReturn } from './safeReturn'

const notNeeded = http.get('*/api/setup', () => HttpResponse.json({ needed: false }))

test('goes back to the page that was asked for', async () => {
  let sent: unknown
  server.use(
    notNeeded,
    http.post('*/api/session', async ({ request }) => {
      sent = { body: await request.json(), token: request.headers.get('X-XSRF-TOKEN') }
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person, router } = renderPage(<SignInPage />, {
    at: '/sign-in?return=%2Fcustomers%3Fsort%3Dname',
    path: '/sign-in',
    session: null,
    routes: [{ path: '/customers', element: <p>customers</p> }],
  })
  await person.type(await screen.findByLabelText('用户名'), 'wangxm')
  await person.type(screen.getByLabelText('密码'), 'correct horse{Enter}')
  expect(await screen.findByText('customers')).toBeTruthy()
  expect(router.state.location.search).toBe('?sort=name')
  expect(sent).toEqual({ body: { username: 'wangxm', password: 'correct horse' }, token: 'test-token' })
})

test('says what was refused and keeps the user name', async () => {
  server.use(
    notNeeded,
    http.post('*/api/session', () =>
      HttpResponse.json({ type: '/problems/bad-credentials', title: 'no', status: 401 }, { status: 401 }),
    ),
  )
  const { person } = renderPage(<SignInPage />, { session: null })
  await person.type(await screen.findByLabelText('用户名'), 'wangxm')
  await person.type(screen.getByLabelText('密码'), 'wrong{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('用户名或密码不正确')
  expect((screen.getByLabelText('用户名') as HTMLInputElement).value).toBe('wangxm')
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', null, '/sign-in?return=/'])(
  'never leads away from the site: %s',
  (address) => expect(safeReturn(address)).toBe('/'),
)
