import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../../shared/format'
import { Badge } from '../../../shared/ui/Badge'
import { editionsQuery } from './api'
import styles from './processes.module.css'

/** What was published when, by whom and why, and how many opportunities under way still go by it. */
export function EditionHistory({ processId }: { processId: string }) {
  const { t } = useTranslation('settings')
  const { data } = useQuery(editionsQuery(processId))
  if (!data || data.length === 0) return null
  return (
    <section className={styles.editions} aria-label={t('processes.editions')}>
      <h2>{t('processes.editions')}</h2>
      <p className={styles.quiet}>{t('processes.editionsLead')}</p>
      <ol>
        {data.map((edition, place) => (
          <li key={edition.id}>
            <strong>{t('processes.edition', { number: edition.number })}</strong>
            {place === 0 && <Badge tone="green">{t('processes.editionNewest')}</Badge>}
            <span>{t('processes.underWay', { count: edition.underWay })}</span>
            <span className={styles.quiet}>
              {formatInstant(edition.publishedAt)} {edition.publishedByName ?? t('processes.shipped')}
            </span>
            {edition.reason && <span className={styles.why}>{edition.reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
