import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { detail, opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { feature } from '../feature'
import { DetailPage } from './DetailPage'

// [A3 A4]
test('who only sees how it stands is shown nothing that is none of theirs, and nothing is asked that is refused', async () => {
  const asked: string[] = []
  const refused = ({ request }: { request: Request }) => {
    asked.push(request.url)
    return HttpResponse.json({ type: '/problems/forbidden', status: 403 }, { status: 403 })
  }
  server.use(...opportunityServer)
  server.use(
    http.get('*/api/records/activity/fields', refused),
    http.get('*/api/opportunities/5/stages/:stage', refused),
    http.get('*/api/opportunities/5/timeline', () =>
      HttpResponse.json({ rows: [{ kind: 'CHANGE', at: '2026-11-24T02:12:00Z', by: '8', byName: '李静', changes: [{ field: 'status', label: '状态', before: '进行中', after: '失败' }] }] }),
    ),
    http.get('*/api/opportunities/5', () =>
      HttpResponse.json({
        ...detail,
        may: { edit: false, move: false, readStages: false, readPlan: false, readAssessment: false, readTeam: false, readLines: false },
        gate: { stageId: '12', unmet: [{ stageId: '12', kind: 'FIELD', code: 'required', label: '您无权查看的条件', message: '还缺您无权查看的条件', field: null, item: null }] },
      }),
    ),
  )
  const { person } = renderPage(<DetailPage />, { at: '/opportunities/5', path: '/opportunities/:id', features: [feature], session: { permissions: ['opportunity:read', 'process:read', 'stage:read'] } })
  const kinds = within(await screen.findByRole('radiogroup', { name: '动态的种类' }))
  expect(await screen.findByText('失败')).toBeTruthy()
  expect(kinds.getAllByRole('radio').map((one) => one.closest('label')?.textContent)).toEqual(['全部', '变更', '附件'])
  expect(screen.queryByText(/的条件$/)).toBeNull()
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['动态', '附件', '历史'])
  await person.click(screen.getByRole('button', { name: /A 了解商机/ }))
  expect(await screen.findByRole('region', { name: 'A 了解商机' })).toBeTruthy()
  expect(asked).toEqual([])
})
