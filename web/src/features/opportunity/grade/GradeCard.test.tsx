import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import type { OpportunityDetail } from '../api'
import { GradeCard } from './GradeCard'

const detail = (values: object) =>
  ({ id: '5', version: 1, values: { status: 'OPEN', grade: 'MAJOR', gradeState: 'CONFIRMED', ...values }, may: { edit: true, attach: true }, path: [], overstayDays: 0 }) as unknown as OpportunityDetail

const stands = (view: object) =>
  server.use(
    ...opportunityServer,
    http.get('*/api/opportunities/5/grade', () =>
      HttpResponse.json({ grade: 'MAJOR', pending: null, state: 'CONFIRMED', requestId: null, missing: [], maySend: false, mayWithdraw: false, progress: 'WEEKLY', leading: 'WEEKLY', ...view }),
    ),
    http.get('*/api/opportunities/5/city-reports', () => HttpResponse.json([])),
  )

test('[D3] says who is missing where nobody can confirm, and sends it again', async () => {
  const sent: unknown[] = []
  stands({ pending: 'MAJOR', state: 'UNSENT', missing: ['没有分公司经理'], maySend: true })
  server.use(
    http.post('*/api/opportunities/5/grade/confirmation', async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person } = renderPage(<GradeCard detail={detail({ gradeState: 'UNSENT' })} />)
  expect((await screen.findByRole('alert')).textContent).toBe('没有人可以确认：没有分公司经理')
  await person.click(screen.getByRole('button', { name: /送\s?审/ }))
  await person.click(await screen.findByLabelText('说明'))
  await person.paste('请确认')
  await person.click(screen.getAllByRole('button', { name: /送\s?审/ }).at(-1)!)
  await waitFor(() => expect(sent).toEqual([{ note: '请确认' }]))
})

test('[D3] keeps the grade while a lower one waits, and tells what is overdue', async () => {
  stands({ pending: 'ORDINARY', state: 'AWAITING', requestId: '9', mayWithdraw: true })
  renderPage(<GradeCard detail={detail({ gradeState: 'AWAITING', cityReport: 'DUE', progressOverdue: true, leaderFollowUpAt: null, leaderOverdue: true, responsibleLeader: { id: '3', label: '王总' } })} />)
  expect(await screen.findByText('拟降为普通，确认前仍按重大')).toBeTruthy()
  expect(screen.getByText('重大 → 普通 · 待确认')).toBeTruthy()
  expect(screen.getByText('没有按期跟进')).toBeTruthy()
  expect(screen.getByText('领导没有按期亲自跟进')).toBeTruthy()
  expect(screen.getByText('待上报')).toBeTruthy()
  expect(screen.getByRole('button', { name: '登记上报' })).toBeTruthy()
})

test('[D3] asks for what the rule asks of the grade, and for nothing else', async () => {
  stands({ progress: 'FORTNIGHTLY', leading: 'NONE' })
  renderPage(<GradeCard detail={detail({ progressOverdue: false, leaderFollowUpAt: null, leaderOverdue: false, responsibleLeader: { id: '3', label: '王总' } })} />)
  expect(await screen.findByText('每两周更新，周日 24:00 前')).toBeTruthy()
  expect(screen.getByText('按时')).toBeTruthy()
  expect(screen.queryByText('领导最近跟进')).toBeNull()
})

test('[D3 D8] asks a team for progress whatever the grade', async () => {
  stands({ grade: 'GENERAL', progress: 'NONE', leading: 'NONE' })
  renderPage(<GradeCard detail={detail({ grade: 'GENERAL', progressOverdue: true })} />)
  expect(await screen.findByText('每周更新，周日 24:00 前')).toBeTruthy()
})
