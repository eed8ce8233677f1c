import { useTranslation } from 'react-i18next'
import { ApprovalPanel, useLatestApproval } from '../../approval/ApprovalPanel'
import { Card } from './Card'

/** What waits for a decision about the opportunity, or how the last one ended; nothing if none was asked. */
export function ApprovalCard({ id }: { id: string }) {
  const { t } = useTranslation('approval')
  return useLatestApproval('opportunity', id) ? (
    <Card title={t('panel.title')}>
      <ApprovalPanel recordType="opportunity" recordId={id} />
    </Card>
  ) : null
}
