import { ArrowRightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change } from '../api'
import styles from './parts.module.css'

const few = 5

/** Fields that changed, each from what to what; many of them unfold. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('opportunity')
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, few)
  return (
    <>
      <ul className={styles.changes}>
        {shown.map(({ field, label, before, after }, index) => (
          // One moment may change several lines or members under the same label.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${field} ${index}`}>
            <span className={styles.changeLabel}>{label}</span>
            <span>
              {before != null && (
                <>
                  <span className={styles.before}>{before}</span> <ArrowRightOutlined aria-label={t('history.to')} />{' '}
                </>
              )}
              {after ?? <span className={styles.quiet}>{t('shared:nothing')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > few && (
        <button type="button" className={styles.unfold} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('history.fewer') : t('history.all', { count: changes.length })}
        </button>
      )}
    </>
  )
}
