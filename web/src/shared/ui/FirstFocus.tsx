import { useEffect, useRef, type ReactNode } from 'react'

const typing = ['input:not([type="radio"], [type="checkbox"], [type="file"])', 'textarea'].map((each) => `${each}:not(:disabled)`).join()

/** A form that was asked for: it begins with the focus where one types first, not on the button that closes it. */
export function FirstFocus({ children }: { children: ReactNode }) {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>(typing)?.focus({ preventScroll: true }), [])
  return (
    <div ref={form} style={{ display: 'contents' }}>
      {children}
    </div>
  )
}
