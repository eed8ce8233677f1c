import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import type { Department } from '../../../api/types'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import { useAction } from '../useAction'

/** The departments that were put away, to be taken back. */
export function ArchivedDepartments({ departments }: { departments: Department[] }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const archived = departments.filter((department) => department.archived)
  if (archived.length === 0) return null
  const restore = ({ id, name }: Department) =>
    run(() => post(`/departments/${id}/restoration`).then(() => cache.invalidateQueries({ queryKey: ['departments'] })), t('departments.restored', { name }))
  return (
    <details>
      <summary>{t('departments.archivedOnes')}</summary>
      <PlainList>
        {archived.map((department) => (
          <ListItem
            key={department.id}
            title={department.name}
            action={
              <Button type="text" disabled={busy} aria-label={t('departments.restoreNamed', { name: department.name })} onClick={() => void restore(department)}>
                {t('departments.restore')}
              </Button>
            }
          />
        ))}
      </PlainList>
    </details>
  )
}
