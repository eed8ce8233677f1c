import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { ProblemError } from '../../api/client'
import { sessionQuery } from '../../shared/session'
import { useMessageOf } from '../../shared/useMessageOf'
import { setupQuery, signIn } from './api'
import { EntryLayout } from './EntryLayout'
import { safeReturn } from './safeReturn'

export function SignInPage() {
  const { t } = useTranslation('account')
  const [params] = useSearchParams()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const setup = useQuery(setupQuery)
  const messageOf = useMessageOf()

  const submit = async (credentials: { username: string; password: string }) => {
    setBusy(true)
    setError(null)
    try {
      await signIn(credentials)
      cache.clear()
      await navigate(safeReturn(params.get('return')), { replace: true })
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  if (cache.getQueryData(sessionQuery.queryKey)) return <Navigate to="/" replace />
  return (
    <EntryLayout title={t('signIn.title')} lead={t('signIn.lead')}>
      {setup.data?.needed && <Alert type="info" showIcon title={t('setup.needed')} style={{ marginBottom: 20 }} />}
      {error != null && <Alert type="error" showIcon title={refusal(error)} style={{ marginBottom: 20 }} role="alert" />}
      <Form layout="vertical" size="large" requiredMark={false} onFinish={submit} disabled={busy}>
        <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('signIn.usernameMissing') }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('password.label')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('signIn.submit')}
        </Button>
      </Form>
    </EntryLayout>
  )

  function refusal(failure: unknown) {
    if (failure instanceof ProblemError && failure.code === 'locked-out') {
      return t('signIn.lockedOut', { count: Math.ceil(Number(failure.problem.retryAfterSeconds ?? 60) / 60) })
    }
    if (failure instanceof ProblemError && failure.code === 'bad-credentials') return t('signIn.badCredentials')
    return messageOf(failure)
  }
}
