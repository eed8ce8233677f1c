import { BellOutlined } from '@ant-design/icons'
import { Badge } from 'antd'
import { useLiveNotices } from './useLiveNotices'

/** The bell of the bar under a thumb: its page is the panel. */
export function NoticeTab() {
  const unread = useLiveNotices()
  return (
    <Badge count={unread} overflowCount={99} size="small">
      <BellOutlined aria-hidden style={{ fontSize: 20 }} />
    </Badge>
  )
}
