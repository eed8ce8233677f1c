import { BulbOutlined, GlobalOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { preferences, usePreferences, type Language, type Preferences } from '../../shared/preferences'

const languages: { key: Language; label: string }[] = [
  { key: 'zh-CN', label: '简体中文' },
  { key: 'en', label: 'English' },
]

export function LanguageMenu() {
  const { t } = useTranslation('app')
  const { language } = usePreferences()
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: languages,
        selectable: true,
        selectedKeys: [language],
        onClick: ({ key }) => preferences.set({ language: key as Language }),
      }}
    >
      <Button type="text" icon={<GlobalOutlined aria-hidden />} aria-label={t('view.language')} aria-haspopup="menu" />
    </Dropdown>
  )
}

const modes = ['light', 'dark', 'system'] as const
const densities = ['comfortable', 'compact'] as const

export function AppearanceMenu() {
  const { t } = useTranslation('app')
  const { theme, density } = usePreferences()
  const choose = (key: string) => {
    const [name, value] = key.split(':') as ['theme' | 'density', string]
    preferences.set({ [name]: value } as Partial<Preferences>)
  }
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectable: true,
        selectedKeys: [`theme:${theme}`, `density:${density}`],
        onClick: ({ key }) => choose(key),
        items: [
          {
            type: 'group',
            label: t('view.appearance'),
            children: modes.map((mode) => ({ key: `theme:${mode}`, label: t(`view.${mode}`) })),
          },
          {
            type: 'group',
            label: t('view.density'),
            children: densities.map((name) => ({ key: `density:${name}`, label: t(`view.${name}`) })),
          },
        ],
      }}
    >
      <Button type="text" icon={<BulbOutlined aria-hidden />} aria-label={t('view.appearance')} aria-haspopup="menu" />
    </Dropdown>
  )
}
