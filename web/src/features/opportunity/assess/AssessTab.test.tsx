import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import type { OpportunityDetail } from '../api'
import { AssessTab } from './AssessTab'
import type { Assessment } from './assessApi'
import { BandsPage } from './BandsPage'
import { ProfitDialog } from './ProfitDialog'

const person = (id: string, name: string) => ({ id, name })
const assessment: Assessment = {
  id: '7',
  version: 0,
  number: 1,
  state: 'DRAFT',
  card: { code: 'S3', name: '业务商机评分卡' },
  criteria: [
    { code: 'DEMAND', name: '市场需求', weight: 1, levels: [{ value: 75, name: '稳定' }], answers: 1, mean: 75, spread: 0 },
    { code: 'PROFIT', name: '盈利预测', weight: 1, levels: [], answers: 0 },
  ],
  raters: [{ person: person('2', '王支撑'), mine: false, at: '2026-11-20T01:00:00Z', marks: [{ criterion: 'DEMAND', value: 75, comment: '年内要上' }] }],
  missing: ['还没有人评：盈利预测'],
  followers: [],
  support: [],
  flow: { kind: 'assessment', subjectId: '7' },
  createdBy: person('1', '李雷'),
  createdAt: '2026-11-20T01:00:00Z',
  may: { rate: true, send: true, discard: true },
}
const complete: Assessment = { ...assessment, missing: [], score: 56.25, spread: 12.5, screened: 'DEFER', screenedBy: '40 分起：暂缓跟进' }
const detail = { id: '5', version: 1, values: { name: '专线', stage: { id: '1', label: 'A' } }, may: { edit: true, defer: true }, path: [], overstayDays: 0 } as unknown as OpportunityDetail

const open = (shown: Assessment, ...more: Parameters<typeof server.use>) => {
  server.use(
    ...more,
    ...opportunityServer,
    http.get('*/api/opportunities/5/assessments', () => HttpResponse.json({ assessments: [shown], cards: [] })),
    http.get('*/api/opportunities/5/risks', () =>
      HttpResponse.json({ bands: { low: 4, medium: 12, high: 15 }, risks: [{ id: '3', version: 0, title: '对手压价', probability: 4, impact: 5, weight: 20, band: 'CRITICAL', mitigation: '先报方案', state: 'OPEN' }] }),
    ),
    http.get('*/api/approvals/preview', () => HttpResponse.json({ complete: true, levels: [] })),
  )
  return renderPage(<AssessTab detail={detail} />)
}

test('[D6] shows what raters gave and said, what is missing, and keeps what I give', async () => {
  let sent: unknown
  const { person: me } = open(
    assessment,
    http.put('*/api/opportunities/5/assessments/7/marks', async ({ request }) => {
      sent = await request.json()
      return new HttpResponse(null, { status: 204 })
    }),
  )
  expect(await screen.findByText('年内要上')).toBeTruthy()
  expect(screen.getByText('还没有人评：盈利预测')).toBeTruthy()
  await me.click(screen.getByText('我来评分'))
  const dialog = within(await screen.findByRole('dialog'))
  await me.click(dialog.getByText('稳定 75'))
  fireEvent.change(dialog.getByLabelText('盈利预测：分值'), { target: { value: '62.5' } })
  await me.click(dialog.getByLabelText('盈利预测：说明'))
  await me.paste('毛利尚可')
  await me.click(dialog.getByText('保存评分'))
  await waitFor(() => expect(sent).toBeTruthy())
  expect(sent).toEqual({
    marks: [
      { criterion: 'DEMAND', value: 75, comment: null },
      { criterion: 'PROFIT', value: 62.5, comment: '毛利尚可' },
    ],
  })
})

test('[D6] tells by which line of the rule it was screened, and sends the direction for approval', async () => {
  let sent: unknown
  const { person: me } = open(
    complete,
    http.post('*/api/opportunities/5/assessments/7/submission', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ version: 1 })
    }),
  )
  expect(await screen.findByText('56.25')).toBeTruthy()
  expect(screen.getByText('40 分起：暂缓跟进')).toBeTruthy()
  await me.click(screen.getByRole('button', { name: /^送\s?审$/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await me.click(dialog.getByText('优先跟进'))
  await me.click(dialog.getByLabelText('结论与理由'))
  await me.paste('战略客户')
  await me.click(dialog.getByRole('button', { name: /^送\s?审$/ }))
  await waitFor(() => expect(sent).toEqual({ direction: 'PRIORITY', conclusion: '战略客户', named: { followers: [], support: [] }, version: 0 }))
})

test('[D9] while the grade waits one flow confirms both, and names who follows with what', async () => {
  let sent: unknown
  let chain = ''
  const { person: me } = open(
    { ...complete, flow: { kind: 'grade', subjectId: '5' }, followers: [{ person: person('2', '王支撑'), role: 'SOLUTION' }] },
    http.post('*/api/opportunities/5/assessments/7/submission', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ version: 1 })
    }),
    http.get('*/api/approvals/preview', ({ request }) => {
      chain = new URL(request.url).search
      return HttpResponse.json({ complete: true, levels: [] })
    }),
  )
  expect(await screen.findByText('王支撑（方案）')).toBeTruthy()
  await me.click(screen.getByRole('button', { name: /^送\s?审$/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/同一流程一并确认等级、评估与方向/)).toBeTruthy()
  await waitFor(() => expect(chain).toBe('?kind=grade&subject=5'))
  await me.click(dialog.getByRole('button', { name: '添加资源' }))
  await me.click(dialog.getByLabelText('需要什么'))
  await me.paste('方案工程师')
  await me.click(dialog.getByRole('button', { name: /^送\s?审$/ }))
  await waitFor(() =>
    expect(sent).toMatchObject({ named: { followers: [{ userId: '2', role: 'SOLUTION' }], support: [{ kind: 'PEOPLE', name: '方案工程师' }] } }),
  )
})

test('[D6] an approved direction to defer is offered; risks lie in their matrix', async () => {
  open({ ...complete, state: 'APPROVED', direction: 'DEFER', may: {} })
  expect(await screen.findByText('暂缓到唤醒日期')).toBeTruthy()
  expect(await screen.findByLabelText('概率 4，影响 5：1 项')).toBeTruthy()
  expect(screen.getByText('4 × 5 = 20，极高')).toBeTruthy()
  expect(screen.getByLabelText('概率 3，影响 4：0 项').style.background).toBe('var(--blue-ground)') // as the rule of its department has it
  expect(screen.getByLabelText('概率 4，影响 4：0 项').style.background).toBe('var(--red-ground)')
})

test('[D6] a risk is removed as it was read', async () => {
  let removed: string | undefined
  const { person: me } = open(
    assessment,
    http.delete('*/api/opportunities/5/risks/3', ({ request }) => {
      removed = new URL(request.url).search
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await me.click(await screen.findByRole('button', { name: '删除对手压价' }))
  await me.click(within(await screen.findByRole('tooltip')).getByRole('button', { name: /^(确\s?定|OK)$/ }))
  await waitFor(() => expect(removed).toBe('?version=0'))
})

test('[D6] figures are changed on the version that was read', async () => {
  let sent: unknown
  const closed = vi.fn<() => void>()
  server.use(
    http.put('*/api/opportunities/5/profit', async ({ request }) => {
      sent = await request.json()
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const months = [{ month: '2026-01-01', revenue: 10, cost: 1, net: 9, cumulated: 9 }]
  const { person: me } = renderPage(<ProfitDialog id="5" profit={{ months, revenue: 10, cost: 1, net: 9 }} version={-17} onClose={closed} />)
  await me.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^保\s?存/ }))
  await waitFor(() => expect(closed).toHaveBeenCalled())
  expect(sent).toEqual({ months: [{ month: '2026-01-01', revenue: 10, cost: 1 }], version: -17 })
})

test('[D6] what is wrong with a month is said beside it', async () => {
  const fields = [{ field: 'months[1].revenue', code: 'digits', message: '整数最多 13 位，小数最多 2 位' }]
  server.use(http.put('*/api/opportunities/5/profit', () => HttpResponse.json({ type: '/problems/invalid-fields', status: 400, title: '填写有误', fields }, { status: 400 })))
  const months = ['2026-01-01', '2026-02-01'].map((month) => ({ month, revenue: 10, cost: 1, net: 9, cumulated: 9 }))
  const { person: me } = renderPage(<ProfitDialog id="5" profit={{ months, revenue: 20, cost: 2, net: 18 }} version={-17} onClose={() => {}} />)
  const dialog = within(await screen.findByRole('dialog'))
  await me.click(dialog.getByRole('button', { name: /^保\s?存/ }))
  await waitFor(() => expect(dialog.getByRole('spinbutton', { name: '第 2 行：收入' }).getAttribute('aria-invalid')).toBe('true'))
  expect(dialog.getByRole('spinbutton', { name: '第 1 行：收入' }).getAttribute('aria-invalid')).not.toBe('true')
  expect(dialog.queryByText('填写有误')).toBeNull()
})

test('[D6] figures of a band lead to the opportunities behind them', async () => {
  const none = { count: 0 }
  const band = { from: 80, to: 90, going: none, won: { count: 3, amount: 1500 }, lost: { count: 2 }, other: none, winRatePercent: 60 }
  server.use(http.get('*/api/opportunities/score-bands', () => HttpResponse.json({ bands: [band], screenings: [{ ...band, from: null, to: null, screening: 'PRIORITY' }] })))
  renderPage(<BandsPage />)
  const table = within(await screen.findByRole('table', { name: '分数段' }))
  expect(table.getByText('60%')).toBeTruthy()
  const filter = new URLSearchParams(table.getByRole('link', { name: '3' }).getAttribute('href')!.split('?')[1]).get('filter')!
  expect(JSON.parse(filter)).toEqual({
    and: [
      { field: 'score', op: 'gte', value: 80 },
      { field: 'score', op: 'lt', value: 90 },
      { field: 'status', op: 'in', value: ['WON'] },
    ],
  })
})
