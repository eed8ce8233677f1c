import { CalendarOutlined, KeyOutlined, LaptopOutlined, LockOutlined, LogoutOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFeatures } from '../../shared/feature'
import { preferences, usePhone, usePreferences, type Language, type Preferences } from '../../shared/preferences'
import { useMay, useSession } from '../../shared/session'
import { Avatar } from '../../shared/ui/Avatar'
import { FormPage } from '../../shared/ui/FormPage'
import styles from './me.module.css'
import { useSignOut } from './useSignOut'

/** Oneself: account, appearance, and on phones every page the bottom bar has no room for. */
export function MePage() {
  const { t } = useTranslation('account')
  const { user } = useSession()
  const { theme, language } = usePreferences()
  const signOut = useSignOut()
  const may = useMay()
  const phone = usePhone()
  const pages = useFeatures()
    .flatMap((feature) => feature.navigation ?? [])
    .filter((entry) => phone && may(entry.permission))
  const account: { path: string; label: string; icon: ReactNode; Count?: ComponentType }[] = [
    { path: '/me/password', label: t('password.title'), icon: <LockOutlined aria-hidden /> },
    { path: '/me/sessions', label: t('sessions.title'), icon: <LaptopOutlined aria-hidden /> },
    { path: '/me/absences', label: t('absences.title'), icon: <CalendarOutlined aria-hidden /> },
    { path: '/me/tokens', label: t('tokens.title'), icon: <KeyOutlined aria-hidden /> },
  ]
  return (
    <FormPage title={t('me')} narrow>
      <div className={styles.who}>
        <Avatar name={user.name} size={48} />
        <div>
          <strong>{user.name}</strong>
          <span>{user.username}</span>
        </div>
      </div>
      {[
        { name: t('pages'), links: pages.map(({ path, label, icon, Count }) => ({ path, label: t(label), icon, Count })) },
        { name: t('account'), links: account },
      ].map(
        ({ name, links }) =>
          links.length > 0 && (
            <nav key={name} aria-label={name} className={styles.links}>
              {links.map((link) => (
                <Link key={link.path} to={link.path}>
                  <span aria-hidden>{link.icon}</span>
                  {link.label}
                  {link.Count && <link.Count />}
                  <RightOutlined aria-hidden />
                </Link>
              ))}
            </nav>
          ),
      )}
      <div className={styles.choice}>
        <span>{t('app:view.appearance')}</span>
        <Segmented
          value={theme}
          options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`app:view.${value}`) }))}
          onChange={(value) => preferences.set({ theme: value as Preferences['theme'] })}
        />
      </div>
      <div className={styles.choice}>
        <span>{t('app:view.language')}</span>
        <Segmented
          value={language}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => preferences.set({ language: value as Language })}
        />
      </div>
      <Button block size="large" icon={<LogoutOutlined aria-hidden />} onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </FormPage>
  )
}
