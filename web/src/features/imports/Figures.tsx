import { formatNumber } from '../../shared/format'
import styles from './imports.module.css'

/** A few numbers beside each other, each with its name. */
export function Figures({ figures }: { figures: [string, number][] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
