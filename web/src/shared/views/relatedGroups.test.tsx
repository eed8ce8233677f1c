import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { customerType, recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import { RecordList } from '../records/RecordList'

const related = { ...customerType, fields: customerType.fields.map((field) => ({ ...field, groupable: field.kind === 'CHOICE' })) }

function show(at: string) {
  const by: (string | null)[] = []
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(related)),
    http.get('*/api/records/opportunity/lanes', ({ request }) => {
      by.push(new URL(request.url).searchParams.get('by'))
      return HttpResponse.json({ lanes: [{ key: 'GOV', label: '政务', count: 1, sums: {}, filter: '{}', rows: [] }], more: false })
    }),
    ...recordServer([{ id: '1', name: '项目 1', grade: 'A', amount: 10_000 }]).handlers,
  )
  return { ...renderPage(<RecordList type="opportunity" title="商机" />, { at }), by }
}

test('groups by a field of what a record refers to', async () => {
  const { person, query, by } = show('/?sort=name')
  await person.click(await screen.findByRole('combobox', { name: '分组' }))
  await person.click(await screen.findByTitle('按客户·行业'))
  expect(query().get('group')).toBe('customer.industry')
  await waitFor(() => expect(by.at(-1)).toBe('customer.industry'))
})

test('says in words by which related field a link groups', async () => {
  show('/?show=CHART&group=customer.industry')
  expect(await screen.findByTitle('按客户·行业')).toBeTruthy()
  expect(await screen.findByRole('columnheader', { name: '客户·行业' })).toBeTruthy()
  expect(screen.queryByText(/customer\.industry/)).toBeNull()
})
