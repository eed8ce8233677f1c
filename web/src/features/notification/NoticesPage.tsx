import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../shared/ui/PageHeader'
import { NoticeList } from './NoticeList'
import styles from './notification.module.css'

export function NoticesPage() {
  const { t } = useTranslation('notification')
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={styles.page}>
        <NoticeList />
      </div>
    </>
  )
}
