import { useEffect, useRef } from 'react'

const prefix = 'qiji.draft.'

/** What was typed into a form and not yet saved, kept for this tab until it is saved or thrown away. */
export function useDraft<T extends object>(key: string | undefined) {
  const timer = useRef<number>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return {
    read(): Partial<T> {
      try {
        return key ? (JSON.parse(sessionStorage.getItem(prefix + key) ?? '{}') as Partial<T>) : {}
      } catch {
        return {}
      }
    },
    write(values: T) {
      if (!key) return
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => sessionStorage.setItem(prefix + key, JSON.stringify(values)), 200)
    },
    forget() {
      window.clearTimeout(timer.current)
      if (key) sessionStorage.removeItem(prefix + key)
    },
  }
}
