import { ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './plan.module.css'

interface Props {
  /** What is moved, for those who hear the page. */
  name: string
  first: boolean
  onEarlier: () => void
  onRemove: () => void
}

/** Moves one of several forward, or takes it away. */
export function PlaceButtons({ name, first, onEarlier, onRemove }: Props) {
  const { t } = useTranslation('settings')
  return (
    <span className={styles.buttons}>
      <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={first} aria-label={t('approvalPlan.earlier', { name })} title={t('approvalPlan.earlier', { name })} onClick={onEarlier} />
      <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={t('approvalPlan.remove', { name })} title={t('approvalPlan.remove', { name })} onClick={onRemove} />
    </span>
  )
}
