import { useTranslation } from 'react-i18next'
import { RecordList } from '../../shared/records/RecordList'
import { useMay } from '../../shared/session'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { Reachable } from './Reachable'

/** All contacts of the customers the viewer sees. */
export function ContactListPage() {
  const { t } = useTranslation('contact')
  const may = useMay()
  const create = <CreateRecordButton type="contact" />
  return (
    <RecordList
      type="contact"
      title={t('title')}
      editable={may('contact:edit')}
      actions={create}
      none={{ title: t('none'), reason: t('noneReason'), action: create }}
      cells={{
        phone: (row) => <Reachable contactId={row.id} name={String(row.name)} phone={row.phone as string | null} />,
        email: (row) => <Reachable contactId={row.id} name={String(row.name)} email={row.email as string | null} />,
      }}
    />
  )
}
