import { fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { PlanTab } from './PlanTab'

const visit = { id: '7', version: 3, kind: 'STEP', title: '拜访', assigneeId: '2', assigneeName: '王芳', startsOn: '2026-12-03', endsOn: '2026-12-08', baseStartsOn: '2026-12-01', baseEndsOn: '2026-12-05', slipDays: 3 }
const plan = { version: 2, positioning: '稳定优先', resources: [{ kind: 'MONEY', name: '测试费', quantity: 5000 }], baselineAt: '2026-11-20T01:00:00Z', slipDays: 3, items: [visit] }

test('[D7] shows slip, strategy and resources; arrows move a bar by days, with Shift they make it longer', async () => {
  const sent: unknown[] = []
  server.use(
    ...opportunityServer,
    http.get('*/api/opportunities/5/plan', () => HttpResponse.json(plan)),
    http.patch('*/api/opportunities/5/plan/items/7', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ version: 4 })
    }),
  )
  renderPage(<PlanTab id="5" editable />)
  const bar = await screen.findByRole('button', { name: '拜访，2026-12-03 至 2026-12-08，晚 3 天' })
  expect(screen.getAllByText('晚 3 天')).toHaveLength(2)
  expect(screen.getByText('稳定优先')).toBeTruthy()
  expect(screen.getByText('5,000 元')).toBeTruthy()
  fireEvent.keyDown(bar, { key: 'ArrowRight' })
  fireEvent.keyDown(bar, { key: 'ArrowRight' })
  fireEvent.keyDown(bar, { key: 'ArrowRight', shiftKey: true })
  expect(screen.getByText('2026-12-05 至 2026-12-11')).toBeTruthy()
  fireEvent.blur(bar)
  await waitFor(() => expect(sent).toEqual([{ startsOn: '2026-12-05', endsOn: '2026-12-11', version: 3 }]))
})

test('who may not edit opens and moves nothing', async () => {
  server.use(...opportunityServer, http.get('*/api/opportunities/5/plan', () => HttpResponse.json(plan)))
  renderPage(<PlanTab id="5" editable={false} />)
  fireEvent.keyDown(await screen.findByRole('button', { name: /拜访/ }), { key: 'ArrowRight' })
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.queryByText('添加计划项')).toBeNull()
})
