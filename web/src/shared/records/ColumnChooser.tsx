import { SettingOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

const ColumnPanel = lazy(async () => ({ default: (await import('./ColumnPanel')).ColumnPanel }))

interface Props {
  type: string
  columns: string[]
  onChange: (columns: string[] | null) => void
}

/** Which columns a list shows, and in which order. */
export function ColumnChooser({ type, columns, onChange }: Props) {
  const { t } = useTranslation('shared')
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <Suspense fallback={<div style={{ width: 300, height: 320 }} />}>
          <ColumnPanel type={type} columns={columns} onChange={onChange} />
        </Suspense>
      }
    >
      <Button icon={<SettingOutlined aria-hidden />} aria-label={t('columns.title')} aria-expanded={open} title={t('columns.title')} />
    </Popover>
  )
}
