import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../api/types'
import { withTexts } from '../../../shared/lateTexts'
import type { Unmet } from '../api'
import { texts } from '../texts'

/** Said of a move that waits for others alone. */
export const Waits = lazy(
  withTexts(texts, () =>
    Promise.resolve({
      default: function Waits({ count }: { count: number }) {
        return useTranslation('opportunity').t('control.waits', { count })
      },
    }),
  ),
)

/** Whether its dialog asks anything of the viewer, or only says what it waits for. */
export function isAsked({ kind, code, field }: Unmet, catalogue: Field | undefined, counts: boolean): boolean {
  switch (kind) {
    case 'FIELD':
      return !!catalogue && !catalogue.readOnly
    case 'VALIDITY':
      return !!field
    case 'ACTIVITY':
      return counts
    case 'SCORE':
    case 'CONFIRMATION':
      return false
    case 'APPROVAL':
      return code !== 'pending'
    default:
      return true
  }
}
