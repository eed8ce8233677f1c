import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import en from '../app/texts/enBundle'
import zh from '../app/texts/zhBundle'

type Texts = { [key: string]: string | Texts }

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
