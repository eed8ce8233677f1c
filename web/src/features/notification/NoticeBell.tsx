import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NoticeIcon, useNoticeLabel } from './NoticeIcon'
import { NoticeList } from './NoticeList'
import styles from './notification.module.css'
import { useLiveNotices } from './useLiveNotices'

/** How many notices are unread, live, and a panel of them. */
export function NoticeBell() {
  const { t } = useTranslation('notification')
  const unread = useLiveNotices()
  const [open, setOpen] = useState(false)
  const label = useNoticeLabel(unread)
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
        icon={<NoticeIcon unread={unread} size={18} />}
      />
    </Popover>
  )
}
