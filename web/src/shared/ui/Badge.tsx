import type { ReactNode } from 'react'
import type { Tone } from '../theme'
import styles from './badge.module.css'

/** A word on a tone, in a dashed line while it is open. Neither speaks alone: the word says it too. */
export function Badge({ tone = 'grey', dot = false, open, children }: { tone?: Tone; dot?: boolean; open?: boolean; children: ReactNode }) {
  return (
    <span className={styles.badge} data-open={open} style={{ color: `var(--${tone}-text)`, background: `var(--${tone}-ground)` }}>
      {dot && <span className={styles.dot} style={{ background: `var(--${tone}-mark)` }} aria-hidden />}
      {children}
    </span>
  )
}
