import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CreateDialogProps } from '../../shared/feature'
import { CreateRecordDialog } from '../../shared/records/CreateRecordDialog'
import { processesQuery } from './api'

const asked = ['name', 'customer', 'expectedAmount', 'expectedSignOn', 'source', 'kind', 'process', 'nextStep', 'nextStepOn', 'description']

/** The few things an opportunity starts with; gates ask for the rest when it matters. */
export function CreateOpportunityDialog({ initial, ...props }: CreateDialogProps) {
  const { t } = useTranslation('opportunity')
  const { data, isPending } = useQuery(processesQuery())
  if (isPending) {
    return (
      <Modal open title={t('create')} footer={null} onCancel={props.onClose}>
        <Skeleton active />
      </Modal>
    )
  }
  const usable = (data ?? []).filter(({ archived }) => !archived)
  const usual = usable.find(({ isDefault }) => isDefault) ?? usable[0]
  return (
    <CreateRecordDialog
      {...props}
      type="opportunity"
      plural="opportunities"
      title={t('create')}
      fields={usable.length > 1 ? asked : asked.filter((name) => name !== 'process')}
      initial={{ kind: 'DEMAND', ...(usual && { process: { id: usual.id, label: usual.name } }), ...initial }}
    />
  )
}
