import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { useParams } from 'react-router'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Feature } from '../feature'
import { listenForShortcuts } from '../keyboard'
import { Neighbours } from '../records/Neighbours'
import { RecordList } from '../records/RecordList'

const rows = Array.from({ length: 120 }, (_, index): Row => ({ id: `${index}`, name: `项目 ${index}`, grade: 'A', amount: 10_000 }))
const pathOf = (id: string) => `/opportunities/${id}`
const features: Feature[] = [{ routes: [], records: { opportunity: { plural: 'opportunities', path: pathOf } } }]
const filter = JSON.stringify({ field: 'grade', op: 'is', value: 'A' })

const Record = () => {
  const { id } = useParams()
  return <Neighbours id={id!} pathOf={pathOf} />
}
let silent: () => void
beforeEach(() => {
  silent = listenForShortcuts()
})
afterEach(() => silent())

function show(at: string, shown: Row[]) {
  const records = recordServer(rows)
  const lane = { key: 'A', label: 'A 级', count: rows.length, sums: {}, filter, rows: shown }
  server.use(http.get('*/api/records/opportunity/lanes', () => HttpResponse.json({ lanes: [lane], more: false })), ...records.handlers)
  const page = renderPage(<RecordList type="opportunity" title="商机" />, {
    features,
    at,
    path: '/',
    routes: [{ path: '/opportunities/:id', element: <Record /> }],
    session: { permissions: ['opportunity:read'] },
  })
  const goOnTo = async (id: string) => {
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一条' }).disabled).toBe(false), { timeout: 5000 })
    await page.person.keyboard('j')
    await waitFor(() => expect(page.router.state.location.pathname).toBe(pathOf(id)))
  }
  return { ...page, records, goOnTo }
}
const focused = () => document.activeElement?.textContent

test('from a record of a group one goes on behind what was loaded, and back to the open group', async () => {
  const { person, router, records, goOnTo } = show('/?group=grade', [])
  await person.click(await screen.findByText('A 级', { selector: 'button *' }))
  await person.click(await screen.findByText('项目 48'))
  expect(await screen.findByText('49 / 120')).toBeTruthy()
  for (const next of ['49', '50', '51']) await goOnTo(next)
  expect(records.last().get('filter')).toBe(filter)
  await router.navigate(-1)
  await screen.findByText('项目 51')
  await waitFor(() => expect(focused()).toBe('项目 51'))
  expect(screen.getByText('A 级', { selector: 'button *' }).closest('button')!.getAttribute('aria-expanded')).toBe('true')
})

test('from a card one goes on through its whole lane, and back to the card', async () => {
  const { person, router, goOnTo } = show('/?show=BOARD&lanes=grade', rows.slice(0, 2))
  await person.click(await screen.findByText('项目 0'))
  expect(await screen.findByText('1 / 120')).toBeTruthy()
  for (const next of ['1', '2', '3']) await goOnTo(next)
  await person.keyboard('kk')
  await waitFor(() => expect(router.state.location.pathname).toBe(pathOf('1')))
  await router.navigate(-1)
  await waitFor(() => expect(focused()).toBe('项目 1'))
})

test('a lane that had shown more than a page is read up to where one is', async () => {
  const { router, goOnTo } = show('/', [])
  const list = { type: 'opportunity', question: { fields: ['name'], filter: null, sort: '' } }
  await router.navigate(pathOf('99'), { state: { among: rows.slice(0, 100).map(({ id }) => id), list } })
  expect(await screen.findByText('100 / 120')).toBeTruthy()
  for (const next of ['100', '101']) await goOnTo(next)
})
