import { widthOf } from './columns'

const choice = (label: string) => ({ name: 'status', path: 'status', label: 'Status', kind: 'CHOICE' as const, choices: [{ code: 'X', label }] })

test('a column of choices has room for the longest of them as a badge', () => {
  expect(widthOf(choice('Won'), false)).toBe(104)
  expect(widthOf(choice('Abandoned'), false)).toBeGreaterThan(115)
  expect(widthOf(choice('A choice that somebody named by a whole sentence'), false)).toBe(132)
})
