import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunity } from '../../testing/opportunities'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { WorkbenchPage } from './WorkbenchPage'

const permissions = ['opportunity:read', 'task:read', 'task:edit']
const filterOf = (link: HTMLElement) => JSON.parse(new URL(link.getAttribute('href')!, 'http://here').searchParams.get('filter')!) as unknown

test('each number opens the list of exactly what it counts', async () => {
  server.use(
    http.get('*/api/workbench', () =>
      HttpResponse.json({
        tasks: [],
        dueNextSteps: [{ ...opportunity, nextStep: '提交方案', nextStepOn: '2026-01-05' }],
        stages: [{ id: '11', label: '了解商机', count: 3, amount: 1_200_000, weightedAmount: 120_000 }],
        overstays: [opportunity],
      }),
    ),
  )
  renderPage(<WorkbenchPage />, { session: { permissions } })
  expect(filterOf(await screen.findByRole('link', { name: /了解商机 数量 3/ }))).toEqual({
    and: [
      { field: 'status', op: 'is', value: 'OPEN' },
      { field: 'stage', op: 'in', value: ['11'] },
    ],
  })
  const steps = within(screen.getByRole('region', { name: '该做的下一步' }))
  expect(steps.getByText(/逾期 \d+ 天/)).toBeTruthy()
  expect(within(screen.getByRole('region', { name: '停留超期' })).getByText('超期 2 天')).toBeTruthy()
})

test('a task is completed in place', async () => {
  let open = true
  server.use(
    http.get('*/api/workbench', () =>
      HttpResponse.json({ tasks: open ? [{ id: '1', title: '发报价单', dueOn: '2026-01-05', priority: 'HIGH' }] : [], dueNextSteps: [], stages: [], overstays: [] }),
    ),
    http.post('*/api/tasks/1/completion', () => {
      open = false
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person } = renderPage(<WorkbenchPage />, { session: { permissions } })
  await person.click(await screen.findByRole('checkbox', { name: '完成任务：发报价单' }))
  expect(await screen.findByText('没有待办任务。')).toBeTruthy()
})

test('a refused completion takes the tick back', async () => {
  server.use(
    http.get('*/api/workbench', () => HttpResponse.json({ tasks: [{ id: '1', title: '发报价单' }], dueNextSteps: [], stages: [], overstays: [] })),
    http.post('*/api/tasks/1/completion', () => HttpResponse.json({ type: '/problems/forbidden', title: '不允许', status: 403 }, { status: 403 })),
  )
  const { person } = renderPage(<WorkbenchPage />, { session: { permissions } })
  const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: '完成任务：发报价单' })
  await person.click(tick)
  expect(await screen.findByText('不允许')).toBeTruthy()
  await waitFor(() => expect(tick.checked).toBe(false))
})

test('what to do comes before how one stands; with nothing due, what is unplanned comes next', async () => {
  server.use(http.get('*/api/workbench', () => HttpResponse.json({ tasks: [], dueNextSteps: [], stages: [], overstays: [] })))
  renderPage(<WorkbenchPage />, { session: { permissions } })
  const link = await screen.findByRole('link', { name: '看看还没安排下一步的商机' })
  expect(filterOf(link)).toEqual({
    and: [
      { field: 'status', op: 'is', value: 'OPEN' },
      { field: 'owner', op: 'me' },
      { field: 'nextStepOn', op: 'empty' },
    ],
  })
  expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual(['该做的下一步', '我的任务', '跟进中的商机', '停留超期'])
})

test('what field rules hide is not told as nothing to do', async () => {
  server.use(http.get('*/api/workbench', () => HttpResponse.json({ tasks: null, dueNextSteps: null, stages: null, overstays: null })))
  renderPage(<WorkbenchPage />, { session: { permissions: ['opportunity:read', 'task:read'] } })
  expect(await screen.findAllByText('您的角色看不到这里所需的字段。')).toHaveLength(4)
  expect(screen.queryByText('没有待办任务。')).toBeNull()
})
