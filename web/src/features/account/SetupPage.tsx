import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { ErrorState } from '../../shared/ui/ErrorState'
import { setUp, setupQuery, signIn } from './api'
import { EntryLayout } from './EntryLayout'
import { NewPasswordForm } from './NewPasswordForm'

/** First run: the link printed at the start sets the administrator's password. */
export function SetupPage() {
  const { t } = useTranslation('account')
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const setup = useQuery(setupQuery)
  const token = params.get('token')
  const submit = async ({ password }: Record<string, string>) => {
    await setUp({ token: token!, password: password! })
    await signIn({ username: 'admin', password: password! })
    await navigate('/', { replace: true })
  }
  return (
    <EntryLayout title={t('setup.title')} lead={t('setup.lead')}>
      {setup.isPending && <Skeleton active />}
      {setup.isError && <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />}
      {setup.data?.needed === false && (
        <Alert type="success" showIcon title={t('setup.done')} description={<Link to="/sign-in">{t('signIn.title')}</Link>} />
      )}
      {setup.data?.needed && !token && <Alert type="warning" showIcon title={t('setup.needed')} />}
      {setup.data?.needed && token && (
        <NewPasswordForm field="password" submitLabel={t('setup.submit')} onSubmit={submit} />
      )}
    </EntryLayout>
  )
}
