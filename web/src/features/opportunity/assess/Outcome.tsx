import { useTranslation } from 'react-i18next'
import { formatInstant, formatNumber } from '../../../shared/format'
import { Badge } from '../../../shared/ui/Badge'
import { screeningTones, type Assessment } from './assessApi'
import styles from './assess.module.css'

/** What an assessment came to, and by which line of the rule. */
export function Outcome({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('opportunity')
  const { score, spread, screened, screenedBy, direction, conclusion, submittedBy, submittedAt, decidedBy, decidedAt, followers, support } = assessment
  return (
    <>
      <dl className={styles.outcome}>
        <div>
          <dt>{t('assess.score')}</dt>
          <dd className={styles.score}>{score == null ? '—' : formatNumber(score, 2)}</dd>
        </div>
        <div>
          <dt>{t('assess.spread')}</dt>
          <dd>{spread == null ? '—' : formatNumber(spread, 2)}</dd>
        </div>
        {screened && (
          <div>
            <dt>{t('assess.byRule')}</dt>
            <dd>
              <Badge tone={screeningTones[screened]}>{t(`assess.screenings.${screened}`)}</Badge>
              <div className={styles.quiet}>{screenedBy}</div>
            </dd>
          </div>
        )}
        {direction && (
          <div>
            <dt>{t('assess.direction')}</dt>
            <dd>
              <Badge tone={screeningTones[direction]}>{t(`assess.screenings.${direction}`)}</Badge>
            </dd>
          </div>
        )}
      </dl>
      {(followers.length > 0 || support.length > 0) && (
        <dl className={styles.named}>
          {followers.length > 0 && (
            <div>
              <dt>{t('assess.followers')}</dt>
              <dd>{followers.map(({ person, role }) => `${person.name}（${t(`roles.${role}`)}）`).join('、')}</dd>
            </div>
          )}
          {support.length > 0 && (
            <div>
              <dt>{t('assess.support')}</dt>
              <dd>{support.map(({ name, quantity, unit }) => [name, quantity != null && formatNumber(quantity, 2), unit].filter(Boolean).join(' ')).join('、')}</dd>
            </div>
          )}
        </dl>
      )}
      {conclusion && <p className={styles.conclusion}>{conclusion}</p>}
      {submittedBy && submittedAt && assessment.state !== 'DRAFT' && (
        <p className={styles.quiet}>
          {t('assess.sentBy', { name: submittedBy.name, at: formatInstant(submittedAt) })}
          {decidedBy && decidedAt && ` · ${t('assess.decidedBy', { name: decidedBy.name, at: formatInstant(decidedAt) })}`}
        </p>
      )}
    </>
  )
}
