import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard'
import styles from './tabs.module.css'

export interface Tab {
  key: string
  label: string
  children: ReactNode
}

interface Props {
  /** What the tabs divide, for those who cannot see it. */
  label: string
  tabs: Tab[]
  active: string
  onChange: (key: string) => void
}

/**
 * The strip with the tab `shown` in sight. It tells at which ends there are more, for which they fade; a wheel over it leads
 * there, as a mouse can drag nothing of it.
 */
function useStrip(shown: string) {
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const at = strip.current!
    const tell = () => {
      const beyond = at.scrollWidth - at.clientWidth - at.scrollLeft
      at.dataset.more = `${at.scrollLeft > 1 ? 'before ' : ''}${beyond > 1 ? 'after' : ''}`.trim()
    }
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || Math.abs(event.deltaX) >= Math.abs(event.deltaY)) return
      const before = at.scrollLeft
      at.scrollLeft += event.deltaY
      if (at.scrollLeft !== before) event.preventDefault()
    }
    const observer = new ResizeObserver(tell)
    observer.observe(at)
    at.addEventListener('scroll', tell, { passive: true })
    at.addEventListener('wheel', onWheel, { passive: false })
    tell()
    return () => {
      observer.disconnect()
      at.removeEventListener('scroll', tell)
      at.removeEventListener('wheel', onWheel)
    }
  }, [])
  useEffect(() => {
    const tab = document.getElementById(shown)
    if (tab && strip.current) strip.current.scrollLeft = tab.offsetLeft - (strip.current.clientWidth - tab.offsetWidth) / 2
  }, [shown])
  return strip
}

/** Parts of a page, one at a time. Where it is narrow the strip scrolls; arrow keys go from tab to tab. */
export function TabStrip({ label, tabs, active, onChange }: Props) {
  const { t } = useTranslation('shared')
  const id = useId()
  const shown = tabs.find(({ key }) => key === active) ?? tabs[0]!
  const strip = useStrip(`${id}${shown.key}`)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = (tabs.indexOf(shown) + step + tabs.length) % tabs.length
    onChange(tabs[at]!.key)
    strip.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus()
  }
  const turn = (by: number) => onChange(tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length]!.key)
  useShortcuts([
    { keys: ']', label: t('tabs.next'), run: () => turn(1) },
    { keys: '[', label: t('tabs.previous'), run: () => turn(-1) },
  ])
  return (
    <>
      <div ref={strip} role="tablist" tabIndex={-1} aria-label={label} className={styles.strip} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}${tab.key}`}
            aria-selected={tab === shown}
            aria-controls={tab === shown ? `${id}panel` : undefined}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div key={shown.key} role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${shown.key}`} className={styles.panel}>
        {shown.children}
      </div>
    </>
  )
}

/** The address with another tab open, null for the first one; all else stays. */
export function withTab(params: URLSearchParams, tab: string | null) {
  const next = new URLSearchParams(params)
  if (tab) next.set('tab', tab)
  else next.delete('tab')
  return next
}
