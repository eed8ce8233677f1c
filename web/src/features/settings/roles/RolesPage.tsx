import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { del } from '../../../api/client'
import { useMay } from '../../../shared/session'
import { Badge } from '../../../shared/ui/Badge'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FormPage } from '../../../shared/ui/FormPage'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import { useAction } from '../useAction'
import { rolesQuery, type Role } from './api'

/** The roles: those that ship, and the company's own. */
export function RolesPage() {
  const { t } = useTranslation('settings')
  const may = useMay()
  const navigate = useNavigate()
  const editable = may('role:edit')
  const { data: roles, isPending, error, refetch } = useQuery(rolesQuery())
  return (
    <FormPage
      title={t('roles.title')}
      description={t('roles.lead')}
      actions={
        editable && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/settings/roles/new')}>
            {t('roles.create')}
          </Button>
        )
      }
    >
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <PlainList>
        {roles?.map((role) => (
          <ListItem
            key={role.id}
            title={<Link to={`/settings/roles/${role.id}`}>{role.name}</Link>}
            beside={
              <>
                {role.builtin && <Badge>{t('roles.builtin')}</Badge>}
                {role.users !== undefined && <Badge tone="teal">{t('roles.users', { count: role.users })}</Badge>}
              </>
            }
            detail={role.descriptionHere}
            action={editable && <RoleButtons role={role} />}
          />
        ))}
      </PlainList>
    </FormPage>
  )
}

function RoleButtons({ role }: { role: Role }) {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const remove = () =>
    run(async () => {
      await del(`/roles/${role.id}`)
      await cache.invalidateQueries({ queryKey: ['roles'] })
    }, t('roles.removed', { name: role.name }))
  return (
    <span style={{ display: 'flex' }}>
      <Button
        type="text"
        icon={<CopyOutlined aria-hidden />}
        aria-label={t('roles.copy', { name: role.name })}
        title={t('roles.copy', { name: role.name })}
        onClick={() => void navigate(`/settings/roles/new?copy=${role.id}`)}
      />
      {!role.builtin && (
        <Popconfirm title={t('roles.removeAsk', { name: role.name })} okText={t('roles.remove')} onConfirm={() => remove()}>
          <Button type="text" danger loading={busy} icon={<DeleteOutlined aria-hidden />} aria-label={t('roles.removeNamed', { name: role.name })} />
        </Popconfirm>
      )}
    </span>
  )
}
