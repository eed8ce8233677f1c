import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CreateDialogProps } from '../../shared/feature'
import { CreateRecordDialog } from '../../shared/records/CreateRecordDialog'
import { useFields } from '../../shared/records/useCatalogue'
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
      below={{ source: ({ source }) => source === 'REFERRAL' && <Referrer /> }}
      initial={{ kind: 'DEMAND', ...(usual && { process: { id: usual.id, label: usual.name } }), ...initial }}
    />
  )
}

/** Who referred it: asked only of a referral, which the server does not take without. */
function Referrer() {
  const { t } = useTranslation('opportunity')
  const { fields } = useFields('opportunity')
  const field = fields.find(({ name, readOnly }) => name === 'referrer' && !readOnly)
  if (!field) return null
  return (
    <Form.Item name="referrer" label={field.label} rules={[{ required: true, message: t('shared:required', { field: field.label }) }]}>
      <Input maxLength={100} />
    </Form.Item>
  )
}
