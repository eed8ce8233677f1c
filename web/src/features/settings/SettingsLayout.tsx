import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, NavLink, Outlet, useLocation } from 'react-router'
import { useMay } from '../../shared/session'
import { EmptyState } from '../../shared/ui/EmptyState'
import { sections } from './sections'
import styles from './settings.module.css'

/** The settings with their own navigation: a column beside the page, a row above it on phones. */
export function SettingsLayout() {
  const { t } = useTranslation('settings')
  const may = useMay()
  const mine = sections.filter(({ permission }) => may(permission))
  const { pathname } = useLocation()
  const refused = sections.some(({ path, permission }) => pathname.startsWith(path) && !may(permission))
  const nav = useRef<HTMLElement>(null)
  // On phones the row scrolls: where one is must be in sight.
  const here = mine.find(({ path }) => pathname.startsWith(path))?.path
  useEffect(() => {
    nav.current?.querySelector(`[href="${here}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [here])
  return (
    <div className={styles.layout}>
      <nav ref={nav} className={styles.sections} aria-label={t('title')}>
        {mine.map(({ path, label, icon }) => (
          <NavLink key={path} to={path} className={styles.section}>
            {icon}
            {t(label)}
          </NavLink>
        ))}
      </nav>
      <div className={styles.content}>
        {refused ? <Nothing /> : <Outlet />}
      </div>
    </div>
  )
}

/** The first section the viewer may use. */
export function FirstSection() {
  const may = useMay()
  const first = sections.find(({ permission }) => may(permission))
  return first ? <Navigate to={first.path} replace /> : <Nothing />
}

function Nothing() {
  const { t } = useTranslation('settings')
  return (
    <>
      <title>{`${t('title')} · ${t('shared:product')}`}</title>
      <EmptyState title={t('nothing')} reason={t('nothingReason')} level={1} />
    </>
  )
}
