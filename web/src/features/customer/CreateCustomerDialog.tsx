import { useTranslation } from 'react-i18next'
import type { CreateDialogProps } from '../../shared/feature'
import { CreateRecordDialog } from '../../shared/records/CreateRecordDialog'
import { DuplicateHint } from './DuplicateHint'

const asked = ['name', 'creditCode', 'industry', 'level', 'region', 'source', 'parent', 'address', 'website', 'description']

/** A new customer; while its name is typed, those that may be the same are shown. */
export function CreateCustomerDialog(props: CreateDialogProps) {
  const { t } = useTranslation('customer')
  return (
    <CreateRecordDialog
      {...props}
      type="customer"
      plural="customers"
      title={t('create')}
      fields={asked}
      below={{
        name: ({ name }) => <DuplicateHint name={String(name ?? '')} creditCode="" />,
        creditCode: ({ creditCode }) => <DuplicateHint name="" creditCode={String(creditCode ?? '')} />,
      }}
    />
  )
}
