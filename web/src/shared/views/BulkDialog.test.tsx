import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { opportunityType } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Offer } from './api'
import { BulkDialog } from './BulkDialog'

const show = (offer: Offer) => {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json(opportunityType)),
    http.post('*/api/records/opportunity/bulk', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: '3' }, { status: 202 })
    }),
    http.get('*/api/bulk-runs/3', () => HttpResponse.json({ id: '3', type: 'opportunity', action: offer.action, chosen: 2, done: 0, unchanged: 0, refused: 0, jobId: null })),
  )
  const page = <BulkDialog type="opportunity" offer={offer} chosen={{ ids: ['1', '2'] }} count={2} text="2" onClose={() => {}} />
  return { ...renderPage(page, { session: { permissions: ['opportunity:read'] } }), sent }
}

// X2 D9
test('many are asked to be abandoned for a reason, and one knows what comes of it', async () => {
  const { person, sent } = show({ action: 'abandon', label: '申请放弃', hint: '每条各送一份审批', fields: [] })
  expect(await screen.findByText('每条各送一份审批')).toBeTruthy()
  const begin = screen.getByRole<HTMLButtonElement>('button', { name: '开始处理 2 条' })
  expect(begin.disabled).toBe(true)
  await person.type(screen.getByLabelText('原因'), ' 客户取消预算 ')
  await person.click(begin)
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent).toEqual([{ action: 'abandon', selection: { ids: ['1', '2'] }, given: { reason: '客户取消预算' } }])
})

// X2 D5
test('many take the newest edition without being asked anything', async () => {
  const { person, sent } = show({ action: 'newestEdition', label: '改用最新版流程', hint: '留在原阶段', fields: [] })
  expect(await screen.findByText('留在原阶段')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '开始处理 2 条' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent).toEqual([{ action: 'newestEdition', selection: { ids: ['1', '2'] }, given: {} }])
})
