import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
const sources = files
  .filter((name) => /\.(tsx?|css)$/.test(name) && !name.endsWith('schema.d.ts'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
const production = sources.filter(({ name }) => !name.includes('.test.') && !name.startsWith('testing/'))

const floors = ['api', 'shared', 'features', 'app']

/** Files a source imports, as paths from the root. */
function importsOf({ name, text }: { name: string; text: string }) {
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)].map(([, path]) =>
    relative(root, join(root, name, '..', path!)).replaceAll('\\', '/'),
  )
}

test('imports go api, shared, features, app: one way', () => {
  const wrong = production.flatMap((source) => {
    const floor = floors.indexOf(source.name.split('/')[0]!)
    return importsOf(source)
      .filter((path) => floors.indexOf(path.split('/')[0]!) > floor)
      .map((path) => `${source.name} imports ${path}`)
  })
  expect(wrong).toEqual([])
})

test('no files import each other in a circle', () => {
  const imports = new Map(production.map((source) => [source.name, importsOf(source).flatMap((path) => [`${path}.ts`, `${path}.tsx`])]))
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (name: string, way: string[]) => {
    if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(' → '))
    if (done.has(name) || way.includes(name)) return
    for (const next of imports.get(name) ?? []) walk(next, [...way, name])
    done.add(name)
  }
  for (const name of imports.keys()) walk(name, [])
  expect(circles).toEqual([])
})

/** Features another one may stand on, as the modules of the server do: customers know nothing of the business with them. */
const standsOn: Record<string, string[]> = {
  task: ['activity'],
  customer: ['activity', 'collaboration', 'contact'],
  opportunity: ['activity', 'approval', 'collaboration'],
  lesson: ['opportunity'],
  project: ['activity', 'collaboration'],
  workbench: ['activity', 'opportunity'],
}

test('features stand only on features of lower floors', () => {
  const featureOf = (path: string) => /^features\/(\w+)/.exec(path)?.[1]
  const wrong = production.flatMap((source) => {
    const own = featureOf(source.name)
    return importsOf(source)
      .filter((path) => own && featureOf(path) && featureOf(path) !== own && !standsOn[own]?.includes(featureOf(path)!))
      .map((path) => `${source.name} imports ${path}`)
  })
  expect(wrong).toEqual([])
})

test('only the theme names colours', () => {
  const colour = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(|(?:color|background|fill|stroke)['"]?\s*[:=]\s*['"]?(?:white|black|red|green|blue|gr[ae]y|orange)\b/gi
  const wrong = production
    .filter(({ name }) => name !== 'shared/theme.ts')
    .flatMap(({ name, text }) => [...text.matchAll(colour)].map(([hit]) => `${name}: ${hit}`))
  expect(wrong).toEqual([])
})

test('files stay readable', () => {
  const long = production
    .map(({ name, text }) => ({ name, lines: text.split('\n').length }))
    .filter(({ name, lines }) => lines > (name.endsWith('.css') ? 400 : 300))
  expect(long).toEqual([])
})
