import styles from './gantt.module.css'
import { barOf, type Bar, type ScheduleItem } from './scale'

interface Props {
  items: ScheduleItem[]
  span: Bar
  pixelsPerDay: number
  rowHeight: number
  width: number
}

/** Lines from each item to those that wait for it. */
export function Links({ items, span, pixelsPerDay, rowHeight, width }: Props) {
  const rows = new Map(items.map((item, row) => [item.id, { row, bar: barOf(item) }]))
  const links = items.flatMap((item, row) => {
    const before = item.predecessorId ? rows.get(item.predecessorId) : undefined
    if (!before) return []
    const x1 = (before.bar.to - span.from + 1) * pixelsPerDay
    const x2 = (barOf(item).from - span.from) * pixelsPerDay
    const y1 = (before.row + 0.5) * rowHeight
    const y2 = (row + 0.5) * rowHeight
    const turn = Math.max(x1 + 4, Math.min(x1 + 8, x2 - 4))
    return [{ id: item.id, path: `M${x1} ${y1}H${turn}V${y2}H${x2}`, tip: `M${x2 - 5} ${y2 - 4}L${x2} ${y2}L${x2 - 5} ${y2 + 4}` }]
  })
  return (
    <svg className={styles.links} width={width} height={items.length * rowHeight}>
      {links.map(({ id, path, tip }) => (
        <g key={id}>
          <path d={path} />
          <path d={tip} />
        </g>
      ))}
    </svg>
  )
}
