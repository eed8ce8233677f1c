import type { Mark } from '../../../api/types'

const LONGEST = 200

/** What of `one` does not stand in `other` in the same order: what is wrong, too many or swapped. */
export function differing(one: string, other: string): Mark[] {
  const kept = common(one.slice(0, LONGEST), other.slice(0, LONGEST))
  const marks: Mark[] = []
  for (let at = 0; at < Math.min(one.length, LONGEST); at++) {
    if (kept.has(at)) continue
    const last = marks.at(-1)
    if (last?.end === at) last.end = at + 1
    else marks.push({ start: at, end: at + 1 })
  }
  return marks
}

/** Places of the longest row of characters that both have. */
function common(one: string, other: string): Set<number> {
  const longest = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0))
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i]![j] = one[i] === other[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
    }
  }
  const places = new Set<number>()
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      places.add(i++)
      j++
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++
    else j++
  }
  return places
}
