import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** Where one was in a list, by its address. */
const places = new Map<string, number>()
let visited: string | null = null

/** Tells lists which record was looked at last: going back finds it. */
export const visit = (id: string) => {
  visited = id
}

export const lastVisited = () => visited

/** Keeps how far a list was scrolled until one comes back to it, and tells which of its records was looked at meanwhile. */
export function usePlace(scroller: RefObject<HTMLElement | null>, onBack: (visited: string | null) => void) {
  const { pathname, search } = useLocation()
  const address = pathname + search
  const isBack = useNavigationType() === 'POP'
  const restore = useRef(onBack)
  useLayoutEffect(() => {
    const element = scroller.current
    const top = places.get(address)
    if (element && isBack && top !== undefined) {
      element.scrollTop = top
      restore.current(visited)
    }
    // Only when the list appears: later its address changes by what is done in it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const keep = () => places.set(address, element.scrollTop)
    keep()
    element.addEventListener('scroll', keep, { passive: true })
    return () => element.removeEventListener('scroll', keep)
  }, [scroller, address])
}
