import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { speak } from '../app/language'
import { preferences } from '../shared/preferences'
import { server } from './server'

// Pages load their parts lazily; a machine busy with other work takes its time.
configure({ asyncUtilTimeout: 8000 })

// What browsers have and jsdom lacks.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  }) as MediaQueryList
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.IntersectionObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
} as unknown as typeof IntersectionObserver
Element.prototype.scrollIntoView ??= () => {}
const plainStyle = window.getComputedStyle
// jsdom prints an error for styles of pseudo elements, which the component library asks for.
window.getComputedStyle = (element) => plainStyle(element)

const late = import.meta.glob<{ texts: () => Promise<void> }>('../features/*/texts.ts', { eager: true })

beforeAll(async () => {
  // A request nobody expected fails the test.
  server.listen({ onUnhandledRequest: 'error' })
  preferences.set({ language: 'zh-CN', theme: 'light', density: 'comfortable' })
  await speak('zh-CN')
  // Pages bring theirs by their routes, which tests of single pages leave out.
  await Promise.all(Object.values(late).map(({ texts }) => texts()))
})
beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=test-token; path=/'
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
  localStorage.clear()
  sessionStorage.clear()
})
afterAll(() => server.close())
