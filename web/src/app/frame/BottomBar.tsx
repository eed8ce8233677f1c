import { PlusOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NoticeIcon, useNoticeLabel } from '../../features/notification/NoticeIcon'
import { useLiveNotices } from '../../features/notification/useLiveNotices'
import type { NavigationEntry } from '../../shared/feature'
import { useCreatables, useIsCurrent, type Creatable } from './entries'
import styles from './frame.module.css'

interface Props {
  entries: NavigationEntry[]
  onSearch: () => void
  onCreate: (creatable: Creatable) => void
}

/** The bar under a thumb: three pages at most, one + in the middle, and oneself. */
export function BottomBar({ entries, onSearch, onCreate }: Props) {
  const { t } = useTranslation('app')
  const [open, setOpen] = useState(false)
  const creatables = useCreatables()
  const pages = entries.filter((entry) => entry.phone).slice(0, 3)
  const act = (action: () => void) => {
    setOpen(false)
    action()
  }
  return (
    <nav className={styles.bottom} aria-label={t('navigation.label')}>
      {pages.slice(0, 2).map((entry) => (
        <Tab key={entry.path} entry={entry} />
      ))}
      <button type="button" className={styles.plus} aria-label={t('createOrSearch')} onClick={() => setOpen(true)}>
        <PlusOutlined aria-hidden />
      </button>
      {pages.slice(2).map((entry) => (
        <Tab key={entry.path} entry={entry} />
      ))}
      <NoticesTab />
      <Tab entry={{ path: '/me', label: 'app:navigation.me', icon: <UserOutlined aria-hidden /> }} />
      <Drawer placement="bottom" size="auto" open={open} onClose={() => setOpen(false)} title={t('createOrSearch')}>
        <div className={styles.sheet}>
          <SheetButton icon={<SearchOutlined aria-hidden />} label={t('palette.open')} onClick={() => act(onSearch)} />
          {creatables.map((creatable) => (
            <SheetButton
              key={creatable.type}
              icon={creatable.create.icon ?? <PlusOutlined aria-hidden />}
              label={t(creatable.create.label)}
              onClick={() => act(() => onCreate(creatable))}
            />
          ))}
        </div>
      </Drawer>
    </nav>
  )
}

/** The bell of the top bar, where there is none: its page is the panel. */
function NoticesTab() {
  const unread = useLiveNotices()
  const entry = { path: '/notices', label: 'notification:title', icon: <NoticeIcon unread={unread} size={20} /> }
  return <Tab entry={entry} spoken={useNoticeLabel(unread)} />
}

interface TabProps {
  entry: Pick<NavigationEntry, 'path' | 'label' | 'icon'>
  /** Said instead of the label, where the icon shows more than that. */
  spoken?: string
}

function Tab({ entry, spoken }: TabProps) {
  const { t } = useTranslation('app')
  const isCurrent = useIsCurrent()
  return (
    <Link to={entry.path} className={styles.tab} aria-label={spoken} aria-current={isCurrent(entry.path) ? 'page' : undefined}>
      <span aria-hidden>{entry.icon}</span>
      <span>{t(entry.label)}</span>
    </Link>
  )
}

function SheetButton({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.sheetButton} onClick={onClick}>
      <span aria-hidden>{icon}</span>
      {label}
    </button>
  )
}
