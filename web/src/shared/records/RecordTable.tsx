import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useRecordPlace, type Cells } from '../feature'
import { useShortcuts } from '../keyboard'
import { usePreferences } from '../preferences'
import { useSteady } from '../useKept'
import { openedAmong } from './among'
import { widthOf, type NextSort } from './columns'
import { toggle, type Selection } from './selection'
import { TableHead, Totals } from './TableHead'
import { OpenedContext, TableRow } from './TableRow'
import { usePlace } from './usePlace'
import styles from './table.module.css'
import { useSaveField } from './useSaveField'
import { useWindow } from './useWindow'
import type { RecordListData } from './useRecordList'

export interface TableProps {
  type: string
  /** What the table holds, for those who cannot see it. */
  label: string
  list: RecordListData
  onSort: (next: NextSort) => void
  /** Of columns whose width somebody has set. */
  widths?: Record<string, number>
  onWidth?: (path: string, width: number) => void
  selection?: Selection
  /** Lets cells be edited in place. */
  editable?: boolean
  /** Own way to show some fields. */
  cells?: Cells
}

const asUsual: Record<string, number> = {}

/** The table every list shows: sticky header and first column, sorting in the address, only near rows in the page. */
export function RecordTable({ type, label, list, onSort, widths = asUsual, onWidth, selection, editable = false, cells }: TableProps) {
  const { t } = useTranslation('shared')
  const { density, language } = usePreferences()
  const rowHeight = density === 'compact' ? 34 : 42
  const { rows, columns, hasMore, loadMore } = list
  const { scroller, first, last, before, after } = useWindow(rows.length, rowHeight)
  const place = useRecordPlace(type)
  const navigate = useNavigate()
  const { question } = list
  const opened = useMemo(() => openedAmong(rows, { type, question }), [rows, type, question])
  const [active, setActive] = useState(-1)
  const save = useSaveField(type)

  usePlace(scroller, (visited) => {
    const at = rows.findIndex(({ id }) => id === visited)
    if (at < 0) return
    setActive(at)
    reveal(scroller.current, at, rowHeight)
  })

  const nearEnd = last >= rows.length - 15 && last < rows.length + 1 && first > 0
  useEffect(() => {
    if (nearEnd && hasMore) loadMore()
  })

  const step = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, active + by))
    setActive(next)
    reveal(scroller.current, next, rowHeight)
  }
  const stepIn = (by: number) => {
    scroller.current?.focus()
    step(by)
  }
  const anchor = useRef(-1)
  const edit = () => scroller.current?.querySelector<HTMLElement>('[data-active="true"] [data-edit]')?.click()
  const open = () => rows[active] && place?.path && void navigate(place.path(rows[active].id), { state: opened })
  const choose = () => {
    const row = rows[active]
    if (!row || !selection) return
    toggle(selection, row.id)
    anchor.current = active
  }
  const chooseUpTo = (to: number) => {
    if (!selection || to < 0) return
    const from = Math.max(0, anchor.current)
    const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id)
    selection.change([...new Set([...selection.ids, ...between])])
  }
  useShortcuts([
    { keys: 'j', label: t('table.next'), run: () => stepIn(1) },
    { keys: 'k', label: t('table.previous'), run: () => stepIn(-1) },
    ...(place?.path ? [{ keys: 'enter', label: t('views:keys.open'), run: open }] : []),
    ...(editable ? [{ keys: 'e', label: t('views:keys.edit'), run: edit }] : []),
    ...(selection
      ? [
          { keys: 'x', label: t('views:keys.select'), run: choose },
          { keys: 'shift+x', label: t('views:keys.range'), run: () => chooseUpTo(active) },
          { keys: 'a', label: t('views:keys.page'), run: () => selection.change(rows.map(({ id }) => id)) },
          ...(selection.takeAll ? [{ keys: 'shift+a', label: t('views:keys.all'), run: selection.takeAll }] : []),
          ...(selection.clear ? [{ keys: 'escape', label: t('views:bulk.clear'), run: selection.clear }] : []),
        ]
      : []),
  ])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if ((event.target as Element).closest('input, textarea, [role="combobox"], [role="group"], [role="separator"]')) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) {
      event.preventDefault()
      step(by)
    }
  }

  const onChoose = useSteady((index: number, id: string, range: boolean) => {
    if (range) chooseUpTo(index)
    else if (selection) toggle(selection, id)
    anchor.current = index
  })
  const onSave = useSteady(save)
  const chosen = useMemo(() => selection && new Set(selection.ids), [selection])

  const columnCount = columns.length + (selection ? 1 : 0)
  const wide = useMemo(() => columns.map((column, index) => widths[column.path] ?? place?.widths?.[column.path]?.[language] ?? widthOf(column, index === 0)), [columns, widths, place?.widths, language])
  const width = wide.reduce((sum, each) => sum + each, selection ? 52 : 0)
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="region"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-stale={list.isStale}
    >
      <table className={styles.table} style={{ minWidth: width }} aria-rowcount={list.count?.count}>
        <colgroup>
          {selection && <col style={{ width: 52 }} />}
          {columns.map((column, index) => (
            <col key={column.path} style={{ width: wide[index] }} />
          ))}
        </colgroup>
        <TableHead columns={columns} sort={list.sort} onSort={onSort} selection={selection} rows={rows} widths={wide} onWidth={onWidth} />
        <OpenedContext value={opened}>
          <tbody>
            {before > 0 && <Space height={before} columns={columnCount} />}
            {rows.slice(first, last).map((row, index) => (
              <TableRow
                key={row.id}
                row={row}
                index={first + index}
                columns={columns}
                height={rowHeight}
                active={first + index === active}
                selected={chosen?.has(row.id)}
                place={place}
                cells={cells}
                onChoose={onChoose}
                onSave={editable ? onSave : undefined}
              />
            ))}
            {after > 0 && <Space height={after} columns={columnCount} />}
          </tbody>
        </OpenedContext>
        {list.sums && rows.length > 0 && <Totals columns={columns} sums={list.sums} selectable={Boolean(selection)} />}
      </table>
    </div>
  )
}

/** Scrolls just enough that a row is not hidden below the sticky header or the totals. */
function reveal(scroller: HTMLDivElement | null, index: number, rowHeight: number) {
  if (!scroller) return
  const top = index * rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  const bottom = top + rowHeight * 3
  if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight
}

const Space = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden style={{ height }}>
    <td colSpan={columns} />
  </tr>
)
