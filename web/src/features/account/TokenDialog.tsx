import { Alert, DatePicker, Form, Input, Modal, Typography } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '../../shared/ui/FirstFocus'
import { useMessageOf } from '../../shared/useMessageOf'
import { useCreateToken } from './api'

/** Asks for a name and an end, then shows the token, once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account')
  const [form] = Form.useForm<{ name: string; expiresOn: Dayjs }>()
  const create = useCreateToken()
  const messageOf = useMessageOf()
  const submit = ({ name, expiresOn }: { name: string; expiresOn: Dayjs }) =>
    create.mutate(
      { name, expiresOn: expiresOn.format('YYYY-MM-DD') },
      { onError: ({ fields }) => form.setFields(fields.map(({ field, message }) => ({ name: field as 'name', errors: [message] }))) },
    )
  return (
    <Modal
      open
      title={t('tokens.create')}
      onCancel={onClose}
      okText={create.data ? t('tokens.close') : t('tokens.create')}
      cancelButtonProps={create.data ? { style: { display: 'none' } } : undefined}
      confirmLoading={create.isPending}
      onOk={create.data ? onClose : () => form.submit()}
      mask={{ closable: false }}
    >
      {create.data ? (
        <>
          <Alert type="warning" showIcon title={t('tokens.once')} style={{ marginBottom: 16 }} />
          <Typography.Paragraph code copyable style={{ overflowWrap: 'anywhere' }}>
            {create.data.token}
          </Typography.Paragraph>
        </>
      ) : (
        <FirstFocus>
<Form form={form} layout="vertical" onFinish={submit} initialValues={{ expiresOn: dayjs().add(90, 'day') }}>
          {create.error && create.error.fields.length === 0 && (
            <Alert type="error" showIcon title={messageOf(create.error)} style={{ marginBottom: 16 }} />
          )}
          <Form.Item name="name" label={t('tokens.name')} extra={t('tokens.nameHint')} rules={[{ required: true, message: t('tokens.nameMissing') }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="expiresOn" label={t('tokens.expiresOn')} rules={[{ required: true, message: t('tokens.expiresMissing') }]}>
            <DatePicker minDate={dayjs()} allowClear={false} />
          </Form.Item>
        </Form>
</FirstFocus>
      )}
    </Modal>
  )
}
