import type { ReactNode } from 'react'
import styles from './list.module.css'

export function PlainList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>
}

interface ItemProps {
  title: ReactNode
  icon?: ReactNode
  beside?: ReactNode
  detail?: ReactNode
  action?: ReactNode
}

/** One line of a short list: what it is, what is known of it, what can be done. */
export function ListItem({ title, icon, beside, detail, action }: ItemProps) {
  return (
    <li className={styles.item}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <div className={styles.text}>
        <div className={styles.title}>
          {title} {beside}
        </div>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {action}
    </li>
  )
}
