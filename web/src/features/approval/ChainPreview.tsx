import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../shared/ui/ErrorState'
import styles from './approval.module.css'
import { chainQuery } from './api'

/** Who will be asked, level by level, before it is sent; and who is missing. */
export function ChainPreview({ kind, subjectId }: { kind: string; subjectId: string }) {
  const { t } = useTranslation('approval')
  const { data, error, refetch } = useQuery(chainQuery(kind, subjectId))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return (
    <section aria-label={t('preview.title')}>
      <p className={styles.quiet}>{t(data.complete ? 'preview.title' : 'preview.empty')}</p>
      <ol className={styles.levels}>
        {data.levels.map((level) => (
          <li key={level.level}>
            <div className={styles.quiet}>
              {[t('page.level', { level: level.level }), level.rule, t(`modes.${level.mode}`), level.days ? t('page.days', { count: level.days }) : null].filter(Boolean).join(' · ')}
            </div>
            {level.missing ? (
              <div className={styles.missing} role="alert">
                {level.missing}
              </div>
            ) : (
              <ul className={styles.people}>
                {level.people.map((person) => (
                  <li key={person.id}>
                    {person.name}
                    {person.standIn && <span className={styles.quiet}>{t('page.standIn', { name: person.standIn.name })}</span>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
