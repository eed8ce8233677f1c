import { useEffect } from 'react'
import { Link } from 'react-router'
import { useRecordPlace } from '../feature'
import { FieldValue } from './FieldValue'
import type { TableProps } from './RecordTable'
import styles from './table.module.css'
import { useWindow } from './useWindow'

const cardHeight = 128

/** The list on a phone: a card per record, its name and the first facts. */
export function RecordCards({ type, label, list, cells }: TableProps) {
  const { rows, columns, hasMore, loadMore } = list
  const { scroller, first, last, before, after } = useWindow(rows.length, cardHeight)
  const path = useRecordPlace(type)?.path
  const [name, ...others] = columns
  const facts = others.filter(({ kind }) => kind !== 'LONG_TEXT').slice(0, 6)
  useEffect(() => {
    if (first > 0 && last >= rows.length - 8 && hasMore) loadMore()
  })
  return (
    <div ref={scroller} className={styles.cards} role="region" aria-label={label} tabIndex={0}>
      <div style={{ height: before }} />
      {rows.slice(first, last).map((row) => (
        <article key={row.id} className={styles.card}>
          {name && (
            <Heading to={path?.(row.id)}>{cells?.[name.path]?.(row) ?? <FieldValue field={name} value={row[name.path]} inTable />}</Heading>
          )}
          <dl className={styles.facts}>
            {facts.map((field) => (
              <div key={field.path}>
                <dt>{field.label}</dt>
                <dd>{cells?.[field.path]?.(row) ?? <FieldValue field={field} value={row[field.path]} />}</dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
      <div style={{ height: after + 10 }} />
    </div>
  )
}

function Heading({ to, children }: { to?: string; children: React.ReactNode }) {
  return to ? (
    <Link to={to} className={styles.cardName}>
      {children}
    </Link>
  ) : (
    <span className={styles.cardName}>{children}</span>
  )
}
