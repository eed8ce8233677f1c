import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { feature } from '../feature'
import { RadPage } from './RadPage'

const catalogue = (names: string[]) => ({
  type: 'opportunity',
  label: '商机',
  fields: names.map((name) => ({ name, label: name, kind: name === 'expectedAmount' ? 'MONEY' : 'CHOICE', choices: [], filterable: true, groupable: true })),
})

test('[D4] counts each cell and leads to the records in it', async () => {
  const filter = JSON.stringify({ and: [{ field: 'status', op: 'is', value: 'OPEN' }, { field: 'rad', op: 'is', value: 'A1' }] })
  server.use(
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json(catalogue(['rad', 'status', 'expectedAmount']))),
    http.get('*/api/records/opportunity/lanes', () =>
      HttpResponse.json({ lanes: [{ key: 'A1', label: 'A1', count: 7, sums: { expectedAmount: 3_000_000 }, filter, rows: [] }], more: false }),
    ),
    http.get('*/api/opportunities/rad', () =>
      HttpResponse.json({ rule: { rate: 'OWNER', budget: { fromA: 80_000, upToA: 600_000 }, rates: { from2: 30, from1: 55 } }, differs: true }),
    ),
    ...opportunityServer,
  )
  renderPage(<RadPage />, { at: '/opportunities/rad', features: [feature], session: { permissions: ['opportunity:read'] } })
  const cell = await screen.findByRole('link', { name: 'A1：7 条' })
  expect(new URLSearchParams(cell.getAttribute('href')!.split('?')[1]).get('filter')).toBe(filter)
  expect(screen.getByRole('link', { name: '未定 3：0 条' })).toBeTruthy()
  expect(cell.textContent).toContain('300')
  // [X7] The limits are those of the rule that holds.
  expect(screen.getByRole('columnheader', { name: /预算 8 ?万–60 ?万/ })).toBeTruthy()
  expect(screen.getByText('赢率 30% 至不足 55%')).toBeTruthy()
  expect(screen.getByText(/负责人预估赢率/)).toBeTruthy()
  expect(screen.getByText(/有的部门另有界线/)).toBeTruthy()
  expect(screen.queryByRole('link', { name: '查看和修改界线' })).toBeNull()
})
