import type { ReactNode } from 'react'
import styles from './states.module.css'

interface Props {
  title: string
  reason?: ReactNode
  action?: ReactNode
  icon?: ReactNode
  /** Level of the title; 1 when the state is the whole page. */
  level?: 1 | 2
}

/** Says why there is nothing, and offers one thing to do. */
export function EmptyState({ title, reason, action, icon, level = 2 }: Props) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.state}>
      <div className={styles.mark} aria-hidden>
        {icon ?? <EmptyMark />}
      </div>
      <Title className={styles.title}>{title}</Title>
      {reason && <p className={styles.reason}>{reason}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}

function EmptyMark() {
  return (
    <svg width="72" height="48" viewBox="0 0 72 48" fill="none" strokeWidth="1.5" strokeLinecap="round">
      <rect x="8.75" y="6.75" width="54.5" height="34.5" rx="5" stroke="var(--border)" />
      <path d="M9 16h54" stroke="var(--border)" />
      <path d="M16 24h18M16 32h28" stroke="var(--line)" strokeWidth="3" />
      <circle cx="54" cy="34" r="9" fill="var(--surface)" stroke="var(--primary-border)" />
      <path d="M51 34h6M54 31v6" stroke="var(--primary-border)" />
    </svg>
  )
}
