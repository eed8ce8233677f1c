import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { WinLossPage } from './WinLossPage'

const standing = (competitorId: string, name: string, won: number, lost: number, winRatePercent: number | null) => ({
  competitorId,
  name,
  archived: false,
  open: { count: 0, amount: 0 },
  won: { count: won, amount: won * 10_000 },
  lost: { count: lost, amount: null },
  lostToIt: { count: 0, amount: null },
  winRatePercent,
})

test('[D11] win and loss by competitor: each figure leads to its records, no base gives no rate', async () => {
  server.use(http.get('*/api/opportunities/win-loss', () => HttpResponse.json([standing('3', '甲公司', 3, 1, 75), standing('4', '乙公司', 0, 0, null)])))
  renderPage(<WinLossPage />)
  const won = await screen.findByRole('link', { name: '甲公司：赢单 3 条' })
  const filter: unknown = JSON.parse(new URL(won.getAttribute('href')!, 'http://x').searchParams.get('filter')!)
  expect(filter).toEqual({ and: [{ field: 'rivals', op: 'is', value: '甲公司' }, { field: 'status', op: 'is', value: 'WON' }] })
  expect(screen.getByText('75%')).toBeTruthy()
  expect(screen.getByText('—')).toBeTruthy()
})

test('[A4 D11] who may not read who won sees a dash there, no 0', async () => {
  server.use(http.get('*/api/opportunities/win-loss', () => HttpResponse.json([{ ...standing('3', '甲公司', 0, 2, 0), lostToIt: null }])))
  renderPage(<WinLossPage />)
  expect(await screen.findByText('—')).toBeTruthy()
})
