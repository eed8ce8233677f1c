import type { TFunction } from 'i18next'
import type { Condition, Field, Filter } from '../../api/types'
import { formatYuan } from '../format'
import { daysOf, isCondition } from './filter'

export interface Words {
  t: TFunction
  describe: (path: string) => Field | undefined
  /** Name of a referenced record, or its id while the name is not known. */
  nameOf: (type: string, id: string) => string
}

/** A filter in words: what the list shows, as one would say it. */
export function describeFilter(filter: Filter, words: Words, inner = false): string {
  const { t } = words
  if (isCondition(filter)) return describeCondition(filter, words)
  if ('not' in filter) return t('shared:filter.not', { what: describeFilter(filter.not, words, true) })
  const all = 'and' in filter
  const parts = (all ? filter.and : filter.or).map((part) => describeFilter(part, words, true))
  const sentence = parts.join(t(all ? 'shared:filter.joinAnd' : 'shared:filter.joinOr'))
  return inner && parts.length > 1 ? t('shared:filter.group', { what: sentence }) : sentence
}

export function describeCondition({ field: path, op, value }: Condition, words: Words): string {
  const field = words.describe(path)
  const name = field?.label ?? path
  const say = (what: unknown) => describeValue(field, what, words)
  if (op === 'between') {
    const [from, to] = value as [unknown, unknown]
    if (from == null) return words.t('shared:filter.says.lte', { field: name, value: say(to) })
    if (to == null) return words.t('shared:filter.says.gte', { field: name, value: say(from) })
    return words.t('shared:filter.says.between', { field: name, from: say(from), to: say(to) })
  }
  const text = op === 'relative' ? describePeriod(value, words) : say(value)
  if (op === 'relative' && value === 'overdue') return words.t('shared:filter.says.overdue', { field: name })
  return words.t(`shared:filter.says.${op}`, { field: name, value: text })
}

function describePeriod(period: unknown, { t }: Words) {
  const days = daysOf(period)
  return days ? t(`shared:filter.${days[0]}Days`, { count: Number(days[1]) }) : t(`shared:filter.periods.${String(period)}`)
}

function describeValue(field: Field | undefined, value: unknown, words: Words): string {
  if (Array.isArray(value)) return value.map((one) => describeValue(field, one, words)).join(words.t('shared:filter.comma'))
  if (value == null) return ''
  if (field?.kind === 'BOOLEAN') return words.t(value ? 'shared:yes' : 'shared:no')
  if (field?.choices) return field.choices.find(({ code }) => code === value)?.label ?? String(value)
  if (field?.reference) return words.nameOf(field.reference, String(value))
  if (typeof value === 'number') return formatYuan(value)
  return String(value)
}
