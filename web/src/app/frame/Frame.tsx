import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate, useNavigation } from 'react-router'
import type { NavigationEntry } from '../../shared/feature'
import { listenForShortcuts, useShortcuts, type Shortcut } from '../../shared/keyboard'
import { usePhone } from '../../shared/preferences'
import { useSession } from '../../shared/session'
import { NotFoundPage } from '../NotFoundPage'
import { useIsRefused, useNavigationEntries, type Creatable } from './entries'
import styles from './frame.module.css'
import { SideNavigation } from './SideNavigation'
import { TopBar } from './TopBar'

const BottomBar = lazy(async () => ({ default: (await import('./BottomBar')).BottomBar }))
const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette')).CommandPalette }))
const ShortcutOverlay = lazy(async () => ({ default: (await import('./ShortcutOverlay')).ShortcutOverlay }))

/** What stands around every page of a signed-in person. */
export function Frame() {
  const { t } = useTranslation('app')
  const phone = usePhone()
  const session = useSession()
  const entries = useNavigationEntries()
  const refused = useIsRefused()
  const [palette, setPalette] = useState(false)
  const [overlay, setOverlay] = useState(false)
  const [creating, setCreating] = useState<Creatable | null>(null)
  const loading = useNavigation().state === 'loading'

  useEffect(listenForShortcuts, [])
  useShortcuts(
    [
      { keys: 'mod+k', label: t('palette.open'), run: () => setPalette(true) },
      { keys: '/', label: t('palette.open'), run: () => setPalette(true) },
      { keys: '?', label: t('shortcuts.title'), run: () => setOverlay(true) },
      ...useGoShortcuts(entries),
    ].map((shortcut) => ({ ...shortcut, everywhere: true })),
  )

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      {!phone && <SideNavigation entries={entries} />}
      <div className={styles.column}>
        {session.demo && (
          <aside className={styles.demo} aria-label={t('demoLabel')}>
            {t('demo')}
          </aside>
        )}
        {!phone && <TopBar onSearch={() => setPalette(true)} onShortcuts={() => setOverlay(true)} onCreate={setCreating} />}
        <div className={loading ? styles.progress : undefined} aria-hidden />
        <main id="content" className={styles.content} tabIndex={-1}>
          {refused ? <NotFoundPage /> : <Outlet />}
        </main>
        <Suspense>{phone && <BottomBar entries={entries} onSearch={() => setPalette(true)} onCreate={setCreating} />}</Suspense>
      </div>
      <Suspense>
        {palette && <CommandPalette entries={entries} onCreate={setCreating} onClose={() => setPalette(false)} />}
        {overlay && <ShortcutOverlay onClose={() => setOverlay(false)} />}
      </Suspense>
      {creating && <Creating of={creating} onDone={() => setCreating(null)} />}
    </div>
  )
}

/** The dialog of a quick create; the new record's page opens when it has one. */
function Creating({ of, onDone }: { of: Creatable; onDone: () => void }) {
  const navigate = useNavigate()
  const { Dialog } = of.create
  return (
    <Suspense>
      <Dialog
        onClose={onDone}
        onCreated={({ id }) => {
          onDone()
          if (of.place.path) void navigate(of.place.path(id))
        }}
      />
    </Suspense>
  )
}

function useGoShortcuts(entries: NavigationEntry[]): Shortcut[] {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  return entries
    .filter((entry) => entry.goKey)
    .map((entry) => ({
      keys: `g ${entry.goKey}`,
      label: t('shortcuts.go', { page: t(entry.label) }),
      run: () => void navigate(entry.path),
    }))
}
