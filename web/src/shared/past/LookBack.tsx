import { HistoryOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../preferences'
import { useAsOf, useSetAsOf } from './asOf'
import styles from './past.module.css'

const DayChoice = lazy(async () => ({ default: (await import('./DayChoice')).DayChoice }))

/** Chooses the past day that a page is looked at as of. */
export function LookBack() {
  const { t } = useTranslation('past')
  const phone = usePhone()
  const day = useAsOf()
  const setDay = useSetAsOf()
  const [open, setOpen] = useState(false)
  const choose = (next: string | null) => {
    setOpen(false)
    setDay(next)
  }
  return (
    <Popover
      trigger="click"
      placement={phone ? 'bottom' : 'bottomRight'}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<div className={styles.choice} />}>
          <DayChoice day={day} onChoose={choose} />
        </Suspense>
      }
    >
      <Button className={styles.open} icon={<HistoryOutlined aria-hidden />} type={day ? 'primary' : 'default'} aria-expanded={open} aria-haspopup="dialog" aria-label={day ? t('chosen', { day }) : t('open')} title={t('hint')}>
        {phone ? undefined : (day ?? t('open'))}
      </Button>
    </Popover>
  )
}
