import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/Badge'

/** How much later than the baseline, in words; empty without one. */
export const slipText = (days: number | null | undefined, t: TFunction) =>
  days == null ? '' : days > 0 ? t('gantt:slip.late', { count: days }) : days < 0 ? t('gantt:slip.early', { count: -days }) : t('gantt:slip.none')

export function Slip({ days, quiet = false }: { days: number | null | undefined; quiet?: boolean }) {
  const { t } = useTranslation('gantt')
  if (days == null || (quiet && days === 0)) return null
  return <Badge tone={days > 0 ? 'red' : days < 0 ? 'green' : 'grey'}>{slipText(days, t)}</Badge>
}
