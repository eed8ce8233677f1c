import { dayOf, earliestOf, monthsOf, moved, numberOf, spanOf, type ScheduleItem } from './scale'

const item = (id: string, startsOn: string, endsOn: string, more: Partial<ScheduleItem> = {}): ScheduleItem => ({ id, version: 0, kind: 'STEP', title: id, startsOn, endsOn, ...more })

test('[D7] a bar moves by whole days, keeps its length, and never begins before what it waits for has ended', () => {
  const first = item('1', '2026-12-01', '2026-12-05')
  const second = item('2', '2026-12-08', '2026-12-09', { predecessorId: '1' })
  const earliest = earliestOf(second, [first, second])
  expect(dayOf(earliest!)).toBe('2026-12-06')
  const bar = { from: numberOf('2026-12-08'), to: numberOf('2026-12-09') }
  expect(moved(bar, 'whole', -1, earliest)).toEqual({ from: bar.from - 1, to: bar.to - 1 })
  expect(moved(bar, 'whole', -9, earliest)).toEqual({ from: earliest, to: earliest! + 1 })
  expect(moved(bar, 'end', -9, earliest)).toEqual({ from: bar.from, to: bar.from })
  expect(moved(bar, 'start', 9, earliest)).toEqual({ from: bar.to, to: bar.to })
  expect(earliestOf(second, [{ ...first, doneOn: '2026-12-01' }, second])).toBeNull()
  expect(dayOf(earliestOf({ ...second, kind: 'MILESTONE' }, [first])!)).toBe('2026-12-05')
})

test('a drawing has room for all of it and for today', () => {
  const span = spanOf([item('1', '2026-12-01', '2026-12-05', { baseStartsOn: '2026-11-01', baseEndsOn: '2027-01-01' })], '2026-11-26')
  expect(dayOf(span.from)).toBe('2026-10-28')
  expect(dayOf(span.to)).toBe('2027-01-11')
  expect(monthsOf(span).map(({ key, days }) => [key, days])).toEqual([['2026-10', 4], ['2026-11', 30], ['2026-12', 31], ['2027-01', 11]])
})
