import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { detail, opportunity, opportunityServer, process } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { boardPath } from '../boardPath'
import { feature } from '../feature'
import { OpportunityListPage } from '../OpportunityListPage'

/** A board that keeps where the card is, and a gate before stage B that asks for a date and a proof. */
function boardServer() {
  const asked: URLSearchParams[] = []
  const state = { asked, stage: '11', signOn: null as unknown, need: null as unknown, bodies: [] as unknown[] }
  const unmet = () => [
    ...(state.signOn ? [] : [{ stageId: '12', kind: 'FIELD', field: 'expectedSignOn', code: 'required', label: '预计签约日期', message: '请填写预计签约日期' }]),
    ...(state.need ? [] : [{ stageId: '12', kind: 'VALIDITY', field: 'need', code: 'unproven', label: '需求', message: '请确认需求并写明依据' }]),
  ]
  const lane = (key: string, label: string, winRate: number) => {
    const rows = state.stage === key ? [opportunity] : []
    return { key, label, stage: { id: key, code: label[0], winRate, plannedDays: 7, isFinal: false }, count: rows.length, amount: rows.length * 400_000, weightedAmount: rows.length * 4000 * winRate, filter: '{}', rows, next: null }
  }
  server.use(
    ...opportunityServer,
    http.get('*/api/records/opportunity', () => HttpResponse.json({ rows: [opportunity] })),
    http.get('*/api/records/opportunity/count', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ count: 1, capped: false })
    }),
    http.get('*/api/records/opportunity/sums', () => HttpResponse.json({ sums: {} })),
    http.get('*/api/opportunities/board', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ lanes: [lane('11', '了解商机', 10), lane('12', '确认商机', 25)], more: false })
    }),
    http.get('*/api/opportunities/5', () => HttpResponse.json({ ...detail, values: { ...detail.values, expectedSignOn: state.signOn } })),
    http.put('*/api/opportunities/5/stage', async ({ request }) => {
      const body = (await request.json()) as { stageId: string }
      state.bodies.push(body)
      if (unmet().length > 0) return HttpResponse.json({ type: '/problems/stage-gates-unmet', title: '条件不满足', status: 409, unmetGates: unmet() }, { status: 409 })
      state.stage = body.stageId
      return HttpResponse.json({ version: 6 })
    }),
    http.patch('*/api/opportunities/5', async ({ request }) => {
      const { version, expectedSignOn } = (await request.json()) as { version: number; expectedSignOn: string }
      expect(version).toBe(3)
      state.signOn = expectedSignOn
      return HttpResponse.json({ version: 4 })
    }),
    http.put('*/api/opportunities/5/validity', async ({ request }) => {
      const { need } = (await request.json()) as { need: unknown }
      state.need = need
      return HttpResponse.json({ version: 5 })
    }),
  )
  return state
}

const open = (at = boardPath) => renderPage(<OpportunityListPage />, { at, features: [feature], session: { permissions: ['opportunity:read', 'opportunity:edit'] } })
const laneOf = (name: string) => within(screen.getByRole('region', { name }))
const card = { name: '智慧水务平台' }

async function choose(person: ReturnType<typeof open>['person'], item: string) {
  await person.click(await screen.findByRole('button', { name: '移动“智慧水务平台”' }))
  await person.click(await screen.findByRole('menuitem', { name: item }))
}

test('shows lanes with the figures of the server, and the overstay in words', async () => {
  boardServer()
  open()
  await screen.findByRole('article', card)
  expect(laneOf('了解商机').getByRole('heading').textContent).toContain('1')
  expect(laneOf('了解商机').getByText('40 万')).toBeTruthy()
  expect(laneOf('了解商机').getByText(/超期 2 天/)).toBeTruthy()
  expect(laneOf('了解商机').getByText('未安排下一步')).toBeTruthy()
})

test('beside the process says how many are of it, where the list counts those of all', async () => {
  boardServer()
  server.use(http.get('*/api/processes', () => HttpResponse.json([process, { ...process, id: '99', name: '网格销售', isDefault: false }])))
  open(`${boardPath}&process=99`)
  expect(await screen.findByRole('combobox', { name: '销售流程' })).toBeTruthy()
  expect(await screen.findByText('1 条', { selector: '[class*=toolbar] span' })).toBeTruthy()
})

test('a refused move asks for exactly what is missing, mends it and moves', async () => {
  const state = boardServer()
  const { person } = open()
  await choose(person, '到 B 确认商机')
  // Another dialog stands there until what is asked for is known.
  await screen.findByLabelText('预计签约日期')
  const dialog = within(screen.getByRole('dialog'))
  expect(await dialog.findByText('“智慧水务平台”进入确认商机还缺')).toBeTruthy()
  await person.click(await dialog.findByLabelText('预计签约日期'))
  await person.paste('2027-01-15')
  await person.keyboard('{Enter}')
  await person.click(dialog.getByLabelText('需求：依据'))
  await person.paste('11 月 20 日拜访纪要')
  expect(document.querySelectorAll('.ant-form-item')).toHaveLength(2)
  await person.click(dialog.getByRole('button', { name: '保存并继续' }))
  await waitFor(() => expect(state.stage).toBe('12'))
  expect(state.signOn).toBe('2027-01-15')
  expect(state.need).toEqual({ known: true, evidence: '11 月 20 日拜访纪要' })
  expect(await laneOf('确认商机').findByRole('article', card)).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('whoever gives up the missing items finds the card where it was', async () => {
  boardServer()
  const { person } = open()
  await choose(person, '到 B 确认商机')
  const dialog = within(await screen.findByRole('dialog'))
  expect(laneOf('确认商机').getByRole('article', card)).toBeTruthy()
  await person.click(await dialog.findByRole('button', { name: '取消' }))
  expect(await laneOf('了解商机').findByRole('article', card)).toBeTruthy()
})

test('shows open ones until something is said of the status, says so, and counts the same', async () => {
  const { asked } = boardServer()
  const { person } = open()
  await screen.findByRole('article', card)
  const opens = { field: 'status', op: 'is', value: 'OPEN' }
  await waitFor(() => expect(asked.length).toBeGreaterThan(1))
  expect(asked.map((one) => JSON.parse(one.get('filter')!) as unknown)).toEqual(asked.map(() => opens))
  expect([...document.querySelectorAll('.ant-segmented-item-selected')].map(({ textContent }) => textContent)).toContain('跟进中')
  await person.click(screen.getByRole('radio', { name: '赢单' }))
  await waitFor(() => expect(JSON.parse(asked.at(-1)!.get('filter')!)).toEqual({ field: 'status', op: 'in', value: ['WON'] }))
  expect(screen.queryByRole('button', { name: '移除条件：状态 是 跟进中' })).toBeNull()
})

test('shows all once the chip of the open ones is taken away, and again by one tap', async () => {
  const { asked } = boardServer()
  const { person, query } = open()
  await person.click(await screen.findByRole('button', { name: '移除条件：状态 是 跟进中' }))
  const any = { field: 'status', op: 'notEmpty' }
  expect(JSON.parse(query().get('filter')!)).toEqual(any)
  await waitFor(() => expect(JSON.parse(asked.at(-1)!.get('filter')!)).toEqual(any))
  expect([...document.querySelectorAll('.ant-segmented-item-selected')].map(({ textContent }) => textContent)).toContain('全部状态')
  await person.click(screen.getByRole('radio', { name: '跟进中' }))
  expect(JSON.parse(query().get('filter')!)).toEqual({ field: 'status', op: 'in', value: ['OPEN'] })
})

test('adds nothing to a filter that speaks of the status deep inside', async () => {
  const { asked } = boardServer()
  const filter = JSON.stringify({ or: [{ field: 'status', op: 'is', value: 'WON' }, { field: 'expectedAmount', op: 'gt', value: 100_000 }] })
  open(`${boardPath}&filter=${encodeURIComponent(filter)}`)
  await screen.findByRole('article', card)
  expect(asked.map((one) => one.get('filter'))).toEqual(asked.map(() => filter))
})

test('shows a past day as it was, and moves nothing', async () => {
  const { asked } = boardServer()
  open(`${boardPath}&asOf=2025-11-25`)
  const link = await screen.findByRole('link', card)
  expect(link.getAttribute('href')).toBe('/opportunities/5?asOf=2025-11-25')
  expect(screen.queryByRole('button', { name: '移动“智慧水务平台”' })).toBeNull()
  expect(asked.every((params) => params.get('asOf') === '2025-11-25')).toBe(true)
})
