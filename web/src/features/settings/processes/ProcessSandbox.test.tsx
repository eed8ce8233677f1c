import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import type { Trial, TrialItem } from '../rules/api'
import { newStage, type Process } from './api'
import { ProcessSandbox } from './ProcessSandbox'

const draft: Process = {
  id: '1',
  code: 'GOV',
  name: '政企销售',
  description: '',
  english: { name: '', description: '' },
  isDefault: true,
  archived: false,
  version: 2,
  stages: [
    { ...newStage('A'), id: '10', name: '了解商机', winRate: 10 },
    { ...newStage('B'), id: '11', name: '确认商机', winRate: 100, gate: { ...newStage('B').gate, requiredFields: ['customerBudget'] } },
  ],
}
const item: TrialItem = { id: '5', jobId: '9', from: '2025-11-26', to: '2026-11-26', startedAt: '2026-11-26T01:00:00Z', changed: 1 }
const trial: Trial = {
  trial: item,
  recordType: 'opportunity',
  verdicts: [
    { code: 'PASSES', label: '可以推进' },
    { code: 'REFUSED', label: '不能推进' },
  ],
  outcome: {
    changed: 1,
    amount: 180000,
    cells: [{ from: 'PASSES', to: 'REFUSED', count: 1, amount: 180000 }],
    owners: [{ userId: '7', name: '王敏', count: 1, amount: 180000 }],
    records: [{ id: '30', name: '云专线', from: 'PASSES', to: 'REFUSED', amount: 180000, owner: '王敏', added: ['填写客户预算'], removed: [] }],
    steps: { judged: 1200, changed: 3, refused: 2, reasons: [{ label: '填写客户预算', added: 3, removed: 0 }], doubts: ['被拦下的尝试没有留下记录'] },
  },
}
const session = { permissions: ['opportunity:read'] }
const features = [{ routes: [], records: { opportunity: { plural: 'opportunities', path: (id: string) => `/opportunities/${id}` } } }]

// X7 D5
test('the gates on the page are tried unsaved: which moves, by which condition, whose, and what the past cannot tell', async () => {
  let done = false
  let sent: { stages?: { gate: { requiredFields: string[] } }[] } = {}
  let asked = ''
  server.use(
    http.get('*/api/processes/1/trials', () => HttpResponse.json(done ? [item] : [])),
    http.post('*/api/processes/1/trials', async ({ request }) => {
      asked = new URL(request.url).search
      sent = (await request.json()) as typeof sent
      return HttpResponse.json({ id: '5', jobId: '9' }, { status: 202 })
    }),
    http.get('*/api/processes/1/trials/5', () => HttpResponse.json(done ? trial : { ...trial, outcome: null })),
    http.get('*/api/jobs/9', () => {
      done = true
      return HttpResponse.json({ id: '9', kind: 'rule-trial', state: 'DONE', done: 1, total: 1, cancelRequested: false, createdAt: item.startedAt })
    }),
  )
  renderPage(<ProcessSandbox draft={draft} onRefused={() => {}} />, { session, features })
  fireEvent.click(await screen.findByText('开始试算'))
  const outcome = within(await screen.findByRole('region', { name: '试算结果' }, { timeout: 5000 }))
  expect(sent.stages?.[1]?.gate.requiredFields).toEqual(['customerBudget'])
  expect(asked).toMatch(/^\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/)
  expect(outcome.getByText(/比较了 1,200 次推进：3 次结果不同，其中 2 次/)).toBeTruthy()
  const reasons = within(outcome.getByRole('table', { name: '因为哪些条件' }))
  expect(reasons.getByText('填写客户预算').closest('tr')?.textContent).toBe('填写客户预算3')
  const record = outcome.getByText('云专线').closest('tr')!
  expect(record.textContent).toContain('可以推进 → 不能推进')
  expect(within(record).getByText('填写客户预算').tagName).toBe('INS')
  expect(outcome.getByRole('list', { name: '过去说不清的' }).textContent).toBe('被拦下的尝试没有留下记录')
  await waitFor(() => expect(screen.getByRole('list', { name: '您以前的试算' }).textContent).toContain('1 条会变化'))
})

test('what the server refuses is told here and to the page, which marks the stage', async () => {
  const refused: unknown[] = []
  server.use(
    http.get('*/api/processes/1/trials', () => HttpResponse.json([])),
    http.post('*/api/processes/1/trials', () =>
      HttpResponse.json(
        { type: '/problems/invalid-fields', title: '有字段不符合要求', status: 400, fields: [{ field: 'stages[1].winRate', code: 'falling', message: '赢率不能低于前一阶段' }] },
        { status: 400 },
      ),
    ),
  )
  renderPage(<ProcessSandbox draft={draft} onRefused={(failure) => refused.push(failure)} />, { session })
  fireEvent.click(await screen.findByText('开始试算'))
  expect((await screen.findByRole('alert')).textContent).toContain('第 2 个阶段：赢率不能低于前一阶段')
  expect(refused).toHaveLength(1)
})

test('where no move went by a changed gate, it says what to do', async () => {
  const none = { ...trial.outcome!, changed: 0, amount: 0, cells: [], owners: [], records: [], steps: { judged: 0, changed: 0, refused: 0, reasons: [], doubts: [] } }
  server.use(
    http.get('*/api/processes/1/trials', () => HttpResponse.json([{ ...item, changed: 0 }])),
    http.get('*/api/processes/1/trials/5', () => HttpResponse.json({ ...trial, outcome: none })),
  )
  renderPage(<ProcessSandbox draft={draft} onRefused={() => {}} />, { session })
  fireEvent.click(await screen.findByText('2025-11-26 – 2026-11-26'))
  expect(await screen.findByText(/先改动门槛，或换一段时间/)).toBeTruthy()
})

test('is not offered to those who may not read opportunities', () => {
  renderPage(<ProcessSandbox draft={draft} onRefused={() => {}} />)
  expect(screen.queryByText('开始试算')).toBeNull()
})
