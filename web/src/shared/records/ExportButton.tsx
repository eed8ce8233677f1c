import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { exportAddress, type ListQuestion } from './recordsApi'

/** The list as a file: the same rows, columns and order as on the page. */
export function ExportButton({ type, question, ids }: { type: string; question: ListQuestion; ids?: string[] }) {
  const { t } = useTranslation('shared')
  const file = (format: 'xlsx' | 'csv') => ({
    key: format,
    label: (
      <a href={exportAddress(type, format, question, ids)} download>
        {t(`export.${format}`)}
      </a>
    ),
  })
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: [file('xlsx'), file('csv')] }}>
      <Button icon={<DownloadOutlined aria-hidden />} aria-haspopup="menu" aria-label={t('export.title')} title={t('export.title')} />
    </Dropdown>
  )
}
