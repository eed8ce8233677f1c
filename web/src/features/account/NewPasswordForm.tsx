import { Alert, Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/client'
import { useMessageOf } from '../../shared/useMessageOf'

interface Props {
  /** Name of the password in the body sent, where the server's field faults point. */
  field: string
  submitLabel: string
  before?: ReactNode
  onSubmit: (values: Record<string, string>) => Promise<void>
}

/** A new password, twice; the server's rules answer beside the field. */
export function NewPasswordForm({ field, submitLabel, before, onSubmit }: Props) {
  const { t } = useTranslation('account')
  const [form] = Form.useForm<Record<string, string>>()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const messageOf = useMessageOf()

  const submit = async (values: Record<string, string>) => {
    setBusy(true)
    setError(null)
    try {
      await onSubmit(values)
      form.resetFields()
    } catch (failure) {
      const faults = failure instanceof ProblemError ? failure.fields : []
      if (faults.length > 0) form.setFields(faults.map((fault) => ({ name: fault.field, errors: [fault.message] })))
      else setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {error != null && <Alert type="error" showIcon title={messageOf(error)} style={{ marginBottom: 20 }} role="alert" />}
      {before}
      <Form.Item
        name={field}
        label={t('password.new')}
        extra={t('password.rule')}
        rules={[{ required: true, message: t('password.missing') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={[field]}
        rules={[
          { required: true, message: t('password.missing') },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue(field) ? Promise.resolve() : Promise.reject(new Error(t('password.differ'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </Form>
  )
}
