import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { post, put } from '../../../api/client'
import { useMay } from '../../../shared/session'
import { Badge } from '../../../shared/ui/Badge'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { useMessageOf } from '../../../shared/useMessageOf'
import { Ask } from '../Ask'
import settings from '../settings.module.css'
import { useFaults } from '../useFaults'
import type { Permission, Role } from './api'
import { PermissionMatrix } from './PermissionMatrix'
import styles from './roles.module.css'

/** What a role may do, how far it reaches, and which fields are closed to it. */
export function RoleEditor({ role, permissions }: { role: Role; permissions: Permission[] }) {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const cache = useQueryClient()
  const editable = useMay()('role:edit') && !role.fixed
  const [draft, setDraft] = useState(role)
  const [busy, setBusy] = useState(false)
  const faults = useFaults()
  const isNew = role.id === 'new'
  const change = (part: Partial<Role>) => setDraft((before) => ({ ...before, ...part }))

  const save = async () => {
    setBusy(true)
    faults.setFailure(null)
    const { code, nameZh, nameEn, description, descriptionEn, scopes, fieldRules, version } = draft
    const body = { nameZh, nameEn, description, descriptionEn, permissions: draft.permissions, scopes, fieldRules, ...(code && { code }), ...(!isNew && { version }) }
    try {
      if (isNew) await post('/roles', body)
      else await put(`/roles/${role.id}`, body)
      await cache.invalidateQueries({ queryKey: ['roles'] })
      void message.success(t('roles.saved'))
      void navigate('/settings/roles')
    } catch (failure) {
      faults.setFailure(failure)
    } finally {
      setBusy(false)
    }
  }

  const shown = ['nameZh', 'nameEn', 'name', 'description', 'descriptionEn']
  const others = faults.faults.filter(({ field }) => !shown.includes(field))
  return (
    <>
      <PageHeader back={{ path: '/settings/roles', label: t('roles.title') }} title={isNew ? t('roles.create') : role.name} beside={role.builtin && <Badge>{t('roles.builtin')}</Badge>} description={role.fixed ? t('roles.fixed') : undefined} />
      <div className={styles.body}>
        {faults.failure != null && (faults.faults.length === 0 || others.length > 0) && (
          <Alert
            role="alert"
            type="error"
            showIcon
            style={{ marginBottom: 16 }}
            title={others.length > 0 ? others.map((fault) => fault.message).join('; ') : messageOf(faults.failure)}
          />
        )}
        <Form component="div" layout="vertical" disabled={!editable} className={settings.grid2}>
          <Ask label={t('roles.nameZh')} required fault={faults.at('nameZh') ?? faults.at('name')}>
            {(id) => <Input id={id} maxLength={100} value={draft.nameZh ?? draft.name} onChange={(event) => change({ nameZh: event.target.value })} />}
          </Ask>
          <Ask label={t('roles.nameEn')} fault={faults.at('nameEn')}>
            {(id) => <Input id={id} maxLength={100} value={draft.nameEn ?? ''} onChange={(event) => change({ nameEn: event.target.value })} />}
          </Ask>
          <Ask label={t('roles.description')} fault={faults.at('description')} className={settings.span}>
            {(id) => <Input id={id} maxLength={1000} value={draft.description ?? ''} onChange={(event) => change({ description: event.target.value })} />}
          </Ask>
          <Ask label={t('roles.descriptionEn')} fault={faults.at('descriptionEn')} className={settings.span}>
            {(id) => <Input id={id} maxLength={1000} value={draft.descriptionEn ?? ''} onChange={(event) => change({ descriptionEn: event.target.value })} />}
          </Ask>
        </Form>
        <PermissionMatrix role={draft} permissions={permissions} editable={editable} onChange={change} />
      </div>
      <div className={settings.sticky}>
        <Button onClick={() => void navigate('/settings/roles')}>{t('back')}</Button>
        {editable && (
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {t('save')}
          </Button>
        )}
      </div>
    </>
  )
}
