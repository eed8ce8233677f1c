import { InsertRowAboveOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'react-router'
import styles from './opportunity.module.css'

/** The same opportunities as list or as board: the filter goes along. */
export function ViewSwitch() {
  const { t } = useTranslation('opportunity')
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const filter = params.get('filter')
  const search = filter ? `?${new URLSearchParams({ filter }).toString()}` : ''
  const views = [
    { path: '/opportunities', label: t('view.list'), icon: <UnorderedListOutlined aria-hidden /> },
    { path: '/opportunities/board', label: t('view.board'), icon: <InsertRowAboveOutlined aria-hidden /> },
  ]
  return (
    <nav className={styles.switch} aria-label={t('view.label')}>
      {views.map(({ path, label, icon }) => (
        <Link key={path} to={path + search} aria-current={pathname === path ? 'page' : undefined}>
          {icon}
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  )
}
