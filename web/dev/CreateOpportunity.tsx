import type { CreateDialogProps } from '../src/shared/feature'
import { CreateRecordDialog } from '../src/shared/records/CreateRecordDialog'

export function CreateOpportunity(props: CreateDialogProps) {
  return (
    <CreateRecordDialog
      {...props}
      type="opportunity"
      plural="opportunities"
      title="新建商机"
      fields={['name', 'customer', 'amount', 'expectedSignOn', 'grade', 'owner', 'government', 'tags', 'nextStep']}
    />
  )
}
