import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecordPlace } from '../../shared/feature'
import { formatNumber } from '../../shared/format'
import type { Report } from './api'
import styles from './imports.module.css'

/** Rows that would make what is probably there already: a warning, not a fault. */
export function AlikeRows({ type, alike }: { type: string; alike: Report['alike'] }) {
  const { t } = useTranslation('imports')
  const place = useRecordPlace(type)
  if (!alike || alike.count === 0) return null
  return (
    <section>
      <h2 className={styles.heading}>{t('report.alike', { count: alike.count, text: formatNumber(alike.count) })}</h2>
      <p className={styles.lead}>{t('report.alikeLead')}</p>
      <ul className={styles.problems}>
        {alike.rows.map(({ row, name, otherId, otherName, score }) => (
          <li key={row} className={styles.problem}>
            {t('report.example', { row, value: name })}
            {' ≈ '}
            {otherId && place?.path ? (
              <Link to={place.path(otherId)} target="_blank">
                {otherName}
              </Link>
            ) : (
              t('report.alikeInFile', { name: otherName })
            )}
            {' · '}
            {t('report.alikeScore', { score })}
          </li>
        ))}
      </ul>
      {alike.count > alike.rows.length && <p className={styles.samples}>{t('report.alikeMore', { text: formatNumber(alike.count - alike.rows.length) })}</p>}
    </section>
  )
}
