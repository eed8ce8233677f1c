import { useTranslation } from 'react-i18next'
import type { CreateDialogProps } from '../../shared/feature'
import { CreateRecordDialog } from '../../shared/records/CreateRecordDialog'

const asked = ['name', 'code', 'series', 'unit', 'listPrice', 'cost', 'description']

export function CreateProductDialog(props: CreateDialogProps) {
  const { t } = useTranslation('product')
  return <CreateRecordDialog {...props} type="product" plural="products" title={t('create')} fields={asked} />
}
