import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './table.module.css'

const narrowest = 60
const widest = 1200
const step = 20

interface Props {
  /** Name of the column. */
  label: string
  /** As it stands, in pixels. */
  width: number
  onWidth: (width: number) => void
}

const fit = (width: number) => Math.max(narrowest, Math.min(widest, Math.round(width)))

/** The right edge of a column's head: drawn, or moved with the arrow keys, it makes the column wider or narrower. */
export function WidthHandle({ label, width, onWidth }: Props) {
  const { t } = useTranslation('shared')
  const began = useRef<{ x: number; width: number } | null>(null)
  const head = (element: Element) => element.closest('th')!
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
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    const by = { ArrowRight: step, ArrowLeft: -step }[event.key]
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    onWidth(fit(width + by))
  }
  return (
    <span
      className={styles.width}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('table.width', { label })}
      aria-valuenow={Math.round(width)}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onKeyDown={onKeyDown}
    />
  )
}
