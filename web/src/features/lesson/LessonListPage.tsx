import { useTranslation } from 'react-i18next'
import { RecordList } from '../../shared/records/RecordList'

/** Every lesson that the viewer may read. */
export function LessonListPage() {
  const { t } = useTranslation('lesson')
  return <RecordList type="lesson" title={t('title')} searchField="title" none={{ title: t('none'), reason: t('noneReason') }} />
}
