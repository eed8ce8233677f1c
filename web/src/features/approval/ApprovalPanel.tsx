import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatInstant } from '../../shared/format'
import { Badge } from '../../shared/ui/Badge'
import styles from './approval.module.css'
import { approvalQuery, approvalsOf, names, tones } from './api'

/** The latest decision asked about a record: who it waits for, or what was said; nothing if none was asked. */
export function useLatestApproval(recordType: string, recordId: string) {
  const { data } = useQuery(approvalsOf(recordType, recordId))
  return data?.[0]
}

export function ApprovalPanel({ recordType, recordId }: { recordType: string; recordId: string }) {
  const { t } = useTranslation('approval')
  const latest = useLatestApproval(recordType, recordId)
  const answered = latest?.state === 'RETURNED' || latest?.state === 'REJECTED'
  const { data: detail } = useQuery({ ...approvalQuery(latest?.id ?? ''), enabled: answered })
  if (!latest) return null
  const said = answered ? detail?.events.findLast(({ kind }) => kind === latest.state) : undefined
  return (
    <div className={styles.panel}>
      <div className={styles.title}>
        {latest.kindName}
        <Badge tone={tones[latest.state]}>{t(`states.${latest.state as 'OPEN'}`)}</Badge>
      </div>
      {latest.state === 'OPEN' && latest.waitingFor.length > 0 && <div className={styles.quiet}>{t('waitingFor', { names: names(latest.waitingFor) })}</div>}
      {said && (
        <div className={styles.note}>
          {said.by?.name}：{said.comment}
        </div>
      )}
      <div className={styles.quiet}>{formatInstant(latest.finishedAt ?? latest.askedAt)}</div>
      <Link to={`/approvals/${latest.id}`}>{t('panel.see')}</Link>
    </div>
  )
}
