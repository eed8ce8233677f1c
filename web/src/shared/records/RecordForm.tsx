import { Alert, Button, Form, Skeleton } from 'antd'
import { Fragment, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Value } from '../../api/types'
import { ErrorState } from '../ui/ErrorState'
import { asksToSave } from '../keyboard'
import { FirstFocus } from '../ui/FirstFocus'
import { useMessageOf } from '../useMessageOf'
import { applyProblem } from './applyProblem'
import { FieldInput } from './FieldInput'
import { toBody } from './recordsApi'
import styles from './records.module.css'
import { useFields } from './useCatalogue'
import { useDraft } from './useDraft'

export type Values = Record<string, Value>

interface Props {
  type: string
  /** Names of the fields asked, in order; read-only ones and unknown ones are left out. */
  fields: string[]
  initial?: Values
  /** Sends the body; what it refuses is shown beside the fields and nothing is lost. */
  onSubmit: (body: Record<string, unknown>, values: Values) => Promise<void>
  onCancel?: () => void
  submitLabel?: string
  /** Keeps what was typed under this name until it is saved. */
  draftKey?: string
  columns?: 1 | 2
  /** Begins with the focus in its first field: for forms that were asked for. */
  focused?: boolean
  /** Stands under a field: a hint on duplicates, a choice that depends on it. */
  below?: Partial<Record<string, (values: Values) => ReactNode>>
  /** Own ways to ask for some fields; they take `value` and `onChange` as every input does. */
  inputs?: Partial<Record<string, (field: Field) => ReactNode>>
}

/** A form made from the catalogue. It checks only that required fields are there; every other rule is the server's. */
export function RecordForm({ type, fields: names, initial, onSubmit, onCancel, submitLabel, draftKey, columns = 2, focused = false, below, inputs }: Props) {
  const { t } = useTranslation('shared')
  const { fields, isPending, error, refetch } = useFields(type)
  const [form] = Form.useForm<Values>()
  const draft = useDraft<Values>(draftKey)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const messageOf = useMessageOf()
  const [first] = useState(() => ({ ...initial, ...draft.read() }))

  if (isPending) return <Skeleton active paragraph={{ rows: Math.min(names.length, 8) }} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const Begin = focused ? FirstFocus : Fragment
  const asked = names.flatMap((name) => fields.find((field) => field.name === name && !field.readOnly) ?? [])

  const submit = async (values: Values) => {
    setBusy(true)
    setRefusal(null)
    try {
      await onSubmit(toBody({ ...initial, ...values }), values)
      draft.forget()
    } catch (failure) {
      if (!applyProblem(form, failure)) setRefusal(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={first}
      onFinish={submit}
      onValuesChange={(_, values) => draft.write(values)}
      onKeyDown={(event) => {
        if (!asksToSave(event)) return
        event.preventDefault()
        form.submit()
      }}
    >
      {refusal != null && <Alert type="error" showIcon title={messageOf(refusal)} style={{ marginBottom: 16 }} role="alert" />}
      <div className={styles.grid} data-columns={columns}>
        <Begin>
          {asked.map((field) => (
            <Question key={field.name} field={field} below={below?.[field.name]} input={inputs?.[field.name]?.(field)} />
          ))}
        </Begin>
      </div>
      <div className={styles.buttons}>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
        <Button type="primary" htmlType="submit" loading={busy}>
          {submitLabel ?? t('save')}
        </Button>
      </div>
    </Form>
  )
}

interface QuestionProps {
  field: Field
  below?: (values: Values) => ReactNode
  input?: ReactNode
}

function Question({ field, below, input }: QuestionProps) {
  const { t } = useTranslation('shared')
  return (
    <div className={field.kind === 'LONG_TEXT' || input ? styles.wide : undefined}>
      <Form.Item
        name={field.name}
        label={field.label}
        rules={field.required ? [{ required: true, message: t('required', { field: field.label }) }] : undefined}
      >
        {input ?? <FieldInput field={field} />}
      </Form.Item>
      {below && (
        <Form.Item noStyle dependencies={[field.name]}>
          {({ getFieldsValue }) => below(getFieldsValue(true) as Values)}
        </Form.Item>
      )}
    </div>
  )
}
