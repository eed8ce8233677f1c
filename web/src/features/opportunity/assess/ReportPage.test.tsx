import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { ReportPage } from './ReportPage'

const assessment = (id: string, number: number) => ({
  id,
  version: 0,
  number,
  state: 'APPROVED',
  card: { code: 'S3', name: '业务商机评分卡' },
  criteria: [],
  raters: [],
  missing: [],
  followers: [],
  support: [],
  flow: { kind: 'assessment', subjectId: '7' },
  createdBy: { id: '1', name: '李雷' },
  createdAt: '2026-10-01T01:00:00Z',
  submittedAt: '2026-10-02T01:00:00Z',
  may: {},
})

const bands = { low: 4, medium: 9, high: 15 }

test('[D6] an old report shows the risks of then, not those of today', async () => {
  server.use(
    http.get('*/api/opportunities/5', () => HttpResponse.json({ id: '5', version: 1, values: { name: '专线' }, may: {}, path: [], overstayDays: 0 })),
    http.get('*/api/opportunities/5/assessments', () => HttpResponse.json({ assessments: [assessment('8', 2), assessment('7', 1)], cards: [] })),
    http.get('*/api/opportunities/5/assessments/7/beside', () =>
      HttpResponse.json({ asOf: '2026-10-02T01:00:00Z', register: { bands, risks: [{ id: '3', version: 0, title: '对手压价', probability: 4, impact: 5, weight: 20, band: 'CRITICAL', state: 'OPEN' }] }, profit: null }),
    ),
    http.get('*/api/opportunities/5/risks', () => HttpResponse.json({ bands, risks: [{ id: '4', version: 0, title: '今天的风险', probability: 1, impact: 1, weight: 1, band: 'LOW', state: 'OPEN' }] })),
    ...opportunityServer,
  )
  renderPage(<ReportPage />, { at: '/opportunities/5/report?of=7', path: '/opportunities/:id/report', session: { permissions: ['opportunity:read', 'opportunity:profit'] } })
  expect(await screen.findByText('对手压价')).toBeTruthy()
  expect(screen.getByText(/2026-10-02.*送审时的情况/)).toBeTruthy()
  expect(screen.queryByText('今天的风险')).toBeNull()
  expect(screen.queryByText('收益测算')).toBeNull()
})

test('whoever may not see it is led back in plain words', async () => {
  server.use(
    http.get('*/api/opportunities/5/assessments', () => HttpResponse.json({ type: '/problems/not-found', title: '没有', status: 404 }, { status: 404 })),
    ...opportunityServer,
  )
  renderPage(<ReportPage />, { at: '/opportunities/5/report', path: '/opportunities/:id/report' })
  expect((await screen.findByRole('link', { name: '回到商机' })).getAttribute('href')).toBe('/opportunities/5?tab=assessment')
})
