import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NoticeList } from './NoticeList'
import styles from './notification.module.css'
import { useLiveNotices } from './useLiveNotices'

/** How many notices are unread, live, and a panel of them. */
export function NoticeBell() {
  const { t } = useTranslation('notification')
  const unread = useLiveNotices()
  const [open, setOpen] = useState(false)
  const label = unread > 0 ? t('bell', { count: unread, shown: unread > 99 ? '99+' : unread }) : t('title')
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <div className={styles.panel} role="dialog" aria-label={t('title')}>
          <NoticeList onLeave={() => setOpen(false)} />
          <Link to="/notices" className={styles.all} onClick={() => setOpen(false)}>
            {t('all')}
          </Link>
        </div>
      }
    >
      <Button
        type="text"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        icon={
          <Badge count={unread} overflowCount={99} size="small">
            <BellOutlined aria-hidden className={styles.bell} />
          </Badge>
        }
      />
    </Popover>
  )
}
