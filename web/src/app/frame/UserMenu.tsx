import { CalendarOutlined, KeyOutlined, LaptopOutlined, LockOutlined, LogoutOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSignOut } from '../../features/account/useSignOut'
import { useSession } from '../../shared/session'
import { Avatar } from '../../shared/ui/Avatar'
import styles from './frame.module.css'

export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation('app')
  const { user, version } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const page = (key: string, path: string, icon: React.ReactNode) => ({
    key,
    label: t(`account:${key}.title`),
    icon,
    onClick: () => void navigate(path),
  })
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'who', type: 'group', label: `${user.name} · ${user.username}` },
          page('password', '/me/password', <LockOutlined aria-hidden />),
          page('sessions', '/me/sessions', <LaptopOutlined aria-hidden />),
          page('absences', '/me/absences', <CalendarOutlined aria-hidden />),
          page('tokens', '/me/tokens', <KeyOutlined aria-hidden />),
          { key: 'keys', label: t('shortcuts.title'), icon: <QuestionCircleOutlined aria-hidden />, onClick: onShortcuts },
          { type: 'divider' },
          { key: 'out', label: t('account:signOut'), icon: <LogoutOutlined aria-hidden />, onClick: signOut },
          { key: 'version', type: 'group', label: t('version', { version }) },
        ],
      }}
    >
      <button type="button" className={styles.user} aria-haspopup="menu" aria-label={t('account:menu', { name: user.name })}>
        <Avatar name={user.name} />
      </button>
    </Dropdown>
  )
}
