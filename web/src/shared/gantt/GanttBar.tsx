import { useTranslation } from 'react-i18next'
import styles from './gantt.module.css'
import { dayOf, ghostOf, type Bar, type ScheduleItem } from './scale'
import { slipText } from './Slip'
import { useBarMoves } from './useBarMoves'

const milestoneSize = 16

interface Props {
  item: ScheduleItem
  items: ScheduleItem[]
  span: Bar
  today: string
  pixelsPerDay: number
  editable: boolean
  onMove: (item: ScheduleItem, startsOn: string, endsOn: string) => Promise<void>
  onOpen: (item: ScheduleItem) => void
}

/** One item on the line of days, with its baseline behind it. */
export function GanttBar({ item, span, today, pixelsPerDay, ...rest }: Props) {
  const { t } = useTranslation('gantt')
  const { shown, moving, handlers } = useBarMoves({ item, pixelsPerDay, ...rest })
  const ghost = ghostOf(item)
  const place = ({ from, to }: Bar) => ({ insetInlineStart: (from - span.from) * pixelsPerDay, width: (to - from + 1) * pixelsPerDay })
  const milestone = item.kind === 'MILESTONE'
  // A day may be narrower than a milestone is drawn: it stands in the middle of it.
  const barPlace = milestone ? { insetInlineStart: (shown.from - span.from + 0.5) * pixelsPerDay - milestoneSize / 2, width: milestoneSize } : place(shown)
  const days = milestone ? dayOf(shown.from) : t('fromTo', { from: dayOf(shown.from), to: dayOf(shown.to) })
  const state = item.doneOn ? 'done' : item.endsOn < today ? 'late' : 'open'
  const said = [item.title, days, item.doneOn && t('doneOn', { day: item.doneOn }), slipText(item.slipDays, t)].filter(Boolean).join(t('comma'))
  return (
    <div className={styles.track}>
      {ghost && <span className={styles.ghost} data-milestone={milestone} style={place(ghost)} aria-hidden />}
      <button
        type="button"
        className={styles.bar}
        data-milestone={milestone}
        data-state={state}
        data-moving={moving}
        data-editable={rest.editable}
        style={barPlace}
        aria-label={said}
        aria-keyshortcuts={rest.editable ? 'ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight' : undefined}
        title={moving ? undefined : said}
        {...handlers}
      >
        {rest.editable && !milestone && <span className={styles.edge} data-part="start" aria-hidden />}
        {rest.editable && !milestone && <span className={styles.edge} data-part="end" aria-hidden />}
      </button>
      {moving && (
        <span className={styles.days} style={{ insetInlineStart: (shown.to - span.from + 1) * pixelsPerDay }} role="status">
          {days}
        </span>
      )}
    </div>
  )
}
