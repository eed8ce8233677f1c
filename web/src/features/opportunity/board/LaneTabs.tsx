import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../shared/format'
import styles from './board.module.css'
import type { Lane } from './boardApi'

/** On a phone one lane fills the page: step to the next one, or pick one. */
export function LaneTabs({ lanes, value, onChange }: { lanes: Lane[]; value: string; onChange: (key: string) => void }) {
  const { t } = useTranslation('opportunity')
  const at = lanes.findIndex(({ key }) => key === value)
  const step = (by: number) => onChange(lanes[at + by]!.key)
  return (
    <div className={styles.tabs}>
      <Button icon={<LeftOutlined aria-hidden />} aria-label={t('board.before')} disabled={at <= 0} onClick={() => step(-1)} />
      <Select
        className={styles.tabSelect}
        aria-label={t('board.lane')}
        value={value}
        options={lanes.map(({ key, label, count }) => ({ value: key, label: `${label} · ${formatNumber(count)}` }))}
        onChange={onChange}
      />
      <Button icon={<RightOutlined aria-hidden />} aria-label={t('board.after')} disabled={at >= lanes.length - 1} onClick={() => step(1)} />
    </div>
  )
}
