import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../shared/format'
import { Badge } from '../../shared/ui/Badge'
import styles from './approval.module.css'
import { tones, type ApprovalDetail } from './api'

/** Who is asked at each level, and what each has said. */
export function ChainOf({ steps }: { steps: ApprovalDetail['steps'] }) {
  const { t } = useTranslation('approval')
  return (
    <section className={styles.section} aria-label={t('page.chain')}>
      <h2>{t('page.chain')}</h2>
      <ol className={styles.levels}>
        {steps.map((step) => (
          <li key={step.level} data-state={step.state}>
            <div className={styles.quiet}>{[t('page.level', { level: step.level }), step.rule, t(`modes.${step.mode}`)].join(' · ')}</div>
            <ul className={styles.people}>
              {step.tasks.map((task) => (
                <li key={`${task.user.id} ${task.state} ${task.insteadOf?.id}`}>
                  <span>{task.user.name}</span>
                  <Badge tone={tones[task.state] ?? 'grey'}>{t(`tasks.${task.state as 'OPEN'}`)}</Badge>
                  <span className={styles.quiet}>
                    {[
                      task.user.standIn && t('page.standIn', { name: task.user.standIn.name }),
                      task.added && t('page.added'),
                      task.insteadOf && t('page.insteadOf', { name: task.insteadOf.name }),
                      task.decidedBy && task.decidedBy.id !== task.user.id && t('page.by', { name: task.decidedBy.name }),
                      task.decidedAt && formatInstant(task.decidedAt),
                      task.state === 'OPEN' && task.dueAt && t('due', { at: formatInstant(task.dueAt) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
