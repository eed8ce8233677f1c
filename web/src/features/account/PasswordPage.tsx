import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { sessionQuery, useSession } from '../../shared/session'
import { FormPage } from '../../shared/ui/FormPage'
import { changePassword } from './api'
import { NewPasswordForm } from './NewPasswordForm'

export function PasswordPage() {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  const { mustChangePassword } = useSession()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const submit = async ({ currentPassword, newPassword }: Record<string, string>) => {
    await changePassword({ currentPassword: currentPassword!, newPassword: newPassword! })
    void message.success(t('password.changed'))
    await cache.refetchQueries({ queryKey: sessionQuery.queryKey })
    if (mustChangePassword) await navigate('/', { replace: true })
  }
  return (
    <FormPage title={t('password.title')} back={mustChangePassword ? undefined : { path: '/me', label: t('me') }} narrow>
      {mustChangePassword && <Alert type="warning" showIcon title={t('password.must')} style={{ marginBottom: 20 }} />}
      <NewPasswordForm
        field="newPassword"
        submitLabel={t('password.submit')}
        onSubmit={submit}
        before={
          <Form.Item
            name="currentPassword"
            label={t('password.current')}
            rules={[{ required: true, message: t('password.missing') }]}
          >
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
        }
      />
    </FormPage>
  )
}
