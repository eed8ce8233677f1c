import { everyMonth } from './everyMonth'

// [D6]
test('months without an entry stand at their place, with what was cumulated before', () => {
  expect(
    everyMonth([
      { month: '2026-11-01', cumulated: -5 },
      { month: '2027-02-01', cumulated: 3 },
      { month: '2027-03-01', cumulated: 4 },
    ]),
  ).toEqual([
    ['2026-11', -5],
    ['2026-12', -5],
    ['2027-01', -5],
    ['2027-02', 3],
    ['2027-03', 4],
  ])
  expect(everyMonth([])).toEqual([])
})
