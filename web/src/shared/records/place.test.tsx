import { fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { useParams } from 'react-router'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { opportunityType, recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Feature } from '../feature'
import { listenForShortcuts } from '../keyboard'
import { Neighbours } from './Neighbours'
import { RecordList } from './RecordList'

const rows = Array.from({ length: 120 }, (_, index): Row => ({ id: `${index}`, name: `项目 ${index}`, grade: 'A', amount: 10_000 }))
const pathOf = (id: string) => `/opportunities/${id}`
const features: Feature[] = [{ routes: [], records: { opportunity: { plural: 'opportunities', path: pathOf } } }]
const page = <RecordList type="opportunity" title="商机" editable />

const Record = () => {
  const { id } = useParams()
  return <Neighbours id={id!} pathOf={pathOf} />
}
const routes = [{ path: '/opportunities/:id', element: <Record /> }]
let silent: () => void
beforeEach(() => {
  silent = listenForShortcuts()
})
afterEach(() => silent())
const session = { permissions: ['opportunity:read'] }

test('goes on to what the list has not loaded yet, and says how many there are', async () => {
  server.use(...recordServer(rows).handlers)
  const { person, router } = renderPage(page, { features, path: '/', routes, session })
  await screen.findByText('120 条')
  fireEvent.scroll(screen.getByRole('region', { name: '商机' }), { target: { scrollTop: 41 * 42 } })
  await person.click(await screen.findByRole('link', { name: '项目 48' }))
  expect(await screen.findByText('49 / 120')).toBeTruthy()
  for (const next of ['49', '50', '51']) {
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一条' }).disabled).toBe(false))
    await person.keyboard('j')
    await waitFor(() => expect(router.state.location.pathname).toBe(pathOf(next)))
  }
})

test('after a new start of the page it still says how many there are, and goes on', async () => {
  server.use(...recordServer(rows).handlers)
  const { router } = renderPage(<p>anywhere</p>, { features, path: '/', routes, session })
  const question = { fields: ['name'], filter: null, sort: 'name' }
  await router.navigate(pathOf('49'), { state: { among: rows.slice(0, 50).map(({ id }) => id), list: { type: 'opportunity', question } } })
  expect(await screen.findByText('50 / 120')).toBeTruthy()
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一条' }).disabled).toBe(false))
})

test('one way back finds the list where it was, on the record that was looked at last', async () => {
  server.use(...recordServer(rows).handlers)
  const { person, router } = renderPage(page, { features, path: '/', at: '/?sort=name', routes, session })
  await screen.findByText('120 条')
  fireEvent.scroll(screen.getByRole('region', { name: '商机' }), { target: { scrollTop: 400 } })
  await person.click(await screen.findByRole('link', { name: '项目 20' }))
  await screen.findByText('21 / 120')
  await person.keyboard('jj')
  await waitFor(() => expect(router.state.location.pathname).toBe(pathOf('22')))
  await router.navigate(-1)
  const list = await screen.findByRole('region', { name: '商机' })
  expect(router.state.location.search).toBe('?sort=name')
  expect(list.scrollTop).toBeGreaterThan(0)
  expect((await screen.findByText('项目 22')).closest('tr')!.dataset.active).toBe('true')
})

test('says of an order without an index that it can be slow, and where one is made', async () => {
  const fields = opportunityType.fields.map((field) => ({ ...field, indexed: field.name === 'amount', custom: field.name === 'signOn' }))
  server.use(http.get('*/api/records/opportunity/fields', () => HttpResponse.json({ ...opportunityType, fields })), ...recordServer(rows).handlers)
  const { router } = renderPage(page, { features, at: '/?sort=signOn', session: { permissions: ['settings:fields'] } })
  expect((await screen.findByRole('note')).textContent).toContain('按“预计签约”排序没有索引')
  expect(screen.getByRole('link', { name: '建索引' }).getAttribute('href')).toBe('/settings/fields?type=opportunity')
  await router.navigate('/?sort=-amount,signOn')
  await waitFor(() => expect(screen.queryByRole('note')).toBeNull())
  await router.navigate('/?sort=name')
  expect((await screen.findByRole('note')).textContent).not.toContain('建索引')
})

test('searches, filters, changes the presentation and chooses by keyboard', async () => {
  server.use(http.get('*/api/records/opportunity/bulk', () => HttpResponse.json({ actions: [] })), ...recordServer(rows).handlers)
  const { person, query } = renderPage(page, { features, session })
  await screen.findByText('120 条')
  await person.keyboard('a')
  expect(await screen.findByText('已选 50 条')).toBeTruthy()
  await person.keyboard('{Shift>}A{/Shift}')
  expect(await screen.findByText('已选 120 条')).toBeTruthy()
  await person.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull())
  await person.keyboard('/')
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('搜索商机'))
  ;(document.activeElement as HTMLElement).blur()
  await person.keyboard('f')
  expect(screen.getByRole('button', { name: '筛选' }).getAttribute('aria-expanded')).toBe('true')
  ;(document.activeElement as HTMLElement).blur()
  server.use(http.get('*/api/records/opportunity/lanes', () => HttpResponse.json({ lanes: [], more: false })))
  await person.keyboard('vb')
  await waitFor(() => expect(query().get('show')).toBe('BOARD'))
})
