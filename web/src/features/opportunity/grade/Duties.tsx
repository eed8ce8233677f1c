import { useTranslation } from 'react-i18next'
import type { Reference } from '../../../api/types'
import { formatInstant } from '../../../shared/format'
import { Badge } from '../../../shared/ui/Badge'
import type { OpportunityDetail } from '../api'
import styles from './grade.module.css'

/** What the grade asks every week: progress of the owner, and a follow-up in person of the leader. */
export function Duties({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const { values } = detail
  const heavy = Boolean(values.grade) && values.grade !== 'GENERAL'
  // A team owes progress whatever the grade.
  if (values.status !== 'OPEN' || (!heavy && !values.progressOverdue)) return null
  const leader = values.responsibleLeader as Reference | null | undefined
  return (
    <dl className={styles.duties}>
      {'progressOverdue' in values && (
        <div>
          <dt>{t('grade.progress')}</dt>
          <dd>
            <Badge tone={values.progressOverdue ? 'red' : 'green'}>{t(values.progressOverdue ? 'grade.duty.overdue' : 'grade.duty.fine')}</Badge>{' '}
            <span className={styles.quiet}>{t('grade.duty.due')}</span>
          </dd>
        </div>
      )}
      {heavy && leader && (
        <div>
          <dt>{t('grade.leader')}</dt>
          <dd>{leader.label}</dd>
        </div>
      )}
      {heavy && leader && 'leaderFollowUpAt' in values && (
        <div>
          <dt>{t('grade.leaderLast')}</dt>
          <dd>
            {values.leaderFollowUpAt ? formatInstant(String(values.leaderFollowUpAt)) : t('grade.never')}{' '}
            {values.leaderOverdue === true && <Badge tone="red">{t('grade.duty.leaderOverdue')}</Badge>}
          </dd>
        </div>
      )}
    </dl>
  )
}
