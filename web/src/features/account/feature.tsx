import type { Feature } from '../../shared/feature'
import { withTexts } from '../../shared/lateTexts'
import { texts } from './texts'

/** Signing in and what concerns one's own account. */
export const feature: Feature = {
  routes: [
    { path: '/me', lazy: async () => ({ Component: (await import('./MePage')).MePage }) },
    { path: '/me/password', lazy: async () => ({ Component: (await import('./PasswordPage')).PasswordPage }) },
    { path: '/me/sessions', lazy: withTexts(texts, async () => ({ Component: (await import('./SessionsPage')).SessionsPage })) },
    { path: '/me/absences', lazy: withTexts(texts, async () => ({ Component: (await import('./AbsencesPage')).AbsencesPage })) },
    { path: '/me/tokens', lazy: withTexts(texts, async () => ({ Component: (await import('./TokensPage')).TokensPage })) },
  ],
}
