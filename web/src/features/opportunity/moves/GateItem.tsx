import { UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Form, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../api/types'
import { FieldInput } from '../../../shared/records/FieldInput'
import type { Unmet } from '../api'
import { TextQuestion } from '../../../shared/records/questions'

/** One missing thing with the input that mends it; what the viewer cannot mend is said. */
export function GateItem({ unmet, index, field }: { unmet: Unmet; index: number; field?: Field }) {
  const { t } = useTranslation('opportunity')
  switch (unmet.kind) {
    case 'FIELD':
      if (!field || field.readOnly) {
        return <Alert type="warning" showIcon title={unmet.message} description={t('gate.notYours')} style={{ marginBottom: 16 }} />
      }
      return (
        <Form.Item name={field.name} label={field.label} rules={[{ required: true, message: unmet.message }]}>
          <FieldInput field={{ ...field, required: true }} />
        </Form.Item>
      )
    case 'VALIDITY':
      return (
        <TextQuestion
          name={[unmet.field ?? '', 'evidence']}
          label={t('gate.evidence', { what: unmet.label })}
          placeholder={t('validity.evidenceHint')}
          rows={2}
          required
        />
      )
    case 'KEY_ACTION':
      return (
        <Form.Item
          name={['done', index]}
          valuePropName="checked"
          rules={[{ validator: (_, done) => (done ? Promise.resolve() : Promise.reject(new Error(unmet.message))) }]}
        >
          <Checkbox>{t('gate.done', { what: unmet.label })}</Checkbox>
        </Form.Item>
      )
    case 'DOCUMENT':
      return (
        <Form.Item name={['files', index]} label={t('gate.document', { what: unmet.label })} rules={[{ required: true, message: unmet.message }]}>
          <FileInput />
        </Form.Item>
      )
  }
}

function FileInput({ value, onChange, id }: { value?: File | null; onChange?: (file: File | null) => void; id?: string }) {
  const { t } = useTranslation('opportunity')
  return (
    <Upload
      id={id}
      maxCount={1}
      fileList={value ? [{ uid: value.name, name: value.name }] : []}
      onRemove={() => onChange?.(null)}
      beforeUpload={(file) => {
        onChange?.(file)
        return false
      }}
    >
      <Button icon={<UploadOutlined aria-hidden />}>{t('gate.chooseFile')}</Button>
    </Upload>
  )
}
