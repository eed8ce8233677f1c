import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { NoticeBell } from '../../features/notification/NoticeBell'
import { readableKeys } from '../../shared/keyboard'
import { useCreatables, type Creatable } from './entries'
import styles from './frame.module.css'
import { UserMenu } from './UserMenu'
import { AppearanceMenu, LanguageMenu } from './ViewMenus'

interface Props {
  onSearch: () => void
  onShortcuts: () => void
  onCreate: (creatable: Creatable) => void
}

export function TopBar({ onSearch, onShortcuts, onCreate }: Props) {
  const { t } = useTranslation('app')
  return (
    <header className={styles.top}>
      <button type="button" className={styles.search} onClick={onSearch} aria-haspopup="dialog">
        <SearchOutlined aria-hidden />
        <span>{t('palette.placeholder')}</span>
        <span className={styles.searchKeys} aria-hidden>
          {readableKeys('mod+k').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      </button>
      <div className={styles.tools}>
        <QuickCreate onCreate={onCreate} />
        <NoticeBell />
        <LanguageMenu />
        <AppearanceMenu />
        <UserMenu onShortcuts={onShortcuts} />
      </div>
    </header>
  )
}

function QuickCreate({ onCreate }: Pick<Props, 'onCreate'>) {
  const { t } = useTranslation('app')
  const creatables = useCreatables()
  if (creatables.length === 0) return null
  const items = creatables.map((creatable) => ({
    key: creatable.type,
    label: t(creatable.create.label),
    icon: creatable.create.icon,
    onClick: () => onCreate(creatable),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button icon={<PlusOutlined aria-hidden />} aria-haspopup="menu">
        {t('create')}
      </Button>
    </Dropdown>
  )
}
