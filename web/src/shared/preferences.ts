import { useSyncExternalStore } from 'react'
import type { Density, Mode } from './theme'

export type Language = 'zh-CN' | 'en'

/** What a person chose for this browser. */
export interface Preferences {
  theme: Mode | 'system'
  density: Density
  language: Language
  navigationCollapsed: boolean
  /** Unit of money in lists; absent means what the language is used to. */
  moneyUnit?: MoneyUnit
}

export type MoneyUnit = 'yuan' | 'wan'

const key = 'qiji.preferences'
const listeners = new Set<() => void>()

const initialLanguage = (): Language =>
  navigator.languages?.some((language) => language.startsWith('zh')) === false &&
  navigator.language?.startsWith('en')
    ? 'en'
    : 'zh-CN'

function read(): Preferences {
  const defaults: Preferences = {
    theme: 'system',
    density: 'comfortable',
    language: initialLanguage(),
    navigationCollapsed: false,
  }
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) }
  } catch {
    return defaults
  }
}

let current = read()

export const preferences = {
  get: () => current,
  set(change: Partial<Preferences>) {
    current = { ...current, ...change }
    localStorage.setItem(key, JSON.stringify(current))
    listeners.forEach((listener) => listener())
  },
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

export const usePreferences = () => useSyncExternalStore(preferences.subscribe, preferences.get)

function useMedia(query: string) {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

/** The mode to show now: the person's choice, else the system's. */
export function useMode(): Mode {
  const { theme } = usePreferences()
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  return theme === 'system' ? (systemDark ? 'dark' : 'light') : theme
}

/** True on phones, whose pages are laid out differently and not only narrower. */
export const usePhone = () => useMedia('(max-width: 767px)')

/** True for whoever asked their system to spare them motion. */
export const useReducedMotion = () => useMedia('(prefers-reduced-motion: reduce)')

/** Unit in which money is shown: ten-thousands in Chinese unless the person chose. */
export function useMoneyUnit(): MoneyUnit {
  const { moneyUnit, language } = usePreferences()
  return moneyUnit ?? (language === 'zh-CN' ? 'wan' : 'yuan')
}

/** What one piece costs is always told in yuan: in ten-thousands nothing would be left of it. */
export function useMoneyUnitOf(): (field: { name: string }) => MoneyUnit {
  const preferred = useMoneyUnit()
  return ({ name }) => (/price$|^cost$/i.test(name) ? 'yuan' : preferred)
}
