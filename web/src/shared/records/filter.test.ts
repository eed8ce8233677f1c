import type { Filter } from '../../api/types'
import { fromGroup, toGroup } from './filter'

const condition = (field: string): Filter => ({ field, op: 'notEmpty' })

test('a group of its own stays one part, so that a further condition narrows it', () => {
  const any: Filter = { or: [condition('a'), condition('b')] }
  const alone = toGroup(fromGroup({ join: 'and', parts: [any] }))
  expect(alone).toEqual({ join: 'and', parts: [any] })
  expect(fromGroup({ ...alone, parts: [...alone.parts, condition('c')] })).toEqual({ and: [any, condition('c')] })
  expect(fromGroup({ join: 'or', parts: [condition('a')] })).toEqual(condition('a'))
})
