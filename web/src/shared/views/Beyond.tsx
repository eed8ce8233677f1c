import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../format'
import type { Beyond } from './api'
import styles from './beyond.module.css'

/** How many groups, and how many records, lie beyond those that are shown. */
export function BeyondWords({ rest }: { rest: Beyond }) {
  const { t } = useTranslation('views')
  return (
    <>
      {t('beyond', { text: formatNumber(rest.groups) })}
      <small>{t('count', { text: formatNumber(rest.count), count: rest.count })}</small>
    </>
  )
}

/** What lies beyond the groups that are shown, and how to get to see it; `figure` is what is added up there. */
export function BeyondNote({ laid, figure }: { laid?: { more: boolean; rest?: Beyond | null }; figure?: (rest: Beyond) => ReactNode }) {
  const { t } = useTranslation('views')
  if (!laid?.more) return null
  return (
    <p role="note" className={styles.note}>
      {laid.rest && (
        <>
          <BeyondWords rest={laid.rest} />
          {figure?.(laid.rest)}
        </>
      )}
      <span>{t('lanesMore')}</span>
    </p>
  )
}
