import i18next from 'i18next'
import { preferences, type Language } from './preferences'

type Texts = { [key: string]: string | Texts }
type Loads = Record<Language, () => Promise<{ default: Texts }>>

const needed = new Map<string, Loads>()

/** Texts of pages that few open: they are loaded with the first of them, so that lists carry none of them. */
export async function needTexts(namespace: string, loads: Loads) {
  needed.set(namespace, loads)
  // The first page may be asked for before anything is spoken: what speaks then brings these, too.
  if (i18next.isInitialized) await lateTexts(preferences.get().language)
}

/** A page with its texts: nothing of it shows before both are there. */
export const withTexts =
  <Page>(texts: () => Promise<void>, page: () => Promise<Page>) =>
  async () => {
    const [loaded] = await Promise.all([page(), texts()])
    return loaded
  }

/** Those that are needed by now, in a language: asked for before it is spoken. */
export async function lateTexts(language: Language) {
  await Promise.all(
    [...needed].map(async ([namespace, loads]) => i18next.addResourceBundle(language, namespace, (await loads[language]()).default, true, true)),
  )
}
