import { CheckSquareOutlined, EditOutlined, PaperClipOutlined, TrophyOutlined } from '@ant-design/icons'
import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatInstant, formatShortDay } from '../../../shared/format'
import { withTexts } from '../../../shared/lateTexts'
import { useAsOf } from '../../../shared/past/asOf'
import { useFields } from '../../../shared/records/useCatalogue'
import { SeesButton } from '../../../shared/sees/SeesButton'
import { contentOf } from '../../collaboration/api'
import { kindIcon } from '../../activity/KindInput'
import { texts } from '../../activity/texts'
import type { Change } from '../api'
import type { Grade } from '../grade/GradeBadge'
import { Changes } from './Changes'
import styles from './parts.module.css'

const Unreal = lazy(withTexts(texts, async () => ({ default: (await import('../../activity/Unreal')).Unreal })))

/** A change is seen by who sees what was changed. */
function seenOf(row: TimelineRow) {
  switch (row.kind) {
    case 'ACTIVITY':
      return { recordType: 'activity', recordId: row.id, name: row.subject }
    case 'FILE':
      return { recordType: 'file', recordId: row.id, name: row.name }
    case 'TASK':
      return { recordType: 'task', recordId: row.id, name: row.title }
    case 'CHANGE':
    case 'GRADE':
      return null
  }
}

interface Common {
  at: string
  by: string
  byName?: string | null
}

type GradeStep = 'RAISED' | 'LOWERING' | 'SENT' | 'CONFIRMED' | 'RETURNED' | 'REJECTED' | 'WITHDRAWN' | 'REPORTED' | 'RECEIVED' | 'SENT_BACK'

/** What the timeline holds. */
export type TimelineRow =
  | (Common & {
      kind: 'ACTIVITY'
      id: string
      activityKind: string
      subject: string
      content?: string | null
      outcome?: string | null
      nextStep?: string | null
      nextStepOn?: string | null
      counts?: boolean | null
    })
  | (Common & { kind: 'CHANGE'; reason?: string | null; changes: Change[] })
  | (Common & { kind: 'FILE'; id: string; name: string; size: number; contentType: string })
  | (Common & { kind: 'GRADE'; id: string; step: GradeStep; before?: Grade | null; grade?: Grade | null })
  | (Common & { kind: 'TASK'; id: string; title: string; status: string; dueOn?: string | null; assigneeName?: string | null })

/** One thing that happened. */
export function TimelineItem({ row }: { row: TimelineRow }) {
  const { t } = useTranslation('opportunity')
  const { fields } = useFields('activity', row.kind === 'ACTIVITY')
  // A task says how it stands now: not how it stood then.
  const past = useAsOf() !== null
  switch (row.kind) {
    case 'ACTIVITY': {
      const kind = fields.find(({ name }) => name === 'kind')?.choices?.find(({ code }) => code === row.activityKind)?.label
      return (
        <Happened row={row} icon={kindIcon(row.activityKind)} tone="teal" what={kind ?? t('timeline.ACTIVITY')}>
          <strong className={styles.subject}>{row.subject}</strong> {row.counts === false && (
            <Suspense>
              <Unreal logged={row} past={past} />
            </Suspense>
          )}
          {row.content && <p className={styles.text}>{row.content}</p>}
          {row.outcome && (
            <p className={styles.text}>
              <span className={styles.quiet}>{t('timeline.outcome')}</span> {row.outcome}
            </p>
          )}
          {(row.nextStep || row.nextStepOn) && (
            <p className={styles.text}>
              <span className={styles.quiet}>{t('timeline.next')}</span> {row.nextStep} {row.nextStepOn && formatShortDay(row.nextStepOn)}
            </p>
          )}
        </Happened>
      )
    }
    case 'CHANGE':
      return (
        <Happened row={row} icon={<EditOutlined aria-hidden />} tone="grey" what={t('timeline.changed')}>
          {row.reason && <p className={styles.text}>{t('timeline.reason', { reason: row.reason })}</p>}
          <Changes changes={row.changes} />
        </Happened>
      )
    case 'FILE':
      return (
        <Happened row={row} icon={<PaperClipOutlined aria-hidden />} tone="blue" what={t('timeline.attached')}>
          <a href={contentOf(row.id)} download>
            {row.name}
          </a>{' '}
          <span className={styles.quiet}>{formatBytes(row.size)}</span>
        </Happened>
      )
    case 'GRADE': {
      const word = (grade?: Grade | null) => (grade ? t(`grade.grades.${grade}`) : '')
      return (
        <Happened row={{ ...row, byName: row.byName ?? t('grade.system') }} icon={<TrophyOutlined aria-hidden />} tone="purple" what={t('grade.title')}>
          {t(`grade.steps.${row.step}`, { grade: word(row.grade), before: word(row.before) })}
        </Happened>
      )
    }
    case 'TASK':
      return (
        <Happened row={row} icon={<CheckSquareOutlined aria-hidden />} tone="amber" what={t('timeline.task')}>
          {row.title}{' '}
          <span className={styles.quiet}>
            {[row.assigneeName, row.dueOn && formatShortDay(row.dueOn), !past && t(`taskStatus.${row.status}`)].filter(Boolean).join(' · ')}
          </span>
        </Happened>
      )
  }
}

function Happened({ row, icon, tone, what, children }: { row: TimelineRow; icon: ReactNode; tone: string; what: string; children: ReactNode }) {
  const past = useAsOf() !== null
  const sees = past ? null : seenOf(row)
  return (
    <li className={styles.happened}>
      <span className={styles.happenedIcon} style={{ color: `var(--${tone}-text)`, background: `var(--${tone}-ground)` }} aria-hidden>
        {icon}
      </span>
      <div className={styles.happenedBody}>
        <div className={styles.happenedHead}>
          <span>
            {row.byName} · {what}
          </span>
          <span>
            <time dateTime={row.at}>{formatInstant(row.at)}</time>
            {sees && <SeesButton {...sees} />}
          </span>
        </div>
        {children}
      </div>
    </li>
  )
}
