import type { ReactNode } from 'react'
import styles from './detail.module.css'

/** A group of facts beside the timeline. */
export function Card({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.cardHead}>
        <h2>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  )
}
