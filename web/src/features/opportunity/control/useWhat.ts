import { useTranslation } from 'react-i18next'
import type { Unmet } from '../api'

/** What a gate asks for, in a word that stands alone: of a score its label is only the number, of an approval the stage. */
export function useWhat() {
  const { t } = useTranslation('opportunity')
  return ({ kind, label }: Pick<Unmet, 'kind' | 'label'>) => {
    if (kind === 'SCORE') return t('control.score', { score: label })
    return kind === 'APPROVAL' ? t('control.approval') : label
  }
}
