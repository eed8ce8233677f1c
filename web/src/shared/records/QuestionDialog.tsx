import { Alert, Form, Modal, type FormInstance } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { applyProblem } from './applyProblem'
import { asksToSave } from '../keyboard'
import { FirstFocus } from '../ui/FirstFocus'
import { useMessageOf } from '../useMessageOf'

interface Props<T extends object> {
  title: string
  /** What will come of it, in a sentence. */
  note?: ReactNode
  /** Nothing where there is nothing to send: then it can only be closed. */
  submitLabel?: string
  danger?: boolean
  initial?: Partial<T>
  /** Sends it; what is refused stays beside the fields and nothing is lost. Throws to stay open. */
  onSubmit: (values: T, form: FormInstance<T>) => Promise<void>
  onClose: () => void
  width?: number
  children: ReactNode
}

/** The frame of every dialog that asks what a verb of the trade needs: a transfer, a win, a step back. */
export function QuestionDialog<T extends object>({ title, note, submitLabel, danger, initial, onSubmit, onClose, width = 520, children }: Props<T>) {
  const { t } = useTranslation('shared')
  const [form] = Form.useForm<T>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const messageOf = useMessageOf()
  const submit = async (values: T) => {
    setBusy(true)
    setRefusal(null)
    try {
      await onSubmit(values, form)
    } catch (failure) {
      if (!applyProblem(form, failure)) setRefusal(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      width={width}
      mask={{ closable: false }}
      okText={submitLabel}
      cancelText={t(submitLabel ? 'cancel' : 'close')}
      okButtonProps={{ danger, loading: busy }}
      footer={submitLabel ? undefined : (_, { CancelBtn }) => <CancelBtn />}
      onOk={form.submit}
      onCancel={onClose}
    >
      {note && <p style={{ marginBottom: 16, color: 'var(--text-2)' }}>{note}</p>}
      {refusal != null && <Alert type="error" showIcon title={messageOf(refusal)} style={{ marginBottom: 16 }} role="alert" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={submit}
        onKeyDown={(event) => {
          if (!submitLabel || !asksToSave(event)) return
          event.preventDefault()
          form.submit()
        }}
      >
        <FirstFocus>{children}</FirstFocus>
      </Form>
    </Modal>
  )
}
