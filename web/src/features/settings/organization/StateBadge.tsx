import { useTranslation } from 'react-i18next'
import { Badge } from '../../../shared/ui/Badge'

/** Whether someone works here now. */
export function StateBadge({ state }: { state: string }) {
  const { t } = useTranslation('settings')
  return (
    <Badge tone={state === 'ACTIVE' ? 'green' : 'grey'} dot>
      {t(state === 'ACTIVE' ? 'users.active' : 'users.inactive')}
    </Badge>
  )
}
