import type { ConfigProviderProps } from 'antd'
import dayjs from 'dayjs'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { lateTexts } from '../shared/lateTexts'
import type { Language } from '../shared/preferences'

type AntdLocale = NonNullable<ConfigProviderProps['locale']>

const locales = new Map<Language, AntdLocale>()

export const antdLocale = (language: Language) => locales.get(language)

const bundles = { 'zh-CN': () => import('./texts/zhBundle'), en: () => import('./texts/enBundle') }

/** Loads a language's texts once and makes everything speak it: our texts, the components, dates, the page's lang. */
export async function speak(language: Language) {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: {},
      defaultNS: 'shared',
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  }
  if (!locales.has(language)) {
    const { default: bundle } = await bundles[language]()
    for (const [namespace, texts] of Object.entries(bundle.texts)) i18next.addResourceBundle(language, namespace, texts)
    locales.set(language, bundle.antd)
  }
  await lateTexts(language)
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}
