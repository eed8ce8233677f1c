import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageError } from '../../../shared/ui/PageError'
import { permissionsQuery, rolesQuery, type Role } from './api'
import { RoleEditor } from './RoleEditor'

const blank: Role = {
  id: 'new',
  code: '',
  name: '',
  nameZh: '',
  nameEn: '',
  description: '',
  descriptionEn: '',
  descriptionHere: '',
  builtin: false,
  fixed: false,
  permissions: [],
  scopes: {},
  fieldRules: [],
  users: 0,
  version: 0,
}

/** One role, or a new one, which may begin as a copy. */
export function RolePage() {
  const { t } = useTranslation('settings')
  const id = useParams().id!
  const [params] = useSearchParams()
  const roles = useQuery(rolesQuery())
  const permissions = useQuery(permissionsQuery())
  const error = roles.error ?? permissions.error
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([roles.refetch(), permissions.refetch()])} />
  if (!roles.data || !permissions.data) return <Skeleton active style={{ padding: 24 }} />
  const copied = roles.data.find((role) => role.id === params.get('copy'))
  const role = id === 'new' ? { ...blank, ...(copied && copyOf(copied, (name) => t('roles.copyOf', { name }))) } : roles.data.find((one) => one.id === id)
  if (!role) return <PageError back={{ path: '/settings/roles', label: t('roles.title') }} />
  return <RoleEditor key={`${role.id} ${role.version}`} role={role} permissions={permissions.data} />
}

/** All of a role but its identity. */
const copyOf = ({ nameZh, nameEn, name, description, descriptionEn, permissions, scopes, fieldRules }: Role, named: (name: string) => string): Partial<Role> => ({
  nameZh: named(nameZh ?? name),
  nameEn: named(nameEn ?? name),
  description,
  descriptionEn,
  permissions,
  scopes,
  fieldRules,
})
