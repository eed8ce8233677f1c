import { useEffect, useMemo } from 'react'
import { openedAmong } from './among'
import { cardGap, cardHeight, RecordCard } from './RecordCard'
import type { TableProps } from './RecordTable'
import styles from './table.module.css'
import { usePlace } from './usePlace'
import { useWindow } from './useWindow'

/** The list on a phone: a card per record, its name and the first facts. */
export function RecordCards({ type, label, list, cells, selection }: TableProps) {
  const { rows, columns, hasMore, loadMore, question } = list
  const opened = useMemo(() => openedAmong(rows, { type, question }), [rows, type, question])
  const { scroller, first, last, before, after } = useWindow(rows.length, cardHeight(columns) + cardGap)
  usePlace(scroller, () => {})
  useEffect(() => {
    if (first > 0 && last >= rows.length - 8 && hasMore) loadMore()
  })
  return (
    <div ref={scroller} className={styles.cards} role="region" aria-label={label} tabIndex={0}>
      <div style={{ height: before }} />
      {rows.slice(first, last).map((row) => (
        <RecordCard key={row.id} type={type} row={row} columns={columns} cells={cells} opened={opened} selection={selection} />
      ))}
      <div style={{ height: after + cardGap }} />
    </div>
  )
}
