import { HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { dateInWords } from '../format'
import { useAsOf, useSetAsOf } from './asOf'
import styles from './past.module.css'

/** Says that a page shows a past day, and leads back; nothing while it shows what is. */
export function PastBanner() {
  const { t, i18n } = useTranslation('past')
  const day = useAsOf()
  const setDay = useSetAsOf()
  if (!day) return null
  return (
    <aside className={styles.banner} aria-label={t('label')}>
      <strong>
        <HistoryOutlined aria-hidden /> {t('banner', { day: dateInWords(day, i18n.language) })}
      </strong>
      <span className={styles.begin}>{t('begin')}</span>
      <Button size="small" onClick={() => setDay(null)}>
        {t('back')}
      </Button>
    </aside>
  )
}
