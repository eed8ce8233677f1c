import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { formatShortDay, today } from '../../shared/format'
import { useAsOf } from '../../shared/past/asOf'
import { clockOf } from './nextStep'
import styles from './opportunity.module.css'

/** When the next step is due: a shape and a word, and a colour beside them. `short` where a heading says what it is. */
export function NextStepClock({ on, step, short = false }: { on: unknown; step?: unknown; short?: boolean }) {
  const { t } = useTranslation('opportunity')
  const clock = clockOf(on, useAsOf() ?? today())
  const Icon = { planned: CheckCircleOutlined, today: CheckCircleOutlined, none: ClockCircleOutlined, overdue: ExclamationCircleOutlined }[clock.state]
  const state = clock.state !== 'none' ? clock.state : step ? 'undated' : short ? 'noneShort' : 'none'
  const when = t(`clock.${state}`, { day: typeof on === 'string' ? formatShortDay(on) : '', count: clock.days })
  return (
    <span className={styles.clock} style={{ color: `var(--${clock.tone}-text)` }}>
      <Icon aria-hidden />
      <span>
        {when}
        {typeof step === 'string' && step && <span className={styles.clockStep}> {step}</span>}
      </span>
    </span>
  )
}
