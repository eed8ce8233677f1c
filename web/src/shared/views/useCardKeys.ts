import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigationType } from 'react-router'
import { useShortcuts, type Shortcut } from '../keyboard'
import { lastVisited } from '../records/usePlace'

interface Words {
  /** What stands below each other: cards, records, rows. */
  along: 'Card' | 'Row'
  /** What stands beside each other, where something does. */
  across?: 'Lane' | 'Day'
  /** Cards have a menu by which they are moved. */
  menu?: boolean
  /** Cards can be chosen. */
  choose?: boolean
}

/** Marks of what the keys go through: `card` on what opens or holds what opens, of which record, `lane` around those in one line. */
export const card = (id = '') => ({ 'data-card': id })
export const lane = { 'data-lane': true }

const cardsIn = (place: Element) => [...place.querySelectorAll<HTMLElement>('[data-card]')]
const opener = (element: Element | undefined) => (element?.matches('a, button') ? element : element?.querySelector('a, button')) as HTMLElement | undefined

/** Keys of everything that is no table: from card to card and lane to lane by the focus, which Enter opens. */
export function useCardKeys(place: RefObject<HTMLElement | null>, { along, across, menu, choose }: Words) {
  const { t } = useTranslation('views')
  const current = () => document.activeElement?.closest<HTMLElement>('[data-card]') ?? undefined
  const lanes = () => (across ? [...(place.current?.querySelectorAll('[data-lane]') ?? [])] : place.current ? [place.current] : []).map(cardsIn).filter((cards) => cards.length > 0)
  const go = (steps: number, sideways: number) => {
    const all = lanes()
    const here = current()
    const at = all.findIndex((cards) => here && cards.includes(here))
    const cards = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + sideways))]
    if (!cards) return
    const from = at < 0 ? 0 : all[at]!.indexOf(here!) + steps
    const to = opener(cards[Math.max(0, Math.min(cards.length - 1, from))])
    to?.focus()
    to?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const keys: Shortcut[] = [
    { keys: 'j', label: t(`keys.next${along}`), run: () => go(1, 0) },
    { keys: 'k', label: t(`keys.previous${along}`), run: () => go(-1, 0) },
    ...(across
      ? [
          { keys: 'l', label: t(`keys.next${across}`), run: () => go(0, 1) },
          { keys: 'h', label: t(`keys.previous${across}`), run: () => go(0, -1) },
        ]
      : []),
    { keys: 'enter', label: t('keys.open'), run: () => opener(current())?.click() },
    ...(menu ? [{ keys: 'm', label: t('keys.move'), run: () => current()?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click() }] : []),
    ...(choose ? [{ keys: 'x', label: t('keys.select'), run: () => current()?.querySelector<HTMLElement>('input[type="checkbox"]')?.click() }] : []),
  ]
  useShortcuts(keys)
  useReturn(place)
}

/** Back from a record one finds the focus on it, as soon as its card is there; who has done something meanwhile is left alone. */
function useReturn(place: RefObject<HTMLElement | null>) {
  const isBack = useNavigationType() === 'POP'
  const waits = useRef(isBack && lastVisited() !== null)
  useEffect(() => {
    const stop = () => {
      waits.current = false
    }
    const done = ['pointerdown', 'keydown', 'wheel']
    done.forEach((what) => addEventListener(what, stop))
    return () => done.forEach((what) => removeEventListener(what, stop))
  }, [])
  useEffect(() => {
    const cards = waits.current && place.current ? cardsIn(place.current) : []
    const to = opener(cards.find(({ dataset }) => dataset.card === lastVisited()))
    if (!to) return
    waits.current = false
    to.focus({ preventScroll: true })
    to.scrollIntoView({ block: 'center', inline: 'nearest' })
  })
}
