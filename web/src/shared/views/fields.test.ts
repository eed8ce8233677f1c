import type { PathField } from '../records/useCatalogue'
import { firstGroup } from './fields'

const field = (path: string, kind: PathField['kind'], more: Partial<PathField> = {}) => ({ path, name: path, label: path, kind, groupable: true, ...more }) as PathField

test('a board begins with a choice, not with a reference that has thousands of values', () => {
  const customer = field('customer', 'REFERENCE')
  expect(firstGroup([customer, field('kind', 'CHOICE'), field('status', 'CHOICE', { defaultColumn: true })])).toBe('status')
  expect(firstGroup([customer, field('kind', 'CHOICE')])).toBe('kind')
  expect(firstGroup([field('closedOn', 'DATE')])).toBe('closedOn:month')
  expect(firstGroup([field('name', 'TEXT', { groupable: false })])).toBeNull()
})
