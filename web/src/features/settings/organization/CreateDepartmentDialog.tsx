import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Department } from '../../../api/types'
import { CreateRecordDialog } from '../../../shared/records/CreateRecordDialog'

interface Props {
  parent?: Department
  onCreated: (record: { id: string }) => void
  onClose: () => void
}

export function CreateDepartmentDialog({ parent, onCreated, onClose }: Props) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  return (
    <CreateRecordDialog
      type="department"
      plural="departments"
      title={parent ? t('departments.createBelow', { name: parent.name }) : t('departments.create')}
      fields={['name', 'code', 'parent', 'leader']}
      initial={parent && { parent: { id: parent.id, label: parent.name } }}
      onClose={onClose}
      onCreated={(record) => void cache.invalidateQueries({ queryKey: ['departments'] }).then(() => onCreated(record))}
    />
  )
}
