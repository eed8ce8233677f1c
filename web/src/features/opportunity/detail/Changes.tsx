import { ArrowRightOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Change } from '../api'
import styles from './parts.module.css'

/** Fields that changed, each from what to what. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('opportunity')
  const nothing = <span className={styles.quiet}>{t('shared:nothing')}</span>
  return (
    <ul className={styles.changes}>
      {changes.map(({ field, label, before, after }, index) => (
        // One moment may change several lines or members under the same label.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${field} ${index}`}>
          <span className={styles.changeLabel}>{label}</span>
          <span className={styles.before}>{before ?? nothing}</span>
          <ArrowRightOutlined aria-label={t('history.to')} />
          <span>{after ?? nothing}</span>
        </li>
      ))}
    </ul>
  )
}
