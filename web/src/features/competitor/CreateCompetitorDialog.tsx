import { useTranslation } from 'react-i18next'
import type { CreateDialogProps } from '../../shared/feature'
import { CreateRecordDialog } from '../../shared/records/CreateRecordDialog'

const asked = ['name', 'otherNames', 'priceLevel', 'strengths', 'weaknesses', 'note']

export function CreateCompetitorDialog(props: CreateDialogProps) {
  const { t } = useTranslation('competitor')
  return <CreateRecordDialog {...props} type="competitor" plural="competitors" title={t('create')} fields={asked} />
}
