/** A definition in the reader's language: what it says in English, where it says anything, stands in for what was given. */
export function spoken<T extends { english?: object | null }>(given: T): T {
  if (document.documentElement.lang !== 'en' || !given.english) return given
  return { ...given, ...Object.fromEntries(Object.entries(given.english).filter(([, said]) => (said as string | unknown[]).length > 0)) }
}
