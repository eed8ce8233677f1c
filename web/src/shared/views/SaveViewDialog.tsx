import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, ProblemError } from '../../api/client'
import { DepartmentTreeSelect } from '../records/DepartmentTreeSelect'
import { useMay, useSession } from '../session'
import { FirstFocus } from '../ui/FirstFocus'
import { useMessageOf } from '../useMessageOf'
import { beginRolesWith, changeView, createView, type Audience, type SavedView } from './api'
import type { ListState } from './state'

interface Props {
  type: string
  state: ListState
  /** The view to change; a new one when absent. */
  view?: SavedView
  onClose: () => void
  onSaved: (id: string) => void
}

interface Role {
  id: string
  name: string
}

/** Names a view and says who finds it. */
export function SaveViewDialog({ type, state, view, onClose, onSaved }: Props) {
  const { t } = useTranslation('views')
  const may = useMay()
  const { user } = useSession()
  const cache = useQueryClient()
  const messageOf = useMessageOf()
  const [name, setName] = useState(view?.name ?? '')
  const [audience, setAudience] = useState<Audience>(view?.audience ?? 'ME')
  const [department, setDepartment] = useState<string | null>(view?.departmentId ?? user.departmentId ?? null)
  const [roles, setRoles] = useState(view?.roles ?? [])
  const forRoles = audience === 'EVERYBODY' && may('view:publish') && may('role:read')
  const known = useQuery({ queryKey: ['roles', document.documentElement.lang], queryFn: () => get<Role[]>('/roles'), enabled: forRoles })
  const save = useMutation({
    mutationFn: async () => {
      const draft = {
        name: name.trim(),
        audience,
        departmentId: audience === 'TEAM' ? department : null,
        position: view?.position ?? 0,
        version: view?.version,
        state,
      }
      const id = view ? (await changeView(view.id, draft), view.id) : (await createView(type, draft)).id
      if (forRoles && roles.join() !== (view?.roles ?? []).join()) await beginRolesWith(id, roles)
      await cache.invalidateQueries({ queryKey: ['views', type] })
      return id
    },
    onSuccess: onSaved,
  })
  const faultOf = (field: string) =>
    save.error instanceof ProblemError ? save.error.fields.find((fault) => fault.field === field)?.message : undefined
  const named = faultOf('name') ?? faultOf('departmentId')
  const audiences: Audience[] = ['ME', ...(may('view:share') ? (['TEAM'] as const) : []), ...(may('view:publish') ? (['EVERYBODY'] as const) : [])]
  return (
    <Modal
      open
      title={t(view ? 'edit' : 'saveAs')}
      okText={t('shared:save')}
      cancelText={t('shared:cancel')}
      okButtonProps={{ disabled: name.trim() === '' || (audience === 'TEAM' && !department), loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <FirstFocus>
<Form layout="vertical" onFinish={() => name.trim() && save.mutate()}>
        <Form.Item label={t('name')} htmlFor="view-name" required validateStatus={faultOf('name') ? 'error' : undefined} help={faultOf('name')}>
          <Input id="view-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label={t('who')} extra={t('whoHint')}>
          <Radio.Group
            aria-label={t('who')}
            value={audience}
            onChange={(event) => setAudience(event.target.value as Audience)}
            options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
          />
        </Form.Item>
        {audience === 'TEAM' && (
          <Form.Item
            label={t('team')}
            htmlFor="view-team"
            required
            validateStatus={faultOf('departmentId') ? 'error' : undefined}
            help={faultOf('departmentId')}
          >
            <DepartmentTreeSelect id="view-team" allowClear={false} value={department} onChange={(id) => setDepartment(id)} />
          </Form.Item>
        )}
        {forRoles && (
          <Form.Item label={t('roles')} htmlFor="view-roles">
            <Select<string[]>
              id="view-roles"
              mode="multiple"
              loading={known.isFetching}
              value={roles}
              showSearch={{ optionFilterProp: 'label' }}
              options={known.data?.map(({ id, name: label }) => ({ value: id, label }))}
              onChange={setRoles}
            />
          </Form.Item>
        )}
        {save.error && !named && <p role="alert">{messageOf(save.error)}</p>}
      </Form>
</FirstFocus>
    </Modal>
  )
}
