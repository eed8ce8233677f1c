import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import type { Edition, Timeline, Trial, TrialItem } from './api'
import { RulePage } from './RulePage'
import { RulesPage } from './RulesPage'

const body = { limits: { ordinary: 20000 }, basis: 'EXPECTED' }
const published: Edition = {
  id: '11',
  number: 1,
  state: 'PUBLISHED',
  effectiveFrom: '2026-01-01',
  inForce: true,
  body,
  lines: ['普通：20,000 元起'],
  added: ['普通：20,000 元起'],
  removed: ['普通：10,000 元起'],
  reason: '公司会议决定',
  createdBy: '李总',
  createdAt: '2025-12-20T01:00:00Z',
  publishedBy: '李总',
  publishedAt: '2025-12-21T01:00:00Z',
}
const draft: Edition = {
  ...published,
  id: '12',
  number: null,
  state: 'DRAFT',
  effectiveFrom: null,
  inForce: false,
  added: ['普通：30,000 元起'],
  removed: ['普通：20,000 元起'],
  reason: null,
  publishedBy: null,
  publishedAt: null,
}
const rule: Timeline = {
  id: 'grade',
  label: '商机分级',
  parts: [
    { path: 'limits.ordinary', type: 'MONEY', label: '普通，起点（元）', choices: [] },
    { path: 'basis', type: 'CHOICE', label: '定级依据', choices: [{ code: 'EXPECTED', label: '预计金额' }] },
  ],
  department: null,
  version: 4,
  locked: false,
  mayEdit: true,
  mayTry: true,
  departments: [],
  inForce: { source: 'OWN', department: null, body, lines: published.lines },
  editions: [draft, published],
}
const refused = (field: string, message: string) =>
  HttpResponse.json({ type: '/problems/invalid-fields', title: '有字段不符合要求', status: 400, fields: [{ field, code: 'x', message }] }, { status: 400 })

const open = (...more: Parameters<typeof server.use>) => {
  server.use(
    ...more,
    http.get('*/api/rules/grade', () => HttpResponse.json(rule)),
    http.get('*/api/rules/grade/trials', () => HttpResponse.json([])),
    http.get('*/api/departments', () => HttpResponse.json([])),
  )
  return renderPage(<RulePage />, {
    at: '/settings/rules/grade',
    path: '/settings/rules/:id',
    features: [{ routes: [], records: { opportunity: { plural: 'opportunities', path: (id: string) => `/opportunities/${id}` } } }],
  })
}

// X7
test('the list of rules tells what each says today', async () => {
  server.use(
    http.get('*/api/rules', () =>
      HttpResponse.json([{ id: 'grade', label: '商机分级', locked: true, lines: ['重大：200,000 元起'], departments: 2, nextChange: '2026-12-01' }]),
    ),
  )
  renderPage(<RulesPage />)
  expect((await screen.findByRole('link', { name: '商机分级' })).getAttribute('href')).toBe('/settings/rules/grade')
  expect(screen.getByText('重大：200,000 元起')).toBeTruthy()
  expect(screen.getByText('2 个部门另有规定')).toBeTruthy()
  expect(screen.getByText('2026-12-01 起有变化')).toBeTruthy()
})

test('editions tell what differs from the one before, by whom and why', async () => {
  open()
  const editions = within(await screen.findByRole('region', { name: '版本' }))
  expect(editions.getByText('第 1 版，自 2026-01-01 起')).toBeTruthy()
  expect(editions.getByText('现行')).toBeTruthy()
  expect(editions.getByText(/李总 发布于 2025-12-21 09:00 · 公司会议决定/)).toBeTruthy()
  expect(editions.getAllByRole('deletion').map((line) => line.textContent)).toEqual(['普通：20,000 元起', '普通：10,000 元起'])
  expect(editions.getAllByRole('insertion').map((line) => line.textContent)).toEqual(['普通：30,000 元起', '普通：20,000 元起'])
})

test('a draft begins with what holds, and a fault stands at its part', async () => {
  let sent: unknown
  const { person } = open(
    http.post('*/api/rules/grade/editions', async ({ request }) => {
      sent = await request.json()
      return refused('body.limits.ordinary', '须大于前一级的起点')
    }),
  )
  await person.click(await screen.findByText('起草新版'))
  const limit = await screen.findByLabelText<HTMLInputElement>('普通，起点（元）')
  expect(limit.value).toBe('20,000')
  fireEvent.change(limit, { target: { value: '15000' } })
  await person.click(screen.getByText('保存草稿'))
  expect(await screen.findByText('须大于前一级的起点')).toBeTruthy()
  expect(sent).toEqual({ version: 4, departmentId: null, body: { limits: { ordinary: 15000 }, basis: 'EXPECTED' } })
})

test('publishing asks for day and reason', async () => {
  const { person } = open(http.put('*/api/rules/grade/editions/12/publication', () => refused('effectiveFrom', '请填写')))
  await person.click(await screen.findByRole('button', { name: /^发\s?布$/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('生效日')).toBeTruthy()
  await person.click(dialog.getByRole('button', { name: /^发\s?布$/ }))
  expect(await dialog.findByText('请填写')).toBeTruthy()
})

test('the sandbox tells what a draft would have changed', async () => {
  const item: TrialItem = { id: '5', editionId: '12', jobId: '9', from: '2025-11-26', to: '2026-11-26', startedAt: '2026-11-26T01:00:00Z', changed: 2 }
  const trial: Trial = {
    trial: item,
    recordType: 'opportunity',
    verdicts: [
      { code: 'GENERAL', label: '一般' },
      { code: 'ORDINARY', label: '普通' },
    ],
    outcome: {
      changed: 2,
      amount: 50000,
      cells: [{ from: 'ORDINARY', to: 'GENERAL', count: 2, amount: 50000 }],
      owners: [{ userId: '7', name: '王小明', count: 2, amount: 50000 }],
      records: [{ id: '31', name: '互联网专线', from: 'ORDINARY', to: 'GENERAL', amount: 25000, owner: '王小明' }],
    },
  }
  let span: unknown
  let done = false
  const { person } = open(
    http.post('*/api/rules/grade/editions/12/trials', async ({ request }) => {
      span = await request.json()
      return HttpResponse.json({ id: '5', jobId: '9' }, { status: 202 })
    }),
    http.get('*/api/rules/grade/trials/5', () => HttpResponse.json(done ? trial : { ...trial, outcome: null })),
    http.get('*/api/jobs/9', () => {
      done = true
      return HttpResponse.json({ id: '9', kind: 'rule-trial', state: 'DONE', done: 1, total: 1, cancelRequested: false, createdAt: item.startedAt })
    }),
  )
  await person.click(await screen.findByText('开始试算'))
  const outcome = within(await screen.findByRole('region', { name: '试算结果' }, { timeout: 5000 }))
  expect(outcome.getByText('2 条会变化')).toBeTruthy()
  expect(outcome.getByText(/预计金额合计 50,000 元/)).toBeTruthy()
  expect(within(outcome.getByRole('table', { name: '从哪一级到哪一级' })).getByText('2')).toBeTruthy()
  expect(outcome.getByRole('link', { name: '互联网专线' }).getAttribute('href')).toBe('/opportunities/31')
  expect(outcome.getByText('普通 → 一般')).toBeTruthy()
  expect(Object.keys(span as object)).toEqual(['from', 'to'])
})

// [X7]
test('trials of drafts that were published or put away stay, page by page', async () => {
  const trial = (id: number, editionId: string): TrialItem => ({ id: String(id), editionId, from: '2026-01-01', to: `2026-11-${id}`, startedAt: '2026-11-26T01:00:00Z', changed: id })
  const asked: (string | null)[] = []
  const { person } = open(
    http.get('*/api/rules/grade', () => HttpResponse.json({ ...rule, editions: rule.editions.filter(({ state }) => state !== 'DRAFT') })),
    http.get('*/api/rules/grade/trials', ({ request }) => {
      const before = new URL(request.url).searchParams.get('before')
      asked.push(before)
      return HttpResponse.json(before ? [trial(10, rule.editions.find(({ number }) => number)!.id)] : Array.from({ length: 10 }, (_, at) => trial(20 - at, '99')))
    }),
    http.get('*/api/rules/grade/trials/10', () =>
      HttpResponse.json({ trial: trial(10, '11'), recordType: 'opportunity', verdicts: [], outcome: { changed: 10, cells: [], owners: [], records: [] } }),
    ),
  )
  expect(await screen.findByText(/现在没有草稿可试/)).toBeTruthy()
  expect((await screen.findAllByText(/已放弃的草稿 · .* 条会变化/)).length).toBe(10)
  await person.click(screen.getByRole('button', { name: '更早的试算' }))
  expect(await screen.findByText(/第 \d 版 · .* · 10 条会变化/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '更早的试算' })).toBeNull()
  expect(asked).toEqual([null, '11'])
  await person.click(screen.getByRole('button', { name: '2026-01-01 – 2026-11-10' }))
  expect(within(await screen.findByRole('region', { name: '试算结果' })).getByText('10 条会变化')).toBeTruthy()
})

test('a kind that describes no parts is edited as it is kept', async () => {
  let sent: { body?: unknown } = {}
  const { person } = open(
    http.get('*/api/rules/grade', () => HttpResponse.json({ ...rule, parts: [] })),
    http.post('*/api/rules/grade/editions', async ({ request }) => {
      sent = (await request.json()) as typeof sent
      return HttpResponse.json({ id: '13', version: 5 }, { status: 201 })
    }),
  )
  await person.click(await screen.findByText('起草新版'))
  const content = await screen.findByLabelText('内容（JSON）')
  fireEvent.change(content, { target: { value: '{"limits": ' } })
  expect(await screen.findByText('不是正确的 JSON，未采用')).toBeTruthy()
  fireEvent.change(content, { target: { value: '{"limits": 1}' } })
  await person.click(screen.getByText('保存草稿'))
  await waitFor(() => expect(sent.body).toEqual({ limits: 1 }))
})
