import { PercentageOutlined, TrophyOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { Feature } from '../../shared/feature'
import { withTexts } from '../../shared/lateTexts'
import { texts } from './texts'

const CreateCompetitorDialog = lazy(async () => ({ default: (await import('./CreateCompetitorDialog')).CreateCompetitorDialog }))

/** Who sells against us, and how we fare. */
export const feature: Feature = {
  routes: [
    { path: '/competitors', lazy: async () => ({ Component: (await import('./CompetitorListPage')).CompetitorListPage }) },
    { path: '/competitors/win-loss', lazy: withTexts(texts, async () => ({ Component: (await import('./WinLossPage')).WinLossPage })) },
    { path: '/competitors/:id', lazy: async () => ({ Component: (await import('./CompetitorPage')).CompetitorPage }) },
  ],
  navigation: [
    { path: '/competitors', label: 'competitor:title', icon: <TrophyOutlined aria-hidden />, permission: 'competitor:read' },
    { path: '/competitors/win-loss', label: 'competitor:winLoss.title', icon: <PercentageOutlined aria-hidden />, permission: 'competitor:read', aside: true },
  ],
  records: {
    competitor: {
      plural: 'competitors',
      path: (id) => `/competitors/${id}`,
      create: { label: 'competitor:create', permission: 'competitor:create', icon: <TrophyOutlined aria-hidden />, Dialog: CreateCompetitorDialog, quick: false },
    },
  },
}
