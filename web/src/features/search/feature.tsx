import type { Feature } from '../../shared/feature'

/** One box over everything. */
export const feature: Feature = {
  routes: [{ path: '/search', lazy: async () => ({ Component: (await import('./SearchPage')).SearchPage }) }],
}
