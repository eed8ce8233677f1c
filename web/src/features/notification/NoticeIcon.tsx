import { BellOutlined } from '@ant-design/icons'
import { Badge, theme } from 'antd'
import { useTranslation } from 'react-i18next'

/** A bell with the number of unread notices; what it stands in says it by {@link useNoticeLabel}. */
export function NoticeIcon({ unread, size }: { unread: number; size: number }) {
  const { token } = theme.useToken()
  // A number of more digits would cover the bell: it stands farther up and out.
  const offset: [number, number] = unread > 99 ? [9, -5] : unread > 9 ? [6, -5] : [0, 0]
  return (
    // The bell is as dark as the words around it; its number is read on red, which is light in the dark.
    <Badge count={unread} overflowCount={99} offset={offset} size="small" styles={{ root: { color: 'inherit' }, indicator: { color: token.colorBgContainer } }} aria-hidden>
      <BellOutlined aria-hidden style={{ fontSize: size }} />
    </Badge>
  )
}

/** The bell in words, for those who do not see its number. */
export function useNoticeLabel(unread: number): string {
  const { t } = useTranslation('notification')
  return unread > 0 ? t('bell', { count: unread, shown: unread > 99 ? '99+' : unread }) : t('title')
}
