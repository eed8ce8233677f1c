import type { TFunction } from 'i18next'
import type { Field } from '../../../api/types'
import { formatInstant, formatYuan } from '../../../shared/format'

/** What a column held, as people read it; as it was stored where the catalogue does not know better. */
export function sayValue(field: Field | undefined, stored: string, t: TFunction): string {
  switch (field?.kind) {
    case 'CHOICE':
      return field.choices?.find(({ code }) => code === stored)?.label ?? stored
    case 'INSTANT':
      return formatInstant(stored)
    case 'MONEY':
      return `${formatYuan(Number(stored))} ${t('shared:unit.yuan')}`
    case 'BOOLEAN':
      return t(stored === 'true' ? 'shared:yes' : 'shared:no')
    default:
      return stored
  }
}
