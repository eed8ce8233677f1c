import { useTranslation } from 'react-i18next'
import type { Reference } from '../../../api/types'
import { formatInstant } from '../../../shared/format'
import { Badge } from '../../../shared/ui/Badge'
import type { OpportunityDetail } from '../api'
import styles from './grade.module.css'
import type { GradeView } from './gradeApi'

/** What the grade asks for, as often as its rule says: progress of the owner, and a follow-up in person of the leader. */
export function Duties({ detail, view }: { detail: OpportunityDetail; view?: GradeView }) {
  const { t } = useTranslation('opportunity')
  const { values } = detail
  const asked = (pace?: GradeView['progress']) => (pace && pace !== 'NONE' ? pace : null)
  // A team owes progress whatever the grade.
  const progress = asked(view?.progress) ?? (values.progressOverdue ? 'WEEKLY' : null)
  const leading = asked(view?.leading)
  if (values.status !== 'OPEN' || (!progress && !leading)) return null
  const leader = values.responsibleLeader as Reference | null | undefined
  return (
    <dl className={styles.duties}>
      {progress && 'progressOverdue' in values && (
        <div>
          <dt>{t('grade.progress')}</dt>
          <dd>
            <Badge tone={values.progressOverdue ? 'red' : 'green'}>{t(values.progressOverdue ? 'grade.duty.overdue' : 'grade.duty.fine')}</Badge>{' '}
            <span className={styles.quiet}>{t(`grade.duty.due.${progress}`)}</span>
          </dd>
        </div>
      )}
      {leader && (
        <div>
          <dt>{t('grade.leader')}</dt>
          <dd>{leader.label}</dd>
        </div>
      )}
      {leading && leader && 'leaderFollowUpAt' in values && (
        <div>
          <dt>{t('grade.leaderLast')}</dt>
          <dd>
            {values.leaderFollowUpAt ? formatInstant(String(values.leaderFollowUpAt)) : t('grade.never')}{' '}
            {values.leaderOverdue === true && <Badge tone="red">{t('grade.duty.leaderOverdue')}</Badge>}{' '}
            <span className={styles.quiet}>{t(`grade.duty.led.${leading}`)}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}
