import { useQuery } from '@tanstack/react-query'
import { Alert, DatePicker, Form, Input, Modal, Radio, Select, Space, Typography } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useMessageOf } from '../../shared/useMessageOf'
import { ownPermissionsQuery, tokenScopes, useCreateToken, type TokenScope } from './api'

interface Answers {
  name: string
  expiresOn: Dayjs
  scope: TokenScope
  permissions?: string[]
}

/** Asks for a name, an end and how far it may go, then shows the token, once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account')
  const [form] = Form.useForm<Answers>()
  const scope = Form.useWatch('scope', form)
  const permissions = useQuery({ ...ownPermissionsQuery, enabled: scope === 'CHOSEN' })
  const create = useCreateToken()
  const messageOf = useMessageOf()
  const submit = ({ expiresOn, ...answers }: Answers) =>
    create.mutate(
      { ...answers, expiresOn: expiresOn.format('YYYY-MM-DD') },
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
        <Form form={form} layout="vertical" onFinish={submit} initialValues={{ expiresOn: dayjs().add(90, 'day'), scope: 'READ' }}>
          {create.error && create.error.fields.length === 0 && (
            <Alert type="error" showIcon title={messageOf(create.error)} style={{ marginBottom: 16 }} />
          )}
          <Form.Item name="name" label={t('tokens.name')} extra={t('tokens.nameHint')} rules={[{ required: true, message: t('tokens.nameMissing') }]}>
            <Input autoFocus maxLength={100} />
          </Form.Item>
          <Form.Item name="scope" label={t('tokens.scope')}>
            <Radio.Group>
              <Space orientation="vertical">
                {tokenScopes.map((one) => (
                  <Radio key={one} value={one}>
                    {t(`tokens.scopes.${one}`)}
                  </Radio>
                ))}
              </Space>
            </Radio.Group>
          </Form.Item>
          {scope === 'CHOSEN' && (
            <Form.Item
              name="permissions"
              label={t('tokens.permissions')}
              extra={t('tokens.permissionsHint')}
              rules={[{ required: true, message: t('tokens.permissionsMissing') }]}
            >
              <Select
                mode="multiple"
                loading={permissions.isPending}
                optionFilterProp="label"
                options={permissions.data?.map(({ code, label }) => ({ value: code, label }))}
              />
            </Form.Item>
          )}
          <Form.Item name="expiresOn" label={t('tokens.expiresOn')} rules={[{ required: true, message: t('tokens.expiresMissing') }]}>
            <DatePicker minDate={dayjs()} allowClear={false} />
          </Form.Item>
        </Form>
      )}
    </Modal>
  )
}
