import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextQuestion } from '../../../shared/records/questions'
import type { Unmet } from '../api'
import styles from './control.module.css'
import { useWhat } from './useWhat'

interface Props {
  unmet: Unmet
  index: number
  /** Whether the viewer may waive what gates ask for. */
  allowed: boolean
  onWaive: (waived: boolean) => void
  children: ReactNode
}

/** A missing thing with its input; or, for those who may, the reason why it is not needed. */
export function Waivable({ unmet, index, allowed, onWaive, children }: Props) {
  const { t } = useTranslation('opportunity')
  const [waived, setWaived] = useState(false)
  const what = useWhat()(unmet)
  const change = () => {
    setWaived(!waived)
    onWaive(!waived)
  }
  // Validity has a waiver of its own, which says that the opportunity is not valid all the same.
  if (!allowed || !unmet.item || unmet.kind === 'VALIDITY') return children
  return (
    <div className={styles.item}>
      {waived ? <TextQuestion name={['waivers', String(index)]} label={t('control.waiverReason', { what })} rows={2} required /> : children}
      <div className={styles.itemTools}>
        <Button type="link" size="small" aria-label={`${t(waived ? 'control.unwaive' : 'control.waive')} ${what}`} onClick={change}>
          {t(waived ? 'control.unwaive' : 'control.waive')}
        </Button>
      </div>
    </div>
  )
}
