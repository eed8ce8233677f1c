import { isSame } from './state'

test('a view is the same whatever order its filter comes back in', () => {
  const asked = { filter: { and: [{ field: 'status', op: 'is', value: 'OPEN' }] } } as never
  const kept = { filter: { and: [{ op: 'is', field: 'status', value: 'OPEN' }] } } as never
  const other = { filter: { and: [{ op: 'is', field: 'status', value: 'WON' }] } } as never
  expect(isSame(asked, kept)).toBe(true)
  expect(isSame(asked, other)).toBe(false)
})
