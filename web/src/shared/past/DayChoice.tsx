import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { today } from '../format'
import { endBefore, ends } from './days'
import styles from './past.module.css'

/** The days one looks back to most, and any other. */
export function DayChoice({ day, onChoose }: { day: string | null; onChoose: (day: string | null) => void }) {
  const { t } = useTranslation('past')
  const yesterday = endBefore('yesterday', today())
  return (
    <div className={styles.choice} role="group" aria-label={t('choose')}>
      {ends.map((end) => {
        const on = endBefore(end, today())
        return (
          <Button key={end} type="text" block aria-pressed={day === on} onClick={() => onChoose(on)}>
            <span>{t(`ends.${end}`)}</span>
            <time dateTime={on}>{on}</time>
          </Button>
        )
      })}
      <DatePicker
        aria-label={t('other')}
        placeholder={t('other')}
        value={day ? dayjs(day) : null}
        maxDate={dayjs(yesterday)}
        allowClear={false}
        showNow={false}
        onChange={(on) => on && onChoose(on.format('YYYY-MM-DD'))}
      />
      {day && (
        <Button type="link" onClick={() => onChoose(null)}>
          {t('back')}
        </Button>
      )}
    </div>
  )
}
