import { useTranslation } from 'react-i18next'
import type { Tone } from '../../../shared/theme'
import { Badge } from '../../../shared/ui/Badge'

export type Grade = 'GENERAL' | 'ORDINARY' | 'IMPORTANT' | 'MAJOR'
export type GradeState = 'CONFIRMED' | 'AWAITING' | 'RETURNED' | 'WITHDRAWN' | 'UNSENT'

const tones: Record<Grade, Tone> = { GENERAL: 'grey', ORDINARY: 'blue', IMPORTANT: 'amber', MAJOR: 'red' }

/** The grade, everywhere in the same words and colour; unless it is confirmed, within a dashed line and with its state. */
export function GradeBadge({ grade, state, pending }: { grade: unknown; state?: unknown; pending?: unknown }) {
  const { t } = useTranslation('opportunity')
  if (!grade) return null
  const word = t(`grade.grades.${grade as Grade}`)
  const tone = tones[grade as Grade] ?? 'grey'
  if (!state || state === 'CONFIRMED') return <Badge tone={tone}>{word}</Badge>
  const lower = pending && pending !== grade
  return (
    <Badge tone={tone} dot open>
      {t(lower ? 'grade.lower' : 'grade.of', { grade: word, pending: t(`grade.grades.${pending as Grade}`), state: t(`grade.states.${state as GradeState}`) })}
    </Badge>
  )
}

const states: Record<GradeState, Tone> = { CONFIRMED: 'green', AWAITING: 'blue', RETURNED: 'amber', WITHDRAWN: 'grey', UNSENT: 'red' }

export function GradeStateBadge({ state }: { state: unknown }) {
  const { t } = useTranslation('opportunity')
  if (!state) return null
  return <Badge tone={states[state as GradeState] ?? 'grey'}>{t(`grade.states.${state as GradeState}`)}</Badge>
}

const reports: Record<string, Tone> = { DUE: 'red', REPORTED: 'blue', RECEIVED: 'green', RETURNED: 'amber' }

export function CityReportBadge({ report }: { report: unknown }) {
  const { t } = useTranslation('opportunity')
  if (!report) return null
  return <Badge tone={reports[String(report)] ?? 'grey'}>{t(`grade.report.states.${report as 'DUE'}`)}</Badge>
}

const periods: Record<string, Tone> = { RECOGNITION: 'grey', DEVELOPMENT: 'blue', MATURITY: 'purple', HARVEST: 'green' }

export function PeriodBadge({ period }: { period: unknown }) {
  const { t } = useTranslation('opportunity')
  if (!period) return null
  return <Badge tone={periods[String(period)] ?? 'grey'}>{t(`grade.periods.${period as 'MATURITY'}`)}</Badge>
}
