import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import dayjs from 'dayjs'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Filter } from '../../api/types'
import { useRecordPlace } from '../feature'
import { today } from '../format'
import { useShortcuts } from '../keyboard'
import { usePhone } from '../preferences'
import { openedAmong } from '../records/among'
import { both } from '../records/filter'
import type { RecordListData } from '../records/useRecordList'
import { ErrorState } from '../ui/ErrorState'
import { lanesQuery, type Lane } from './api'
import { inLane } from './inLane'
import { card, lane as laneMark, useCardKeys } from './useCardKeys'
import styles from './views.module.css'

const perDay = 4
const week = 7

/** The weeks that a month touches, Monday first. */
function weeksOf(month: string) {
  const first = dayjs(`${month}-01`)
  const from = first.subtract((first.day() + 6) % week, 'day')
  const days = ((first.day() + 6) % week) + first.daysInMonth()
  return Array.from({ length: Math.ceil(days / week) * week }, (_, index) => from.add(index, 'day').format('YYYY-MM-DD'))
}

interface Props {
  type: string
  list: RecordListData
  date: string
  onOpen: (filter: string) => void
}

/** A month of records by one of their dates: a few of each day, and how many more there are. */
export function Calendar({ type, list, date, onOpen }: Props) {
  const { t } = useTranslation('views')
  const { filter, asOf } = list.question
  const now = asOf ?? today()
  const [month, setMonth] = useState(now.slice(0, 7))
  const place = useRecordPlace(type)
  const phone = usePhone()
  const days = weeksOf(month)
  const window: Filter = { field: date, op: 'between', value: [days[0], days.at(-1)] }
  const label = list.columns[0]?.path ?? 'name'
  const lanes = useQuery(lanesQuery(type, { by: `${date}:day`, filter: both(filter, window), fields: [label], limit: perDay, asOf }))
  const byDay = new Map(lanes.data?.lanes.map((lane): [string, Lane] => [lane.key ?? '', lane]))
  const step = (months: number) => setMonth(dayjs(`${month}-01`).add(months, 'month').format('YYYY-MM'))
  const shown = useRef<HTMLOListElement>(null)
  useCardKeys(shown, { along: 'Row', across: 'Day' })
  useShortcuts([
    { keys: 'n', label: t('calendar.after'), run: () => step(1) },
    { keys: 'p', label: t('calendar.before'), run: () => step(-1) },
    { keys: 't', label: t('calendar.today'), run: () => setMonth(now.slice(0, 7)) },
  ])
  if (lanes.error && !lanes.data) return <ErrorState error={lanes.error} onRetry={() => void lanes.refetch()} />
  return (
    <div className={styles.calendar} data-stale={lanes.isFetching}>
      <div className={styles.months}>
        <Button size="small" icon={<LeftOutlined aria-hidden />} aria-label={t('calendar.before')} onClick={() => step(-1)} />
        <h2 aria-live="polite">{month}</h2>
        <Button size="small" icon={<RightOutlined aria-hidden />} aria-label={t('calendar.after')} onClick={() => step(1)} />
        <Button size="small" type="text" disabled={month === now.slice(0, 7)} onClick={() => setMonth(now.slice(0, 7))}>
          {t('calendar.today')}
        </Button>
      </div>
      <div className={styles.weekdays} aria-hidden>
        {[...t('calendar.weekdays')].map((day, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index}>{day}</span>
        ))}
      </div>
      {/* A month without cards scrolls, too: by the keyboard only if the region itself takes the focus. */}
      <div className={styles.month} role="region" aria-label={month} tabIndex={0}>
        <ol ref={shown} className={styles.days}>
          {days.map((day) => {
            const lane = byDay.get(day)
            return (
              <li
                key={day}
                {...laneMark}
                data-out={!day.startsWith(month)}
                data-today={day === now}
                data-empty={!lane}
                aria-label={t('calendar.day', { day, count: lane?.count ?? 0 })}
              >
                <time dateTime={day}>{phone ? day.slice(5) : Number(day.slice(8))}</time>
                {lane?.rows.map((row) => {
                  const name = String(row[label] ?? row.id)
                  return place?.path ? (
                    <Link key={row.id} to={place.path(row.id)} state={openedAmong(lane.rows, { type, question: inLane({ ...list.question, sort: '' }, lane) })} title={name} {...card(row.id)}>
                      {name}
                    </Link>
                  ) : (
                    <span key={row.id} title={name}>
                      {name}
                    </span>
                  )
                })}
                {lane && lane.count > lane.rows.length && (
                  <button type="button" onClick={() => onOpen(lane.filter)} {...card()}>
                    {t('calendar.more', { count: lane.count - lane.rows.length })}
                  </button>
                )}
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}
