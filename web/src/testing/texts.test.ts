import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import enFirst from '../app/texts/enBundle'
import zhFirst from '../app/texts/zhBundle'

type Texts = { [key: string]: string | Texts }

/** Those that come with the first page and those that come with their own. */
const whole = (first: Record<string, Texts>, late: Record<string, unknown>) => {
  const all = { ...first }
  for (const [path, module] of Object.entries(late)) {
    const namespace = path.split('/').at(-3)!
    all[namespace] = merged(all[namespace]!, (module as { default: Texts }).default)
  }
  return { texts: all }
}
const merged = (one: Texts, other: Texts): Texts =>
  Object.entries(other).reduce<Texts>((all, [key, value]) => {
    const there = all[key]
    return { ...all, [key]: typeof there === 'object' && typeof value === 'object' ? merged(there, value) : value }
  }, one)
const zh = whole(zhFirst.texts, import.meta.glob('../features/*/late/zh.ts', { eager: true }))
const en = whole(enFirst.texts, import.meta.glob('../features/*/late/en.ts', { eager: true }))

const flat = (texts: Texts, prefix: string): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : flat(value, `${prefix}${key}.`),
  )
const keys = (bundle: Record<string, Texts>) =>
  Object.entries(bundle).flatMap(([namespace, texts]) => flat(texts, `${namespace}:`))

/** Plural forms count as their stem. */
const stems = (all: string[]) => [...new Set(all.map((key) => key.replace(/_(one|other)$/, '')))].sort()

test('both languages say the same things', () => {
  expect(stems(keys(en.texts))).toEqual(stems(keys(zh.texts)))
})

test('placeholders are the same in both languages', () => {
  const lookUp = (texts: Record<string, Texts>, key: string) => {
    const [namespace, path] = key.split(':') as [string, string]
    return path.split('.').reduce<string | Texts | undefined>((at, part) => (at as Texts | undefined)?.[part], texts[namespace])
  }
  const holes = (text: unknown) => [...String(text ?? '').matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort().join()
  const wrong = keys(zh.texts).filter((key) => {
    const other = lookUp(en.texts, key) ?? lookUp(en.texts, `${key}_other`)
    return holes(lookUp(zh.texts, key)) !== holes(other)
  })
  expect(wrong).toEqual([])
})

test('every text a page asks for exists', () => {
  const known = new Set(stems(keys(zh.texts)))
  const root = join(import.meta.dirname, '..')
  const missing = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .flatMap((name) => {
      const text = readFileSync(join(root, name), 'utf8')
      const namespace = /useTranslation\('(\w+)'\)/.exec(text)?.[1] ?? 'shared'
      return [...text.matchAll(/(?<![\w.])t\('([\w.:]+)'/g)]
        .map(([, key]) => (key!.includes(':') ? key! : `${namespace}:${key}`))
        .filter((key) => !known.has(key))
        .map((key) => `${name}: ${key}`)
    })
  expect(missing).toEqual([])
})
