import { EllipsisOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFeatures } from '../../shared/feature'
import { useMay } from '../../shared/session'

/** The pages about opportunities that have no button of their own above the list. */
export function MoreLooks({ besides }: { besides: string[] }) {
  const { t } = useTranslation('opportunity')
  const may = useMay()
  const pages = useFeatures()
    .flatMap(({ navigation = [] }) => navigation)
    .filter(({ path, permission }) => path.startsWith('/opportunities/') && !besides.includes(path) && may(permission))
  if (pages.length === 0) return null
  return (
    <Dropdown trigger={['click']} menu={{ items: pages.map(({ path, label, icon }) => ({ key: path, icon, label: <Link to={path}>{t(label)}</Link> })) }}>
      <Button icon={<EllipsisOutlined aria-hidden />} aria-haspopup="menu" aria-label={t('moreLooks')} title={t('moreLooks')} />
    </Dropdown>
  )
}
