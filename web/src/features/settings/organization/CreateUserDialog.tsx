import { useTranslation } from 'react-i18next'
import type { CreateDialogProps } from '../../../shared/feature'
import { CreateRecordDialog } from '../../../shared/records/CreateRecordDialog'

/** A new colleague; roles and the password link follow on their page. */
export function CreateUserDialog(props: CreateDialogProps) {
  const { t } = useTranslation('settings')
  return (
    <CreateRecordDialog
      {...props}
      type="user"
      plural="users"
      title={t('users.create')}
      fields={['name', 'username', 'department', 'manager', 'title', 'employeeNumber', 'phone', 'email']}
    />
  )
}
