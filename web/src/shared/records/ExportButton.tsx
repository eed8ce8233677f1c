import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { download } from '../download'
import { exportAddress, type ListQuestion } from './recordsApi'

/** The list as a file: the same rows, columns and order as on the page. */
export function ExportButton({ type, question, ids }: { type: string; question: ListQuestion; ids?: string[] }) {
  const { t } = useTranslation('shared')
  // The whole entry acts, by mouse and by Enter: a link within it would leave its edges and the keyboard without effect.
  const file = (format: 'xlsx' | 'csv') => ({
    key: format,
    label: t(`export.${format}`),
    onClick: () => download(exportAddress(type, format, question, ids)),
  })
  return (
    <Dropdown trigger={['click']} placement="bottomRight" autoFocus menu={{ items: [file('xlsx'), file('csv')] }}>
      <Button icon={<DownloadOutlined aria-hidden />} aria-haspopup="menu" aria-label={t('export.title')} title={t('export.title')} />
    </Dropdown>
  )
}
