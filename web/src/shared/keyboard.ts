import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'

/** A key, or two in a row ("g o"), or one with Ctrl or ⌘ ("mod+k"). */
export interface Shortcut {
  keys: string
  /** What it does, in the language of the page; shown in the overlay. */
  label: string
  run: () => void
  /** Works on every page, where the page itself has no other use for the key. */
  everywhere?: boolean
}

let shortcuts: Shortcut[] = []
const listeners = new Set<() => void>()
let pendingKey = ''
let pendingUntil = 0

function changed(next: Shortcut[]) {
  shortcuts = next
  listeners.forEach((listener) => listener())
}

/** Offers shortcuts while the component shows; later ones win over earlier ones, and all of them over those of every page. */
export function useShortcuts(mine: Shortcut[]) {
  const latest = useRef(mine)
  useLayoutEffect(() => {
    latest.current = mine
  })
  const offered = JSON.stringify(mine.map(({ keys, label, everywhere }) => ({ keys, label, everywhere })))
  useEffect(() => {
    const registered = (JSON.parse(offered) as Omit<Shortcut, 'run'>[]).map((shortcut, index) => ({
      ...shortcut,
      run: () => latest.current[index]?.run(),
    }))
    changed([...registered.filter(({ everywhere }) => everywhere), ...shortcuts, ...registered.filter(({ everywhere }) => !everywhere)])
    return () => changed(shortcuts.filter((shortcut) => !registered.includes(shortcut)))
  }, [offered])
}

/** All shortcuts that work right now. */
export const useAllShortcuts = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => shortcuts,
  )

const writing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"], [role="textbox"]'))

/** What has a press of its own by Enter. */
const onControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('a, button, summary, [role="button"], [role="menuitem"], [role="tab"], [role="option"]') !== null

const inDialog = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('[role="dialog"]') !== null

/** The one listener of the page. */
export function listenForShortcuts() {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const mod = event.ctrlKey || event.metaKey
    if (!mod && (writing(event.target) || inDialog(event.target))) return
    const key = event.key.toLowerCase()
    if (['control', 'meta', 'shift'].includes(key)) return
    if (key === 'enter' && onControl(event.target)) return
    const shifted = event.shiftKey && /^[a-z]$/.test(key)
    const pressed = mod ? `mod+${key}` : shifted ? `shift+${key}` : key
    const sequence = Date.now() < pendingUntil ? `${pendingKey} ${pressed}` : ''
    const find = (keys: string) => shortcuts.findLast((shortcut) => shortcut.keys === keys)
    const hit = (sequence && find(sequence)) || find(pressed)
    pendingKey = pressed
    pendingUntil = hit ? 0 : Date.now() + 1200
    if (!hit) return
    event.preventDefault()
    hit.run()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

/** Ctrl+Enter and Ctrl+S save a form (⌘ on a Mac) instead of the page. */
export const asksToSave = ({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>) =>
  (ctrlKey || metaKey) && (key === 'Enter' || key.toLowerCase() === 's')

/** Keys as people read them: "⌘ K" or "Ctrl K". */
export function readableKeys(keys: string): string[] {
  const mac = /mac|iphone|ipad/i.test(navigator.userAgent)
  return keys
    .replace('mod+', mac ? '⌘ ' : 'Ctrl ')
    .replace('shift+', mac ? '⇧ ' : 'Shift ')
    .split(' ')
    .map((key) => (`${key[0]!.toUpperCase()}${key.slice(1)}`))
}
