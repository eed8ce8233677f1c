import type { Filter } from '../../api/types'
import { fromGroup, isUnreadable, parseFilter, toGroup } from './filter'

const condition = (field: string): Filter => ({ field, op: 'notEmpty' })

test('a group of its own stays one part, so that a further condition narrows it', () => {
  const any: Filter = { or: [condition('a'), condition('b')] }
  const alone = toGroup(fromGroup({ join: 'and', parts: [any] }))
  expect(alone).toEqual({ join: 'and', parts: [any] })
  expect(fromGroup({ ...alone, parts: [...alone.parts, condition('c')] })).toEqual({ and: [any, condition('c')] })
  expect(fromGroup({ join: 'or', parts: [condition('a')] })).toEqual(condition('a'))
})

test('reads what can be said and asked, and nothing else', () => {
  const good: unknown[] = [
    { field: 'owner', op: 'me' },
    { field: 'grade', op: 'in', value: ['A'] },
    { field: 'amount', op: 'between', value: [null, 5] },
    { field: 'signOn', op: 'relative', value: 'last30Days' },
    { field: 'name', op: 'finds', value: '云' },
    { and: [{ or: [{ field: 'grade', op: 'is', value: 'A' }] }, { not: { field: 'name', op: 'empty' } }] },
    { and: [] },
  ]
  for (const one of good) expect(parseFilter(JSON.stringify(one))).toEqual(one)
  const bad: unknown[] = [
    [],
    7,
    { x: 5 },
    { and: 5 },
    { and: [null] },
    { not: {} },
    { field: 'grade' },
    { field: 5, op: 7 },
    { field: 'grade', op: 'toString' },
    { field: 'amount', op: 'gt' },
    { field: 'amount', op: 'between', value: 7 },
    { field: 'signOn', op: 'relative', value: 'zz' },
    { field: 'owner', op: 'is', value: { a: 1 } },
  ]
  expect(bad.filter((one) => !isUnreadable(JSON.stringify(one)))).toEqual([])
  expect(isUnreadable('{"field":"gra')).toBe(true)
  expect(isUnreadable('')).toBe(false)
})
