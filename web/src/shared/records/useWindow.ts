import { useLayoutEffect, useRef, useState } from 'react'

const overscan = 8

/**
 * Which rows of a long list are near the eye. All rows have the same height, so that the space of the others is known
 * and at most about a hundred rows stand in the page however many are loaded.
 */
export function useWindow(count: number, rowHeight: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 900 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight || 900 })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [])
  // Even numbers keep the striping of hover and focus steady; whole rows avoid a render per pixel.
  const first = Math.max(0, Math.floor(view.top / rowHeight) - overscan)
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + overscan)
  return { scroller, first: Math.min(first, last), last, before: Math.min(first, last) * rowHeight, after: (count - last) * rowHeight }
}
