import { DoubleLeftOutlined, DoubleRightOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NavigationEntry } from '../../shared/feature'
import { preferences, usePreferences } from '../../shared/preferences'
import { BrandMark } from '../../shared/ui/BrandMark'
import { useIsCurrent } from './entries'
import styles from './frame.module.css'

export function SideNavigation({ entries }: { entries: NavigationEntry[] }) {
  const { t } = useTranslation('app')
  const { navigationCollapsed: collapsed } = usePreferences()
  const isCurrent = useIsCurrent()
  const toggle = t(collapsed ? 'navigation.expand' : 'navigation.collapse')
  return (
    <aside className={styles.side} data-collapsed={collapsed}>
      <Link to="/" className={styles.brand} aria-label={t('brand')}>
        <BrandMark />
        {!collapsed && <span className={styles.brandName}>{t('brandShort')}</span>}
      </Link>
      <nav aria-label={t('navigation.label')} className={styles.links}>
        {entries.filter(({ aside }) => !aside).map((entry) => (
          <Tooltip key={entry.path} title={collapsed ? t(entry.label) : ''} placement="right">
            <Link
              to={entry.path}
              className={styles.link}
              aria-current={isCurrent(entry.path) ? 'page' : undefined}
              aria-label={collapsed ? t(entry.label) : undefined}
            >
              <span className={styles.linkIcon} aria-hidden>
                {entry.icon}
              </span>
              {!collapsed && <span>{t(entry.label)}</span>}
              {!collapsed && entry.Count && <entry.Count />}
            </Link>
          </Tooltip>
        ))}
      </nav>
      <button
        type="button"
        className={styles.collapse}
        aria-label={toggle}
        aria-expanded={!collapsed}
        onClick={() => preferences.set({ navigationCollapsed: !collapsed })}
      >
        {collapsed ? <DoubleRightOutlined aria-hidden /> : <DoubleLeftOutlined aria-hidden />}
        {!collapsed && <span>{toggle}</span>}
      </button>
    </aside>
  )
}
