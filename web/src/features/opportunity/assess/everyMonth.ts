import type { Profitability } from './assessApi'

/** What was cumulated by the end of each month from the first to the last; in one without an entry, as before. */
export function everyMonth(months: Pick<Profitability['months'][number], 'month' | 'cumulated'>[]): [string, number][] {
  const all: [string, number][] = []
  for (const { month, cumulated } of months) {
    const named = month.slice(0, 7)
    for (let [last] = all.at(-1) ?? [named]; after(last) < named; [last] = all.at(-1)!) all.push([after(last), all.at(-1)![1]])
    all.push([named, cumulated])
  }
  return all
}

function after(month: string) {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
