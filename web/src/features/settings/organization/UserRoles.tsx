import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { Badge } from '../../../shared/ui/Badge'
import { rolesQuery } from '../roles/api'
import settings from '../settings.module.css'
import { useAction } from '../useAction'
import { roleNames, type UserDetail } from './api'

/** The roles someone holds; what they may do is the sum of them. */
export function UserRoles({ user, editable }: { user: UserDetail; editable: boolean }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const { data: roles = [], isPending } = useQuery(rolesQuery())
  const [chosen, setChosen] = useState(user.roles)
  const changed = [...chosen].sort().join() !== [...user.roles].sort().join()
  const save = () =>
    run(async () => {
      await put(`/users/${user.id}/roles`, { roleIds: chosen })
      await cache.invalidateQueries({ queryKey: ['record', 'users', user.id] })
    }, t('users.rolesSaved'))
  return (
    <section className={settings.block} aria-labelledby="roles">
      <div className={settings.blockHead}>
        <h2 id="roles">{t('roles.title')}</h2>
        {changed && (
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {t('users.saveRoles')}
          </Button>
        )}
      </div>
      <p className={settings.hint}>{t('users.rolesHint')}</p>
      {isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 1 }} />
      ) : editable ? (
        <Select<string[]>
          mode="multiple"
          className={settings.wide}
          aria-label={t('roles.title')}
          placeholder={t('users.noRoles')}
          value={chosen}
          optionFilterProp="label"
          options={roles.map(({ id, name, description }) => ({ value: id, label: name, title: description ?? name }))}
          onChange={setChosen}
        />
      ) : (
        <div className={settings.buttons}>
          {roleNames(roles, user.roles).map((name) => (
            <Badge key={name} tone="teal">
              {name}
            </Badge>
          ))}
          {user.roles.length === 0 && <span className={settings.quiet}>{t('users.noRoles')}</span>}
        </div>
      )}
    </section>
  )
}
