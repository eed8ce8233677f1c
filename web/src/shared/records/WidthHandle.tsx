import { useRef, type PointerEvent } from 'react'
import styles from './table.module.css'

const narrowest = 60
const widest = 1200

interface Props {
  onWidth: (width: number) => void
}

/** The right edge of a column's head: drawn, it makes the column wider or narrower. For the pointer alone. */
export function WidthHandle({ onWidth }: Props) {
  const began = useRef<{ x: number; width: number } | null>(null)
  const head = (element: Element) => element.closest('th')!
  const fit = (width: number) => Math.max(narrowest, Math.min(widest, Math.round(width)))
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    began.current = { x: event.clientX, width: head(event.currentTarget).offsetWidth }
  }
  const widthAt = (x: number) => fit(began.current!.width + x - began.current!.x)
  const onPointerMove = (event: PointerEvent<HTMLSpanElement>) => {
    if (!began.current) return
    const column = head(event.currentTarget)
    const table = column.closest('table')!
    const index = [...column.parentElement!.children].indexOf(column)
    const col = table.querySelectorAll<HTMLElement>('col')[index]
    if (col) col.style.width = `${widthAt(event.clientX)}px`
  }
  const onPointerUp = (event: PointerEvent<HTMLSpanElement>) => {
    if (began.current && event.clientX !== began.current.x) onWidth(widthAt(event.clientX))
    began.current = null
  }
  return (
    <span
      className={styles.width}
      aria-hidden
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
    />
  )
}
