import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { useParams } from 'react-router'
import type { Row } from '../../../api/types'
import { listenForShortcuts } from '../../../shared/keyboard'
import { Neighbours } from '../../../shared/records/Neighbours'
import { opportunity, opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { boardPath } from '../boardPath'
import { feature } from '../feature'
import { OpportunityListPage } from '../OpportunityListPage'

const rows = Array.from({ length: 60 }, (_, index): Row => ({ ...opportunity, id: `${index + 100}`, name: `项目 ${index}` }))
const filter = JSON.stringify({ field: 'stage', op: 'is', value: '11' })

const Record = () => {
  const { id } = useParams()
  return <Neighbours id={id!} pathOf={(other) => `/opportunities/${other}`} />
}

// [X2]
test('from a card one goes on behind what its lane had loaded, and back to the card of the last record', async () => {
  const silent = listenForShortcuts()
  const limits: number[] = []
  server.use(
    ...opportunityServer,
    http.get('*/api/records/opportunity/count', () => HttpResponse.json({ count: rows.length, capped: false })),
    http.get('*/api/records/opportunity/sums', () => HttpResponse.json({ sums: {} })),
    http.get('*/api/opportunities/board', () => {
      const stage = { id: '11', code: 'A', winRate: 10, plannedDays: 7, isFinal: false }
      return HttpResponse.json({ lanes: [{ key: '11', label: '了解商机', stage, count: rows.length, amount: 0, weightedAmount: 0, filter, rows: rows.slice(0, 20), next: '20' }], more: false })
    }),
    http.get('*/api/records/opportunity', ({ request }) => {
      const asked = new URL(request.url).searchParams
      const from = Number(asked.get('after') ?? 0)
      const to = from + Number(asked.get('limit') ?? 50)
      if (from === 20) limits.push(to - from)
      return HttpResponse.json({ rows: rows.slice(from, to), next: to < rows.length ? `${to}` : null })
    }),
  )
  const { person, router } = renderPage(<OpportunityListPage />, {
    at: boardPath,
    features: [feature],
    routes: [{ path: '/opportunities/:id', element: <Record /> }],
    session: { permissions: ['opportunity:read'] },
  })
  await person.click(await screen.findByRole('link', { name: '项目 18' }))
  expect(await screen.findByText('19 / 60')).toBeTruthy()
  for (const next of [19, 20, 21, 22]) {
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一条' }).disabled).toBe(false))
    await person.keyboard('j')
    await waitFor(() => expect(router.state.location.pathname).toBe(`/opportunities/${next + 100}`))
  }
  await router.navigate(-1)
  await waitFor(() => expect(document.activeElement?.textContent).toBe('项目 22'))
  expect(limits).toContain(20)
  silent()
})
