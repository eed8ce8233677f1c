import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { detail, opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { DetailPage } from '../detail/DetailPage'
import { feature } from '../feature'

const visit = { stageId: '12', kind: 'ACTIVITY', code: 'stale', label: '最近 14 天内有拜访', item: '14 VISIT', message: '请跟进：最近 14 天内有拜访' }

let tried = 0

const open = async (followUp: boolean, { unmet = visit, may = {} }: { unmet?: object; may?: object } = {}) => {
  tried = 0
  server.use(...opportunityServer)
  server.use(
    http.get('*/api/opportunities/5', () => HttpResponse.json({ ...detail, may: { ...detail.may, followUp, ...may } })),
    http.put('*/api/opportunities/5/stage', () => {
      tried++
      return HttpResponse.json({ type: '/problems/stage-gates-unmet', title: '条件不满足', status: 409, unmetGates: [unmet] }, { status: 409 })
    }),
    http.get('*/api/records/activity/fields', () =>
      HttpResponse.json({ type: 'activity', label: '跟进', fields: [{ name: 'kind', label: '方式', kind: 'CHOICE', choices: [{ code: 'VISIT', label: '拜访', active: true }] }, { name: 'outcome', label: '结果', kind: 'LONG_TEXT' }] }),
    ),
  )
  const { person } = renderPage(<DetailPage />, { at: '/opportunities/5', path: '/opportunities/:id', features: [feature], session: { permissions: ['opportunity:read', 'opportunity:edit'] } })
  await person.click(await screen.findByRole('button', { name: '补齐并推进' }))
  return { person, dialog: within(await screen.findByRole('dialog')) }
}

// [D5]
test('who is neither owner nor on the team is told whose follow-ups count, and asked for none', async () => {
  const { dialog } = await open(false)
  expect(await dialog.findByText(/只有负责人或团队成员记录的跟进才算/)).toBeTruthy()
  expect(dialog.queryByLabelText('跟进主题')).toBeNull()
})

// [D5]
test('a follow-up that did not count after all is told to be none, and logged no second time', async () => {
  const { person, dialog } = await open(true)
  let logged = 0
  server.use(
    http.post('*/api/activities', () => HttpResponse.json({ id: String(89 + ++logged) }, { status: 201 })),
    http.get('*/api/activities/90', () => HttpResponse.json({ id: '90', values: { counts: false, outcome: '认可' } })),
  )
  await person.click(await dialog.findByLabelText('跟进主题'))
  await person.paste('见了总工')
  await person.click(dialog.getByLabelText('结果'))
  await person.paste('认可')
  await person.click(dialog.getByRole('button', { name: '保存并继续' }))
  expect(await screen.findByText(/您不是负责人，也不在团队里/)).toBeTruthy()
  await person.click(await dialog.findByRole('button', { name: '保存并继续' }))
  await waitFor(() => expect(tried).toBe(3)) // the move, and twice again
  expect(logged).toBe(1)
})

const approval = { stageId: '12', kind: 'APPROVAL', code: 'pending', label: 'B 方案', item: '12', message: '等待审批：B 方案' }

// [D9]
test('a move that waits for an approval alone says so, and offers nothing to save', async () => {
  const { person, dialog } = await open(true, { unmet: approval })
  expect(await dialog.findByText('已送审，等待审批结果。')).toBeTruthy()
  expect(await dialog.findByText(/这里没有您要填的/)).toBeTruthy()
  expect(dialog.queryByRole('button', { name: '保存并继续' })).toBeNull()
  expect(dialog.queryByRole('button', { name: /确\s?定/ })).toBeNull()
  await person.click(dialog.getByText(/^关\s?闭$/))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(tried).toBe(1)
})

// [D5]
test('who may waive what it waits for saves the waiver', async () => {
  const { person, dialog } = await open(true, { unmet: approval, may: { waiveApproval: true } })
  await person.click(await dialog.findByRole('button', { name: /^豁免/ }))
  expect(dialog.getByRole('button', { name: '保存并继续' })).toBeTruthy()
  await person.click(dialog.getByRole('button', { name: /^不豁免/ }))
  expect(dialog.queryByRole('button', { name: '保存并继续' })).toBeNull()
})

// [D9]
test('a move that waits for the confirmation leads to the assessment, and offers nothing to save', async () => {
  const unmet = { stageId: '12', kind: 'CONFIRMATION', code: 'unconfirmed', label: '商机确认（等级与评估）', item: 'confirmed', message: '须先完成商机确认（等级与评估）' }
  const { person, dialog } = await open(true, { unmet, may: { waiveGate: true } })
  expect(dialog.queryByRole('button', { name: '保存并继续' })).toBeNull()
  expect(dialog.queryByRole('button', { name: /^豁免/ })).toBeNull()
  const link = await dialog.findByRole('link', { name: '去评估' })
  expect(link.getAttribute('href')).toBe('/opportunities/5?tab=assessment')
  await person.click(link)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})
