import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { AddOutcome } from './AddOutcome'
import { texts } from './texts'

const session = { permissions: ['activity:edit'] }
const fields = [{ name: 'outcome', label: '结果', kind: 'LONG_TEXT' }]

beforeEach(async () => {
  await texts()
  server.use(http.get('*/api/records/activity/fields', () => HttpResponse.json({ type: 'activity', label: '跟进', fields })))
})

// D10
test('the outcome of what one has logged is filled in on its version', async () => {
  let sent: unknown
  server.use(
    http.get('*/api/activities/8', () => HttpResponse.json({ id: '8', version: 3, values: {}, may: {} })),
    http.patch('*/api/activities/8', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ version: 4 })
    }),
  )
  const { person } = renderPage(<AddOutcome id="8" subject="去了一趟" by="7" />, { session })
  await person.click(await screen.findByRole('button', { name: '补写结果' }))
  await person.type(screen.getByLabelText('结果'), '要买')
  await person.click(screen.getAllByRole('button', { name: '补写结果' }).at(-1)!)
  await waitFor(() => expect(sent).toEqual({ version: 3, outcome: '要买' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('nobody is offered it of what others logged', async () => {
  renderPage(
    <>
      <AddOutcome id="8" subject="去了一趟" by="9" />
      <p>ready</p>
    </>,
    { session },
  )
  await screen.findByText('ready')
  expect(screen.queryByRole('button', { name: '补写结果' })).toBeNull()
})
