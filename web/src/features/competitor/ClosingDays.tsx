import { useQuery } from '@tanstack/react-query'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { typeQuery } from '../../shared/records/recordsApi'
import type { ClosingSpan } from './api'
import styles from './standings.module.css'

interface Props {
  span: ClosingSpan
  onChange: (change: Partial<ClosingSpan>) => void
}

const written = 'YYYY-MM-DD'
/** What the address says may be no day at all: the answer says so. */
const dayOf = (day: string | null) => (day && dayjs(day).format(written) === day ? dayjs(day) : undefined)

/** From which day of closing to which is counted. Not offered to who may not read that day. */
export function ClosingDays({ span, onChange }: Props) {
  const { t } = useTranslation('competitor')
  const { data: type } = useQuery(typeQuery('opportunity'))
  const asked = span.from !== null || span.to !== null
  const readable = type?.fields.some(({ name }) => name === 'closedOn') ?? true
  if (!asked && !readable) return null
  const from = dayOf(span.from)
  const to = dayOf(span.to)
  return (
    <>
      <div className={styles.span} role="group" aria-label={t('span.label')}>
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
      </div>
      {asked && <p className={styles.note}>{t('span.note')}</p>}
    </>
  )
}
