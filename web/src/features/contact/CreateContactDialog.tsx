import { useTranslation } from 'react-i18next'
import type { CreateDialogProps } from '../../shared/feature'
import { CreateRecordDialog } from '../../shared/records/CreateRecordDialog'

const asked = ['name', 'customer', 'departmentName', 'title', 'phone', 'email', 'role', 'attitude', 'influence', 'reportsTo', 'description']

export function CreateContactDialog(props: CreateDialogProps) {
  const { t } = useTranslation('contact')
  return <CreateRecordDialog {...props} type="contact" plural="contacts" title={t('create')} fields={asked} />
}
