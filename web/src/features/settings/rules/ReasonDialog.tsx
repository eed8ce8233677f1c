import { Alert, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessageOf } from '../../../shared/useMessageOf'
import { Ask } from '../Ask'
import { useFaults, type Faults } from '../useFaults'

interface Props {
  title: string
  hint?: string
  /** What is asked besides the reason. */
  children?: (faults: Faults) => ReactNode
  onSend: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks why, and shows at the question what the server refused. */
export function ReasonDialog({ title, hint, children, onSend, onClose }: Props) {
  const { t } = useTranslation('settings')
  const messageOf = useMessageOf()
  const faults = useFaults()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      await onSend(reason)
      onClose()
    } catch (failure) {
      faults.setFailure(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title={title} okText={title} confirmLoading={busy} onOk={() => void send()} onCancel={onClose}>
      {hint && <p>{hint}</p>}
      {faults.failure != null && faults.faults.length === 0 && <Alert role="alert" type="error" showIcon title={messageOf(faults.failure)} />}
      <Form component="div" layout="vertical">
        {children?.(faults)}
        <Ask label={t('rules.reason')} required fault={faults.at('reason')}>
          {(id) => <Input.TextArea id={id} rows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Ask>
      </Form>
    </Modal>
  )
}
