import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { barOf, dayOf, earliestOf, moved, type Bar, type Part, type ScheduleItem } from './scale'

/** How long after the last key a bar is taken to have arrived. */
const settleMillis = 600

interface Options {
  item: ScheduleItem
  items: ScheduleItem[]
  pixelsPerDay: number
  editable: boolean
  onMove: (item: ScheduleItem, startsOn: string, endsOn: string) => Promise<void>
  onOpen: (item: ScheduleItem) => void
}

/** Moves a bar by pointer and by keys: arrows a day, with Shift its end, Escape leaves it, Enter opens it. */
export function useBarMoves({ item, items, pixelsPerDay, editable, onMove, onOpen }: Options) {
  const [preview, setPreview] = useState<Bar | null>(null)
  const drag = useRef<{ x: number; part: Part; moved: boolean } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<Bar | null>(null)
  useEffect(() => () => clearTimeout(timer.current), [])

  const bar = barOf(item)
  const show = (next: Bar | null) => {
    waiting.current = next
    setPreview(next)
  }
  const commit = async () => {
    clearTimeout(timer.current)
    const next = waiting.current
    waiting.current = null
    if (next && (next.from !== bar.from || next.to !== bar.to)) await onMove(item, dayOf(next.from), dayOf(next.to))
    if (waiting.current === null) setPreview(null)
  }
  const shift = (part: Part, days: number, of: Bar) => moved(of, item.kind === 'MILESTONE' ? 'whole' : part, days, earliestOf(item, items))

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!editable || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, part: ((event.target as HTMLElement).dataset.part as Part | undefined) ?? 'whole', moved: false }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const dragged = drag.current
    if (!dragged) return
    const days = Math.round((event.clientX - dragged.x) / pixelsPerDay)
    if (days === 0 && !dragged.moved) return
    dragged.moved = true
    show(shift(dragged.part, days, bar))
  }
  const onPointerUp = () => {
    const dragged = drag.current
    drag.current = null
    if (dragged?.moved) void commit()
  }
  const onPointerCancel = () => {
    drag.current = null
    show(null)
  }
  // A click that ended a drag opens nothing.
  const onClick = () => {
    if (preview === null) onOpen(item)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const days = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (event.key === 'Escape' && waiting.current) {
      clearTimeout(timer.current)
      show(null)
    } else if (editable && days) {
      event.preventDefault()
      clearTimeout(timer.current)
      show(shift(event.shiftKey ? 'end' : 'whole', days, waiting.current ?? bar))
      timer.current = setTimeout(() => void commit(), settleMillis)
    }
  }
  const onBlur = () => {
    if (waiting.current && !drag.current) void commit()
  }
  return { shown: preview ?? bar, moving: preview !== null, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onClick, onKeyDown, onBlur } }
}
