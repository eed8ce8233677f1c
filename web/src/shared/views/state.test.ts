import { isSame, presenting, stateOf, withState } from './state'

test('a view is the same whatever order its filter comes back in', () => {
  const asked = { filter: { and: [{ field: 'status', op: 'is', value: 'OPEN' }] } } as never
  const kept = { filter: { and: [{ op: 'is', field: 'status', value: 'OPEN' }] } } as never
  const other = { filter: { and: [{ op: 'is', field: 'status', value: 'WON' }] } } as never
  expect(isSame(asked, kept)).toBe(true)
  expect(isSame(asked, other)).toBe(false)
})

/** An address after a step, as one presses it. */
const after = (address: string, next: Parameters<typeof presenting>[1]) => {
  const params = new URLSearchParams(address)
  for (const [name, value] of Object.entries(presenting(params, next))) {
    if (value) params.set(name, value)
    else params.delete(name)
  }
  return params.toString()
}

test.each([
  ['an ungrouped list', '', ''],
  ['a grouped list', 'group=owner', 'group=owner'],
])('%s is as it was left after a look at the board', (_, list, again) => {
  const board = after(list, { show: 'BOARD' })
  expect(after(board, { show: 'LIST' })).toBe(again)
  expect(after(after(board, { group: 'stage' }), { show: 'LIST' })).toBe(again)
  expect(after(after(board, { show: 'CHART', group: 'stage' }), { show: 'LIST' })).toBe(again)
  expect(after(after(after(board, { show: 'CALENDAR' }), { show: 'BOARD' }), { show: 'LIST' })).toBe(again)
})

test('a board takes the groups of the list it was, and keeps its lanes as a chart', () => {
  const board = new URLSearchParams(after('group=owner', { show: 'BOARD' }))
  expect(stateOf(board)).toMatchObject({ show: 'BOARD', group: 'owner' })
  expect(stateOf(new URLSearchParams(after(board.toString(), { show: 'CHART' })))).toMatchObject({ show: 'CHART', group: 'owner' })
})

test('lanes that an old link calls its group do not become groups of the list', () => {
  expect(stateOf(new URLSearchParams('show=BOARD&group=stage')).group).toBe('stage')
  expect(after('show=BOARD&group=stage', { show: 'LIST' })).toBe('')
  expect(after('show=BOARD&group=stage', { group: 'owner' })).toBe('show=BOARD&lanes=owner')
})

test('a view kept as a board opens with its lanes', () => {
  const view = { show: 'BOARD', group: 'owner' } as const
  expect(withState(new URLSearchParams(), view, '5').toString()).toBe('saved=5&lanes=owner&show=BOARD')
  expect(isSame(stateOf(withState(new URLSearchParams(), view, '5')), view)).toBe(true)
})
