import { useEffect, useMemo } from 'react'
import { Link } from 'react-router'
import type { Row } from '../../api/types'
import { useRecordPlace } from '../feature'
import { openedAmong, type Opened } from './among'
import { FieldValue } from './FieldValue'
import type { TableProps } from './RecordTable'
import styles from './table.module.css'
import type { PathField } from './useCatalogue'
import { usePlace } from './usePlace'
import { useWindow } from './useWindow'

const shownFacts = 6
/** Edges and name of a card, and a line of two facts. */
const frame = 58
const line = 25

/** The list on a phone: a card per record, its name and the first facts. */
export function RecordCards({ type, label, list, cells }: TableProps) {
  const { rows, columns, hasMore, loadMore } = list
  const place = useRecordPlace(type)
  const path = place?.path
  const cellOf = (field: PathField, row: Row) => (cells?.[field.path] ?? place?.cells?.[field.path])?.(row)
  const { question } = list
  const opened = useMemo(() => openedAmong(rows, { type, question }), [rows, type, question])
  const [name, ...others] = columns
  const facts = others.filter(({ kind }) => kind !== 'LONG_TEXT').slice(0, shownFacts)
  const height = frame + Math.ceil(facts.length / 2) * line
  const { scroller, first, last, before, after } = useWindow(rows.length, height)
  usePlace(scroller, () => {})
  useEffect(() => {
    if (first > 0 && last >= rows.length - 8 && hasMore) loadMore()
  })
  return (
    <div ref={scroller} className={styles.cards} role="region" aria-label={label} tabIndex={0}>
      <div style={{ height: before }} />
      {rows.slice(first, last).map((row) => (
        <article key={row.id} className={styles.card} style={{ height: height - 10 }}>
          {name && (
            <Heading to={path?.(row.id)} opened={opened}>{cellOf(name, row) ?? <FieldValue field={name} value={row[name.path]} inTable />}</Heading>
          )}
          <dl className={styles.facts}>
            {facts.map((field) => (
              <div key={field.path}>
                <dt>{field.label}</dt>
                <dd>{cellOf(field, row) ?? <FieldValue field={briefly(field)} value={row[field.path]} />}</dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
      <div style={{ height: after + 10 }} />
    </div>
  )
}

/** Half the width of a phone has room for the day of a moment, not for its minute. */
const briefly = (field: PathField): PathField => (field.kind === 'INSTANT' ? { ...field, kind: 'DATE' } : field)

function Heading({ to, opened, children }: { to?: string; opened: Opened; children: React.ReactNode }) {
  return to ? (
    <Link to={to} state={opened} className={styles.cardName}>
      {children}
    </Link>
  ) : (
    <span className={styles.cardName}>{children}</span>
  )
}
