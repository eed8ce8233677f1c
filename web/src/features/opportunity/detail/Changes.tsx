import { ArrowRightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '../../../shared/format'
import { useFields } from '../../../shared/records/useCatalogue'
import type { Change } from '../api'
import styles from './parts.module.css'

const few = 5

/** Fields that changed, each from what to what; many of them unfold. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('opportunity')
  const [all, setAll] = useState(false)
  const { fields } = useFields('opportunity')
  /** Money to the cent, whatever unit lists have: what was changed must be seen. */
  const said = (field: string, value: string) =>
    fields.find(({ name }) => name === field)?.kind === 'MONEY' ? `${formatYuan(Number(value))} ${t('shared:unit.yuan')}` : value
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
                  <span className={styles.before}>{said(field, before)}</span> <ArrowRightOutlined aria-label={t('history.to')} />{' '}
                </>
              )}
              {after == null ? <span className={styles.quiet}>{t('shared:nothing')}</span> : said(field, after)}
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
