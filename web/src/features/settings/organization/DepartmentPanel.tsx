import { ArrowDownOutlined, ArrowUpOutlined, InboxOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { del, get, patch } from '../../../api/client'
import type { Department, Page, Reference } from '../../../api/types'
import { RecordForm } from '../../../shared/records/RecordForm'
import settings from '../settings.module.css'
import { useAction } from '../useAction'
import { childrenOf } from './DepartmentTree'
import { Members } from './Members'

interface Props {
  department: Department
  departments: Department[]
  onCreateBelow: () => void
}

/** One department: what it is called, where it stands, who leads it and who belongs to it. */
export function DepartmentPanel({ department, departments, onCreateBelow }: Props) {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const changed = () => cache.invalidateQueries({ queryKey: ['departments'] })
  const leader = useLeader(department)
  const siblings = childrenOf(departments, department.parentId ?? null)
  const place = siblings.findIndex(({ id }) => id === department.id)
  const parent = departments.find(({ id }) => id === department.parentId)

  /** Numbers the siblings anew, the department one place further. */
  const shift = (by: number) =>
    run(async () => {
      const order = siblings.filter(({ id }) => id !== department.id)
      order.splice(place + by, 0, department)
      for (const [index, { id, version, position }] of order.entries()) {
        // One after the other: a refused one must stop the rest.
        // oxlint-disable-next-line no-await-in-loop
        if (position !== index + 1) await patch(`/departments/${id}`, { version, position: index + 1 })
      }
      await changed()
    })

  return (
    <>
      <div className={settings.blockHead}>
        <h2>{department.name}</h2>
        <div className={settings.buttons}>
          <Button
            icon={<ArrowUpOutlined aria-hidden />}
            disabled={place <= 0 || busy}
            aria-label={t('departments.up', { name: department.name })}
            onClick={() => void shift(-1)}
          />
          <Button
            icon={<ArrowDownOutlined aria-hidden />}
            disabled={place === siblings.length - 1 || busy}
            aria-label={t('departments.down', { name: department.name })}
            onClick={() => void shift(1)}
          />
          <Button icon={<PlusOutlined aria-hidden />} onClick={onCreateBelow}>
            {t('departments.below')}
          </Button>
          <Popconfirm
            title={t('departments.archiveAsk', { name: department.name })}
            description={t('departments.archiveReason')}
            okText={t('departments.archive')}
            onConfirm={() => run(() => del(`/departments/${department.id}`).then(changed), t('departments.archived', { name: department.name }))}
          >
            <Button icon={<InboxOutlined aria-hidden />} loading={busy}>
              {t('departments.archive')}
            </Button>
          </Popconfirm>
        </div>
      </div>
      <div className={settings.block}>
        {leader.isLoading ? (
          <Skeleton active />
        ) : (
          <RecordForm
            type="department"
            fields={['name', 'code', 'parent', 'leader']}
            initial={{
              name: department.name,
              code: department.code ?? null,
              parent: parent ? { id: parent.id, label: parent.name } : null,
              leader: leader.data ?? null,
            }}
            onSubmit={async (body) => {
              await patch(`/departments/${department.id}`, { version: department.version, ...body })
              void message.success(t('departments.saved', { name: department.name }))
              await changed()
            }}
          />
        )}
      </div>
      <Members department={department} />
    </>
  )
}

/** The leader with the name that lists give. */
function useLeader({ id, version, leaderId }: Department) {
  return useQuery({
    queryKey: ['records', 'department', 'leader', id, version],
    queryFn: async () => {
      const filter = JSON.stringify({ field: 'leader', op: 'is', value: leaderId })
      const { rows } = await get<Page>('/records/department', { fields: 'leader', filter, limit: 1 })
      return (rows[0]?.leader as Reference | null | undefined) ?? null
    },
    enabled: Boolean(leaderId),
  })
}
