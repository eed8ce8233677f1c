import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { OpportunityDetail, Stage } from '../api'
import styles from './detail.module.css'
import { StagePanel } from './StagePanel'

interface Props {
  detail: OpportunityDetail
  stages: Stage[]
  opened: string | null
  onOpen: (stageId: string | null) => void
  onMove: (stageId: string) => void
}

/** The way through the stages, with the days in each. What did not end well shows only the stages it really passed. */
export function StagePath({ detail, stages, opened, onOpen, onMove }: Props) {
  const { t } = useTranslation('opportunity')
  const { status } = detail.values
  const going = status === 'OPEN' || status === 'DEFERRED' || status === 'WON'
  const steps = going ? detail.path : detail.path.filter(({ passed, current }) => passed || current)
  const shown = stages.find(({ id }) => id === opened)
  // Who may not know its stage is not told its way.
  if (detail.path.length === 0) return null
  return (
    <section className={styles.path} aria-label={t('path.label')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.stageId} data-state={step.current ? 'current' : step.passed ? 'passed' : 'ahead'} data-late={step.current && detail.overstayDays > 0}>
            <button
              type="button"
              aria-expanded={opened === step.stageId}
              aria-current={step.current ? 'step' : undefined}
              onClick={() => onOpen(opened === step.stageId ? null : step.stageId)}
            >
              <span className={styles.stepName}>
                {step.passed && !step.current && <CheckOutlined aria-hidden />} {step.code} {step.name}
              </span>
              {(step.enteredAt || step.days > 0) && <span className={styles.stepDays}>{t('path.days', { count: step.days })}</span>}
            </button>
          </li>
        ))}
      </ol>
      {shown && <StagePanel detail={detail} stage={shown} stages={stages} onMove={onMove} onClose={() => onOpen(null)} />}
    </section>
  )
}
