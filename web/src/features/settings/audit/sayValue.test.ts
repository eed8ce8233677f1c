import type { TFunction } from 'i18next'
import type { Field } from '../../../api/types'
import { sayValue } from './sayValue'

const t = ((key: string) => key) as unknown as TFunction
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name: 'x', label: 'X', kind, ...more })

test('says what was stored as the pages show it', () => {
  expect(sayValue(field('CHOICE', { choices: [{ code: 'OPEN', label: '跟进中' }] }), 'OPEN', t)).toBe('跟进中')
  expect(sayValue(field('INSTANT'), '2026-07-02T02:43:12+00:00', t)).toBe('2026-07-02 10:43')
  expect(sayValue(field('MONEY'), '46080', t)).toBe('46,080 shared:unit.yuan')
  expect(sayValue(undefined, 'DEFERRED', t)).toBe('DEFERRED')
})
