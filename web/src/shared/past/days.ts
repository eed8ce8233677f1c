import dayjs from 'dayjs'

export const ends = ['yesterday', 'week', 'month', 'quarter', 'year'] as const
export type End = (typeof ends)[number]

const day = 'YYYY-MM-DD'

/** The last day before today of a span of time: of last week, last month … */
export function endBefore(end: End, today: string) {
  const now = dayjs(today)
  const begin = {
    yesterday: now,
    // Weeks begin on Monday.
    week: now.subtract((now.day() + 6) % 7, 'day'),
    month: now.startOf('month'),
    quarter: dayjs(quarterOf(today)[0]),
    year: now.startOf('year'),
  }[end]
  return begin.subtract(1, 'day').format(day)
}

/** First and last day of the quarter of a day; of one so many quarters later. */
export function quarterOf(today: string, later = 0): [string, string] {
  const now = dayjs(today)
  const first = now.startOf('month').subtract(now.month() % 3, 'month').add(later * 3, 'month')
  return [first.format(day), first.add(3, 'month').subtract(1, 'day').format(day)]
}
