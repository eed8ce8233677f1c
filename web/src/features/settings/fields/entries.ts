import type { Entry } from './api'

/** An entry on the page: `key` stays while its code is being typed. */
export interface Line extends Entry {
  key: number
  /** Not saved yet: its code may still change. */
  fresh?: boolean
}

/** Parents in their order, each followed by what lies below it. */
export function inOrder(lines: Line[]): Line[] {
  const codes = new Set(lines.map(({ code }) => code))
  const isTop = (line: Line) => !line.parent || !codes.has(line.parent)
  return lines.filter(isTop).flatMap((top) => [top, ...lines.filter((line) => !isTop(line) && line.parent === top.code)])
}

/** Moves a line past its neighbour of the same level, with everything below it. */
export function moved(lines: Line[], key: number, by: -1 | 1): Line[] {
  const line = lines.find((one) => one.key === key)!
  const level = lines.filter((one) => (one.parent ?? null) === (line.parent ?? null))
  const other = level[level.indexOf(line) + by]
  if (!other) return lines
  return inOrder(lines.map((one) => (one === line ? other : one === other ? line : one)))
}

/** Gives a parent another code, and those below it with it. */
export function recoded(lines: Line[], key: number, code: string): Line[] {
  const before = lines.find((line) => line.key === key)!.code
  return lines.map((line) => (line.key === key ? { ...line, code } : line.parent === before && before ? { ...line, parent: code } : line))
}
