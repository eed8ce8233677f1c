import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../api/types'
import { FieldInput } from './FieldInput'

interface TextProps {
  name: string | string[]
  label: string
  required?: boolean
  rows?: number
  max?: number
  extra?: string
  placeholder?: string
}

/** A question answered in words. */
export function TextQuestion({ name, label, required = false, rows = 3, max = 2000, extra, placeholder }: TextProps) {
  const { t } = useTranslation('shared')
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required, whitespace: true, message: t('required', { field: label }) }]}>
      {rows > 1 ? (
        <Input.TextArea autoSize={{ minRows: rows, maxRows: 10 }} maxLength={max} placeholder={placeholder} />
      ) : (
        <Input maxLength={max} placeholder={placeholder} />
      )}
    </Form.Item>
  )
}

/** A question answered by a day, an amount or a choice. */
export function ValueQuestion({ name, label, kind, required = false, extra }: { name: string; label: string; kind: Field['kind']; required?: boolean; extra?: string }) {
  const { t } = useTranslation('shared')
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required, message: t('required', { field: label }) }]}>
      <FieldInput field={{ name, label, kind, required }} />
    </Form.Item>
  )
}
