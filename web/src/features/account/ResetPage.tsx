import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { resetPassword } from './api'
import { EntryLayout } from './EntryLayout'
import { NewPasswordForm } from './NewPasswordForm'

/** A link made by an administrator lets its holder choose a new password, once. */
export function ResetPage() {
  const { t } = useTranslation('account')
  const [params] = useSearchParams()
  const [done, setDone] = useState(false)
  const token = params.get('token')
  const submit = async ({ password }: Record<string, string>) => {
    await resetPassword({ token: token!, password: password! })
    setDone(true)
  }
  return (
    <EntryLayout title={t('reset.title')} lead={done ? undefined : t('reset.lead')}>
      {done && <Alert type="success" showIcon title={t('reset.done')} description={<Link to="/sign-in">{t('signIn.title')}</Link>} />}
      {!done && !token && <Alert type="warning" showIcon title={t('reset.noToken')} />}
      {!done && token && <NewPasswordForm field="password" submitLabel={t('reset.submit')} onSubmit={submit} />}
    </EntryLayout>
  )
}
