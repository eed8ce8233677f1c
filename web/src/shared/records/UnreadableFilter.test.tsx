import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import { RecordList } from './RecordList'

const rows: Row[] = [{ id: '1', name: '项目 1', grade: 'A', amount: 10_000 }]
const page = <RecordList type="opportunity" title="商机" />
const at = (filter: string) => `/?sort=name&filter=${encodeURIComponent(filter)}`

test.each(['xx', '[]', '{"and":5}', '{"field":"amount","op":"between","value":7}', '{"field":"grade"}'])(
  'says that the filter of a link cannot be read, and clears it: %s',
  async (filter) => {
    server.use(...recordServer(rows).handlers)
    const { person, query } = renderPage(page, { at: at(filter) })
    expect((await screen.findByRole('alert')).textContent).toContain('无法识别')
    expect(await screen.findByText('项目 1')).toBeTruthy()
    expect(document.body.textContent).not.toContain('filter.')
    await person.click(screen.getByRole('button', { name: '清除筛选' }))
    expect(query().toString()).toBe('sort=name')
    expect(screen.queryByRole('alert')).toBeNull()
  },
)

test('offers to clear a filter that the server refuses', async () => {
  server.use(
    http.get('*/api/records/opportunity', ({ request }) =>
      new URL(request.url).searchParams.get('filter')
        ? HttpResponse.json({ type: '/problems/invalid-fields', title: '没有这个字段', status: 400 }, { status: 400 })
        : HttpResponse.json({ rows }),
    ),
    ...recordServer(rows).handlers,
  )
  const { person } = renderPage(page, { at: at('{"field":"gone","op":"is","value":1}') })
  expect((await screen.findByRole('alert')).textContent).toContain('没有这个字段')
  await person.click(screen.getByRole('button', { name: '清除筛选' }))
  expect(await screen.findByText('项目 1')).toBeTruthy()
})
