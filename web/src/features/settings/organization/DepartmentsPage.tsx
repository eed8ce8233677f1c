import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { departmentsQuery } from '../../../shared/records/departmentsQuery'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { ArchivedDepartments } from './ArchivedDepartments'
import { CreateDepartmentDialog } from './CreateDepartmentDialog'
import { DepartmentPanel } from './DepartmentPanel'
import { childrenOf, DepartmentTree } from './DepartmentTree'
import styles from './organization.module.css'

/** The company as a tree; the chosen department beside it. */
export function DepartmentsPage() {
  const { t } = useTranslation('settings')
  const departments = useQuery(departmentsQuery)
  const [params, setParams] = useSearchParams()
  const [creating, setCreating] = useState<{ parentId: string | null } | null>(null)
  const all = departments.data ?? []
  const chosen = all.find(({ id, archived }) => id === params.get('id') && !archived) ?? childrenOf(all, null)[0]
  const choose = (id: string) => setParams({ id }, { replace: true })
  const create = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating({ parentId: null })}>
      {t('departments.create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('departments.title')} actions={create} />
      {departments.isPending && <Skeleton active style={{ padding: 24 }} />}
      {departments.isError && <ErrorState error={departments.error} onRetry={() => void departments.refetch()} />}
      {departments.data && !chosen && <EmptyState title={t('departments.none')} reason={t('departments.noneReason')} action={create} />}
      {chosen && (
        <div className={styles.split}>
          <div className={styles.outline}>
            <DepartmentTree departments={all} chosen={chosen.id} onChoose={choose} />
            <ArchivedDepartments departments={all} />
          </div>
          <section className={styles.detail} aria-label={chosen.name}>
            <div>
              <DepartmentPanel
                key={`${chosen.id} ${chosen.version}`}
                department={chosen}
                departments={all}
                onCreateBelow={() => setCreating({ parentId: chosen.id })}
              />
            </div>
          </section>
        </div>
      )}
      {creating && (
        <CreateDepartmentDialog
          parent={all.find(({ id }) => id === creating.parentId)}
          onClose={() => setCreating(null)}
          onCreated={({ id }) => {
            setCreating(null)
            choose(id)
          }}
        />
      )}
    </>
  )
}
