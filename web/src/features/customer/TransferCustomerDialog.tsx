import { useQueryClient } from '@tanstack/react-query'
import { App, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemError, put } from '../../api/client'
import type { Reference } from '../../api/types'
import { UserPicker } from '../../shared/records/RecordPicker'
import { TextQuestion } from '../../shared/records/questions'
import { QuestionDialog } from '../../shared/records/QuestionDialog'
import { customerChanged, nameOf, type CustomerDetail } from './api'

/** Gives a customer to another owner, and says why. */
export function TransferCustomerDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const { message } = App.useApp()
  const cache = useQueryClient()
  return (
    <QuestionDialog<{ owner: Reference; reason: string }>
      title={t('transfer.ask', { name: nameOf(customer) })}
      note={t('transfer.note')}
      submitLabel={t('transfer.title')}
      onClose={onClose}
      onSubmit={async ({ owner, reason }) => {
        await put(`/customers/${customer.id}/owner`, { ownerId: owner.id, reason }).catch(besideOwner)
        void message.success(t('transfer.done', { name: owner.label }))
        onClose()
        await customerChanged(cache, customer.id)
      }}
    >
      <Form.Item name="owner" label={t('transfer.owner')} rules={[{ required: true, message: t('transfer.ownerMissing') }]}>
        <UserPicker filter={{ field: 'state', op: 'is', value: 'ACTIVE' }} />
      </Form.Item>
      <TextQuestion name="reason" label={t('transfer.reason')} rows={2} max={500} required />
    </QuestionDialog>
  )
}

/** The server speaks of `ownerId`, the form of `owner`. */
function besideOwner(failure: unknown): never {
  if (!(failure instanceof ProblemError)) throw failure
  throw new ProblemError({ ...failure.problem, fields: failure.fields.map((fault) => (fault.field === 'ownerId' ? { ...fault, field: 'owner' } : fault)) })
}
