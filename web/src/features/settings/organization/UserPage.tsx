import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { FormPage } from '../../../shared/ui/FormPage'
import { PageError } from '../../../shared/ui/PageError'
import { userQuery } from './api'
import { StateBadge } from './StateBadge'
import { UserActions } from './UserActions'
import { UserFacts } from './UserFacts'
import { UserPosts } from './UserPosts'
import { UserRoles } from './UserRoles'
import { UserSessions } from './UserSessions'

/** One colleague: who they are, what they may do, where they are signed in, and how they leave. */
export function UserPage() {
  const { t } = useTranslation('settings')
  const id = useParams().id!
  const { data: user, isPending, error, refetch } = useQuery(userQuery(id))
  const back = { path: '/settings/users', label: t('users.title') }
  if (error) return <PageError error={error} back={back} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton active style={{ padding: 24 }} />
  const name = String(user.values.name)
  const state = String(user.values.state)
  const editable = Boolean(user.may.edit)
  return (
    <FormPage
      title={name}
      back={back}
      beside={<StateBadge state={state} />}
      actions={editable && <UserActions user={user} name={name} active={state === 'ACTIVE'} />}
    >
      <UserFacts user={user} editable={editable} />
      <UserRoles key={`roles ${user.roles.join()}`} user={user} editable={editable} />
      <UserPosts user={user} editable={editable} />
      {editable && <UserSessions id={id} />}
    </FormPage>
  )
}
