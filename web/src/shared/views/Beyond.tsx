import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../format'
import type { Beyond } from './api'
import styles from './beyond.module.css'

/** How many groups, and how many records, lie beyond those that are shown; of a list, which shows the largest, the smaller ones. */
export function BeyondWords({ rest, smaller }: { rest: Beyond; smaller?: boolean }) {
  const { t } = useTranslation('views')
  return (
    <>
      {t(smaller ? 'smaller' : 'beyond', { text: formatNumber(rest.groups) })}
      <small>{t('count', { text: formatNumber(rest.count), count: rest.count })}</small>
    </>
  )
}

/** What lies beyond the groups that are shown, and how to get to see it; `figure` is what is added up there. */
export function BeyondNote({ laid, figure, smaller }: { laid?: { more: boolean; rest?: Beyond | null }; figure?: (rest: Beyond) => ReactNode; smaller?: boolean }) {
  const { t } = useTranslation('views')
  if (!laid?.more) return null
  return (
    <p role="note" className={styles.note}>
      {laid.rest && (
        <>
          <BeyondWords rest={laid.rest} smaller={smaller} />
          {figure?.(laid.rest)}
        </>
      )}
      <span>{t('lanesMore')}</span>
    </p>
  )
}
