import { ArrowRightOutlined } from '@ant-design/icons'
import { DatePicker, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../../shared/format'
import { endBefore, ends, quarterOf } from '../../../shared/past/days'
import styles from './movement.module.css'
import type { Comparison } from './movementApi'

interface Props {
  comparison: Comparison
  onChange: (change: Partial<Record<'from' | 'to' | 'signedFrom' | 'signedTo' | 'movement', string | null>>) => void
}

const dayOf = (day?: string | null) => (day ? dayjs(day) : null)
const written = (day?: Dayjs | null) => day?.format('YYYY-MM-DD') ?? null

/** The two days, and the period in which is to be signed. */
export function Days({ comparison, onChange }: Props) {
  const { t } = useTranslation('opportunity')
  const now = today()
  const { from, to, signedFrom, signedTo } = comparison
  const periods: Record<string, [string, string]> = {
    quarter: quarterOf(now),
    next: quarterOf(now, 1),
    year: [`${now.slice(0, 4)}-01-01`, `${now.slice(0, 4)}-12-31`],
  }
  const asked = `${signedFrom ?? ''}–${signedTo ?? ''}`
  const known = Object.keys(periods).find((name) => periods[name]!.join('–') === asked)
  const [picking, setPicking] = useState(false)
  const own = picking || (asked !== '–' && !known)
  const options = ['', ...Object.keys(periods), 'own'].map((name) => ({ value: name, label: t(`movement.period.${name || 'any'}`) }))
  return (
    <div className={styles.days} role="group" aria-label={t('movement.days')}>
      <DatePicker
        aria-label={t('movement.from')}
        value={dayjs(from)}
        maxDate={dayjs(to ?? now).subtract(1, 'day')}
        allowClear={false}
        showNow={false}
        presets={ends.map((end) => ({ label: t(`past:ends.${end}`), value: dayjs(endBefore(end, now)) })).filter(({ value }) => value.isBefore(to ?? now))}
        onChange={(day) => day && onChange({ from: day.format('YYYY-MM-DD'), movement: null })}
      />
      <ArrowRightOutlined aria-hidden />
      <DatePicker
        aria-label={t('movement.to')}
        value={dayjs(to ?? now)}
        minDate={dayjs(from).add(1, 'day')}
        maxDate={dayjs(now)}
        allowClear={false}
        onChange={(day) => {
          const chosen = day?.format('YYYY-MM-DD') ?? now
          // What the first day was by itself must stay when the second one moves.
          onChange({ from, to: chosen === now ? null : chosen, movement: null })
        }}
      />
      <Select<string>
        aria-label={t('movement.period.label')}
        value={own ? 'own' : (known ?? '')}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(name) => {
          setPicking(name === 'own')
          // The days of before are where the own ones begin.
          if (name === 'own') return
          const [first, last] = periods[name] ?? [null, null]
          onChange({ signedFrom: first, signedTo: last, movement: null })
        }}
      />
      {own && (
        <DatePicker.RangePicker
          aria-label={t('movement.period.label')}
          allowEmpty
          value={[dayOf(signedFrom), dayOf(signedTo)]}
          onChange={(days) => onChange({ signedFrom: written(days?.[0]), signedTo: written(days?.[1]), movement: null })}
        />
      )}
    </div>
  )
}
