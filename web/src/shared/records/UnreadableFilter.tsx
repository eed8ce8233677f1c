import { WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { isUnreadable } from './filter'
import styles from './filter.module.css'

/** Says that the filter in the address cannot be read, so that nobody takes all for what a link meant. */
export function UnreadableFilter() {
  const { t } = useTranslation('shared')
  const [params, setParams] = useSearchParams()
  if (!isUnreadable(params.get('filter'))) return null
  const clear = () => {
    const next = new URLSearchParams(params)
    next.delete('filter')
    setParams(next)
  }
  return (
    <div role="alert" className={styles.unreadable}>
      <strong>
        <WarningOutlined aria-hidden /> {t('filter.unreadable')}
      </strong>
      <span>{t('filter.unreadableReason')}</span>
      <Button size="small" onClick={clear}>
        {t('filter.clear')}
      </Button>
    </div>
  )
}
