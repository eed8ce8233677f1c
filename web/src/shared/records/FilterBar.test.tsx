import { screen, waitFor } from '@testing-library/react'
import type { Filter } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import { FilterBar } from './FilterBar'
import { useListState } from './useListState'

function Page() {
  const state = useListState('opportunity')
  return <FilterBar type="opportunity" filter={state.filter} onChange={state.setFilter} />
}

const at = (filter: Filter) => `/?filter=${encodeURIComponent(JSON.stringify(filter))}`

beforeEach(() => server.use(...recordServer([]).handlers))

test('says the filter in words, with groups and fields of the customer', async () => {
  const filter: Filter = {
    and: [
      { field: 'customer.industry', op: 'in', value: ['GOV'] },
      { or: [{ field: 'amount', op: 'gte', value: 1_000_000 }, { field: 'signOn', op: 'relative', value: 'thisQuarter' }] },
      { field: 'owner', op: 'me' },
    ],
  }
  renderPage(<Page />, { at: at(filter) })
  expect(await screen.findByRole('button', { name: '客户·行业 是 政务' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '预计金额 ≥ 1,000,000 或 预计签约 在本季度' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '负责人 是我' })).toBeTruthy()
})

test('adds a condition by field, operator and value', async () => {
  const { person, query } = renderPage(<Page />)
  await person.click(await screen.findByRole('button', { name: /筛选/ }))
  await person.click(await screen.findByRole('combobox', { name: '选择字段' }))
  await person.click(await screen.findByTitle('等级'))
  await person.click(await screen.findByRole('combobox', { name: '值' }))
  await person.click(await screen.findByTitle('A 级'))
  await person.click(screen.getByRole('button', { name: '确定' }))
  await waitFor(() =>
    expect(JSON.parse(query().get('filter')!)).toEqual({ field: 'grade', op: 'in', value: ['A'] }),
  )
})

test('takes a condition away and turns and into or', async () => {
  const filter: Filter = { and: [{ field: 'grade', op: 'in', value: ['A'] }, { field: 'owner', op: 'me' }] }
  const { person, query } = renderPage(<Page />, { at: at(filter) })
  await person.click(await screen.findByRole('button', { name: '且' }))
  expect(JSON.parse(query().get('filter')!)).toEqual({ or: filter.and })
  await person.click(screen.getByRole('button', { name: '移除条件：等级 是 A 级' }))
  expect(JSON.parse(query().get('filter')!)).toEqual({ field: 'owner', op: 'me' })
})
