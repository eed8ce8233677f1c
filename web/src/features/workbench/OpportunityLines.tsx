import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Reference, Row, Value } from '../../api/types'
import { useMoneyUnit } from '../../shared/preferences'
import { MoneyValue } from '../../shared/records/FieldValue'
import { Badge } from '../../shared/ui/Badge'
import { NextStepClock } from '../opportunity/NextStepClock'
import styles from './workbench.module.css'

interface Props {
  rows: Row[]
  what: 'nextStep' | 'overstay'
  none: ReactNode
}

/** Opportunities that ask for something, a line each. */
export function OpportunityLines({ rows, what, none }: Props) {
  const { t } = useTranslation('workbench')
  const unit = useMoneyUnit()
  if (rows.length === 0) return <p className={styles.none}>{none}</p>
  const label = (value: Value) => (value as Reference | null | undefined)?.label
  return (
    <ul className={styles.lines}>
      {rows.map((row) => (
        <li key={row.id}>
          <div className={styles.line}>
            <Link to={`/opportunities/${row.id}`}>{String(row.name)}</Link>
            {row.expectedAmount != null && <MoneyValue yuan={Number(row.expectedAmount)} unit={unit} />}
          </div>
          <div className={styles.detail}>
            {what === 'nextStep' ? (
              <NextStepClock on={row.nextStepOn} step={row.nextStep} />
            ) : (
              <Badge tone="red">{t('opportunity:board.overstay', { count: Number(row.overstayDays) })}</Badge>
            )}
            <span className={styles.quiet}>{[label(row.customer), label(row.stage), what === 'overstay' && label(row.owner)].filter(Boolean).join(' · ')}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}
