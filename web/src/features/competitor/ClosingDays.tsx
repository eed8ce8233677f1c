import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../shared/format'
import { quarterOf } from '../../shared/past/days'
import { useFields } from '../../shared/records/useCatalogue'
import type { ClosingSpan } from './api'
import styles from './standings.module.css'

interface Props {
  span: ClosingSpan
  onChange: (change: Partial<ClosingSpan>) => void
}

const written = 'YYYY-MM-DD'
/** What the address says may be no day at all: the answer says so. */
const dayOf = (day: string | null) => (day && dayjs(day).format(written) === day ? dayjs(day) : undefined)
const yearOf = (now: string, earlier: number): [string, string] => {
  const year = Number(now.slice(0, 4)) - earlier
  return [`${year}-01-01`, `${year}-12-31`]
}

/** From which day of closing to which is counted. Not offered to who may not read that day. */
export function ClosingDays({ span, onChange }: Props) {
  const { t } = useTranslation('competitor')
  const { isSuccess, offered } = useFields('opportunity')
  const [picking, setPicking] = useState(false)
  const now = today()
  const periods: Record<string, [string, string]> = {
    quarter: quarterOf(now),
    lastQuarter: quarterOf(now, -1),
    year: yearOf(now, 0),
    lastYear: yearOf(now, 1),
  }
  const asked = span.from !== null || span.to !== null
  if (!asked && isSuccess && offered(['closedOn']).length === 0) return null
  const known = Object.keys(periods).find((name) => periods[name]!.join() === `${span.from},${span.to}`)
  const own = picking || (asked && !known)
  const from = dayOf(span.from)
  const to = dayOf(span.to)
  return (
    <>
      <div className={styles.span} role="group" aria-label={t('span.label')}>
        <Select<string>
          aria-label={t('span.label')}
          value={own ? 'own' : (known ?? 'any')}
          options={['any', ...Object.keys(periods), 'own'].map((name) => ({ value: name, label: t(`span.${name}`) }))}
          popupMatchSelectWidth={false}
          onChange={(name) => {
            setPicking(name === 'own')
            // The days of before are where the own ones begin.
            if (name === 'own') return
            const [first, last] = periods[name] ?? [null, null]
            onChange({ from: first, to: last })
          }}
        />
        {own && (
          <>
            <DatePicker
              aria-label={t('span.from')}
              placeholder={t('span.from')}
              value={from ?? null}
              maxDate={to}
              onChange={(day) => onChange({ from: day?.format(written) ?? null })}
            />
            <DatePicker
              aria-label={t('span.to')}
              placeholder={t('span.to')}
              value={to ?? null}
              minDate={from}
              onChange={(day) => onChange({ to: day?.format(written) ?? null })}
            />
          </>
        )}
      </div>
      {asked && <p className={styles.note}>{t('span.note')}</p>}
    </>
  )
}
