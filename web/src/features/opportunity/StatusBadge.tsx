import { useTranslation } from 'react-i18next'
import type { Tone } from '../../shared/theme'
import { Badge } from '../../shared/ui/Badge'

const tones: Record<string, Tone> = { OPEN: 'blue', DEFERRED: 'amber', WON: 'green', LOST: 'grey', ABANDONED: 'grey', INVALID: 'grey' }

/** The status of an opportunity, everywhere in the same words and colour; nothing where it is not for the viewer. */
export function StatusBadge({ status }: { status: unknown }) {
  const { t } = useTranslation('opportunity')
  if (!status) return null
  const code = String(status)
  return (
    <Badge tone={tones[code] ?? 'grey'} dot>
      {t(`status.${code}`)}
    </Badge>
  )
}

const maturities: Record<string, Tone> = { POTENTIAL: 'grey', VALID: 'blue', FEASIBLE: 'teal', TARGET: 'purple', SUCCESS: 'green' }

export function MaturityBadge({ maturity }: { maturity: unknown }) {
  const { t } = useTranslation('opportunity')
  if (!maturity) return null
  return <Badge tone={maturities[String(maturity)] ?? 'grey'}>{t(`maturity.${String(maturity)}`)}</Badge>
}

/** That a decision about it is waited for, in lists, on boards and on its page. */
export function ApprovalPendingBadge() {
  const { t } = useTranslation('opportunity')
  return <Badge tone="amber">{t('pending')}</Badge>
}
