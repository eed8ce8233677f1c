export interface Place {
  path: string
  label: string
  hint: string | null
}

const key = 'qiji.recent'

/** Records opened from the palette lately, newest first. */
export function recentPlaces(): Place[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Place[]
  } catch {
    return []
  }
}

export function rememberPlace(place: Place) {
  const others = recentPlaces().filter(({ path }) => path !== place.path)
  sessionStorage.setItem(key, JSON.stringify([place, ...others].slice(0, 5)))
}
