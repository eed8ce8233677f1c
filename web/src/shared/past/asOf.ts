import { useLocation, useSearchParams } from 'react-router'
import { today } from '../format'

/** A day before today; anything else is now. */
export const pastDay = (text: string | null | undefined) =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && text < today() ? text : null

/** The address of a page as of a day; as of now without one. */
export const onDay = (path: string, day: string | null | undefined) => (day ? `${path}${path.includes('?') ? '&' : '?'}asOf=${day}` : path)

/** What was known as of a past day is kept apart from what is known now: changes do not touch it. */
export const keyAsOf = (day: string | null | undefined, ...key: unknown[]) => (day ? ['past', day, ...key] : key)

/** The past day that the page is looked at as of: `asOf` of its address; null is now. */
export const useAsOf = () => pastDay(useSearchParams()[0].get('asOf'))

/** Changes the day and nothing else of the address. */
export function useSetAsOf() {
  const [, setParams] = useSearchParams()
  const { state } = useLocation()
  return (day: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (day) next.set('asOf', day)
        else next.delete('asOf')
        return next
      },
      { state },
    )
}
