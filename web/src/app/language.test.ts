import { vi } from 'vitest'

const loads = {
  'zh-CN': async () => ({ default: { greeting: '你好', page: { title: '页面' } } }),
  en: async () => ({ default: { greeting: 'Hello', page: { title: 'Page' } } }),
}

async function fresh() {
  vi.resetModules()
  const { default: i18next } = await import('i18next')
  const { speak } = await import('./language')
  const { needTexts } = await import('../shared/lateTexts')
  return { i18next, speak, needTexts }
}

// An address of such a page is opened before anything is spoken.
test('texts of a page are spoken whether they are needed before or after', async () => {
  const { i18next, speak, needTexts } = await fresh()
  await needTexts('settings', loads)
  await speak('zh-CN')
  expect(i18next.t('settings:greeting')).toBe('你好')
  expect(i18next.t('settings:title'), 'what was there before').toBe('设置')
  await needTexts('imports', loads)
  expect(i18next.t('imports:page.title')).toBe('页面')
})

test('another language brings them along', async () => {
  const { i18next, speak, needTexts } = await fresh()
  await speak('zh-CN')
  await needTexts('settings', loads)
  await speak('en')
  expect(i18next.t('settings:greeting')).toBe('Hello')
})
