import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatInstant } from '../../shared/format'
import { Badge } from '../../shared/ui/Badge'
import styles from './approval.module.css'
import { isPast, names, tones, type Approval } from './api'

interface Props {
  approval: Approval
  chosen?: boolean
  onChoose?: (chosen: boolean) => void
}

/** One request in a box: what is asked of what, by whom, until when. */
export function ApprovalItem({ approval, chosen, onChoose }: Props) {
  const { t } = useTranslation('approval')
  const title = approval.title ?? t('untitled')
  const open = approval.state === 'OPEN'
  const late = open && approval.dueAt && isPast(approval.dueAt)
  return (
    <li className={styles.item}>
      {onChoose && <Checkbox checked={chosen} aria-label={t('choose', { title })} onChange={({ target }) => onChoose(target.checked)} />}
      <div className={styles.text}>
        <div className={styles.title}>
          <Link to={`/approvals/${approval.id}`}>
            {approval.kindName} · {title}
          </Link>
          <Badge tone={tones[approval.state]}>{t(`states.${approval.state as 'OPEN'}`)}</Badge>
        </div>
        <div className={styles.quiet}>{t('askedBy', { name: approval.askedBy?.name ?? t('system'), at: formatInstant(approval.askedAt) })}</div>
        {approval.note && <div className={styles.note}>{approval.note}</div>}
        {open && approval.waitingFor.length > 0 && <div className={styles.quiet}>{t('waitingFor', { names: names(approval.waitingFor) })}</div>}
        {open && approval.dueAt && <div className={late ? styles.overdue : styles.quiet}>{t(late ? 'overdue' : 'due', { at: formatInstant(approval.dueAt) })}</div>}
      </div>
    </li>
  )
}
