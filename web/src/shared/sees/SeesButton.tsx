import { EyeOutlined } from '@ant-design/icons'
import { Button, Modal, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../session'
import { WhoSees } from './WhoSees'

interface Props {
  recordType: string
  recordId: string
  name: string
}

/** Asks who sees a record that is but a row of another page. For those who may ask. */
export function SeesButton({ recordType, recordId, name }: Props) {
  const { t } = useTranslation('shared')
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('access:explain')) return null
  return (
    <>
      <Tooltip title={t('sees.title')}>
        <Button type="text" size="small" icon={<EyeOutlined aria-hidden />} aria-label={t('sees.of', { name })} onClick={() => setOpen(true)} />
      </Tooltip>
      <Modal open={open} title={t('sees.of', { name })} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <WhoSees recordType={recordType} recordId={recordId} untitled />
      </Modal>
    </>
  )
}
