import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import { useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { FeaturesContext, type Feature } from '../shared/feature'
import { useMode, usePreferences, useReducedMotion } from '../shared/preferences'
import { themeOf, variablesOf } from '../shared/theme'
import { antdLocale, speak } from './language'

/** Theme, language, server state and features, around everything. */
export function Providers({ client, features, children }: { client: QueryClient; features: Feature[]; children: ReactNode }) {
  const { density, language } = usePreferences()
  const mode = useMode()
  const spoken = useSpoken(language)
  const reduced = useReducedMotion()
  const theme = useMemo(() => themeOf(mode, density, !reduced), [mode, density, reduced])

  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset.mode = mode
    root.style.colorScheme = mode
    for (const [name, value] of Object.entries(variablesOf(mode, density))) root.style.setProperty(name, value)
  }, [mode, density])

  if (!spoken) return null
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        theme={theme}
        locale={antdLocale(spoken)}
        button={{ autoInsertSpace: false }}
        // A long title ends before the cross that closes the dialog.
        modal={{ styles: { title: { paddingInlineEnd: 28 } } }}
        form={{ scrollToFirstError: true }}
      >
        <App component={false} message={{ maxCount: 3 }}>
          <FeaturesContext value={features}>{children}</FeaturesContext>
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  )
}

/** The language whose texts are loaded: the old one stays until the new one is there. */
function useSpoken(language: 'zh-CN' | 'en') {
  const [spoken, setSpoken] = useState<typeof language | null>(antdLocale(language) ? language : null)
  useEffect(() => {
    let current = true
    void speak(language).then(() => current && setSpoken(language))
    return () => {
      current = false
    }
  }, [language])
  return spoken
}
