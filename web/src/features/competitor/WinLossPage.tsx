import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../shared/ui/PageHeader'
import { Standings } from './Standings'
import styles from './standings.module.css'

/** How we fare against each competitor. */
export function WinLossPage() {
  const { t } = useTranslation('competitor')
  return (
    <div className={styles.page}>
      <PageHeader title={t('winLoss.title')} back={{ path: '/competitors', label: t('title') }} description={t('winLoss.what')} />
      <div className={styles.body}>
        <Standings />
      </div>
    </div>
  )
}
