import type { ReactNode } from 'react'
import type { Tone } from '../theme'
import styles from './badge.module.css'

/** A word on a tone. Colour never speaks alone: the word says it too. */
export function Badge({ tone = 'grey', dot = false, children }: { tone?: Tone; dot?: boolean; children: ReactNode }) {
  return (
    <span className={styles.badge} style={{ color: `var(--${tone}-text)`, background: `var(--${tone}-ground)` }}>
      {dot && <span className={styles.dot} style={{ background: `var(--${tone}-mark)` }} aria-hidden />}
      {children}
    </span>
  )
}
