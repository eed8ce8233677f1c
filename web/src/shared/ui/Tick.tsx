import type { ChangeEvent } from 'react'
import styles from './tick.module.css'

interface Props {
  checked: boolean
  /** What is chosen by it. */
  label: string
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
}

/** The box by which a row is chosen: the browser's own in our dress, as a list has hundreds of them. */
export const Tick = ({ checked, label, onChange }: Props) => (
  <label className={styles.tick}>
    <input type="checkbox" checked={checked} onChange={onChange} aria-label={label} />
  </label>
)
