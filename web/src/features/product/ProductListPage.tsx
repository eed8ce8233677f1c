import { useTranslation } from 'react-i18next'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { RecordList } from '../../shared/records/RecordList'
import { useMay } from '../../shared/session'

/** Everything the company sells. */
export function ProductListPage() {
  const { t } = useTranslation('product')
  const may = useMay()
  const create = <CreateRecordButton type="product" />
  return (
    <RecordList
      type="product"
      title={t('title')}
      editable={may('product:edit')}
      actions={create}
      none={{ title: t('none'), reason: t('noneReason'), action: create }}
    />
  )
}
