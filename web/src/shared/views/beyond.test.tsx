import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import { RecordList } from '../records/RecordList'

const lane = { key: 'A', label: 'A 级', count: 3, sums: { amount: 30_000 }, filter: '{}', rows: [] }

function show(at: string) {
  server.use(
    http.get('*/api/views', () => HttpResponse.json({ views: [], firstId: null })),
    http.get('*/api/records/opportunity/lanes', () => HttpResponse.json({ lanes: [lane], more: true, rest: { groups: 145, count: 1255, sums: { amount: 5_550_000 } } })),
    ...recordServer([{ id: '1', name: '项目 1', grade: 'A', amount: 10_000 }]).handlers,
  )
  renderPage(<RecordList type="opportunity" title="商机" />, { at, session: { permissions: ['opportunity:read'] } })
}

test('a grouped list ends with what lies beyond its groups, so that they add up to the list', async () => {
  show('/?group=grade')
  const row = within((await screen.findByRole('rowheader', { name: '其余 145 组（记录较少）1,255 条' })).closest('tr')!)
  expect(row.getByText('555.00')).toBeTruthy()
  expect(screen.getByRole('note').textContent).toContain('请缩小筛选范围')
})

test.each([
  ['BOARD', '555万', '其余 145 组1,255 条'],
  ['CHART&measure=amount', '555', '其余 145 组（记录较少）1,255 条'],
])('and so does a %s', async (of, figure, words) => {
  show(`/?lanes=grade&show=${of}`)
  const note = await screen.findByRole('note')
  expect(note.textContent).toContain(words)
  expect(note.textContent?.replace(/\s/g, '')).toContain(figure)
})
