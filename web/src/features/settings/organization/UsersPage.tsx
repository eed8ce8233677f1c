import { useTranslation } from 'react-i18next'
import { CreateRecordButton } from '../../../shared/records/CreateRecordButton'
import { RecordList } from '../../../shared/records/RecordList'
import { StateBadge } from './StateBadge'

/** Everyone who works or worked here. */
export function UsersPage() {
  const { t } = useTranslation('settings')
  const create = <CreateRecordButton type="user" />
  return (
    <RecordList
      type="user"
      title={t('users.title')}
      actions={create}
      none={{ title: t('users.none'), action: create }}
      cells={{ state: (row) => <StateBadge state={String(row.state)} /> }}
    />
  )
}
