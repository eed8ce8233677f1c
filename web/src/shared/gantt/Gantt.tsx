import { FlagOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today as todayOf } from '../format'
import { GanttBar } from './GanttBar'
import styles from './gantt.module.css'
import { Links } from './Links'
import { mondaysOf, monthsOf, numberOf, dayOf, spanOf, zoomFor, zooms, type ScheduleItem, type Zoom } from './scale'
import { Slip } from './Slip'

interface Props {
  items: ScheduleItem[]
  /** The day that counts as today. */
  today?: string
  editable: boolean
  onMove: (item: ScheduleItem, startsOn: string, endsOn: string) => Promise<void>
  onOpen: (item: ScheduleItem) => void
}

const rowHeight = 40

/** Items as bars over days: dragged to move, by an edge to last longer; behind each, its baseline. */
export function Gantt({ items, today = todayOf(), editable, onMove, onOpen }: Props) {
  const { t } = useTranslation('gantt')
  const span = spanOf(items, today)
  const [chosen, setChosen] = useState<Zoom | null>(null)
  const zoom = chosen ?? zoomFor(span)
  const pixelsPerDay = zooms[zoom]
  const width = (span.to - span.from + 1) * pixelsPerDay
  const now = numberOf(today) - span.from
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What is going on is what one looks for.
    if (scroller.current) scroller.current.scrollLeft = Math.max(0, now * pixelsPerDay - 120)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pixelsPerDay])
  return (
    <>
      <div className={styles.zoom}>
        <Segmented<Zoom>
          size="small"
          aria-label={t('zoom.label')}
          value={zoom}
          options={(Object.keys(zooms) as Zoom[]).map((value) => ({ value, label: t(`zoom.${value}`) }))}
          onChange={setChosen}
        />
        {editable && <span className={styles.hint}>{t('hint')}</span>}
      </div>
      <div className={styles.gantt} ref={scroller} role="region" aria-label={t('label')} tabIndex={-1}>
        <div className={styles.head} style={{ width: `calc(var(--names) + ${width}px)` }}>
          <span className={styles.corner} />
          <div className={styles.months} style={{ width }} aria-hidden>
            {monthsOf(span).map(({ key, from, days }) => (
              <span key={key} className={styles.month} style={{ insetInlineStart: (from - span.from) * pixelsPerDay, width: days * pixelsPerDay }}>
                {days * pixelsPerDay > 52 ? key : ''}
              </span>
            ))}
            {zoom !== 'month' &&
              mondaysOf(span).map((day) => (
                <span key={day} className={styles.monday} style={{ insetInlineStart: (day - span.from) * pixelsPerDay }}>
                  {dayOf(day).slice(8)}
                </span>
              ))}
          </div>
        </div>
        <div className={styles.body} style={{ width: `calc(var(--names) + ${width}px)` }}>
          <ol className={styles.rows}>
            {items.map((item) => (
              <li key={item.id} className={styles.row} style={{ height: rowHeight }}>
                <span className={styles.name} data-done={item.doneOn != null}>
                  {item.kind === 'MILESTONE' && <FlagOutlined aria-hidden />}
                  <span className={styles.title} title={item.title}>
                    {item.title}
                  </span>
                  {item.assigneeName && <span className={styles.who}>{item.assigneeName}</span>}
                  <Slip days={item.slipDays} quiet />
                </span>
                <GanttBar item={item} items={items} span={span} today={today} pixelsPerDay={pixelsPerDay} editable={editable} onMove={onMove} onOpen={onOpen} />
              </li>
            ))}
          </ol>
          <div className={styles.lines} style={{ width }} aria-hidden>
            {zoom !== 'month' && mondaysOf(span).map((day) => <span key={day} className={styles.week} style={{ insetInlineStart: (day - span.from) * pixelsPerDay }} />)}
            <span className={styles.today} style={{ insetInlineStart: (now + 0.5) * pixelsPerDay }} title={t('today')} />
            <Links items={items} span={span} pixelsPerDay={pixelsPerDay} rowHeight={rowHeight} width={width} />
          </div>
        </div>
      </div>
    </>
  )
}
