import { useTranslation } from 'react-i18next'
import { RecordList } from '../../shared/records/RecordList'
import { useMay } from '../../shared/session'

/** What is carried out of what was won. */
export function ProjectListPage() {
  const { t } = useTranslation('project')
  const may = useMay()
  return <RecordList type="project" title={t('title')} editable={may('project:edit')} none={{ title: t('none'), reason: t('noneReason') }} />
}
