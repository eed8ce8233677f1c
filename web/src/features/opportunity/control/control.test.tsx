import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { detail, opportunityServer, stageView } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { DetailPage } from '../detail/DetailPage'
import { feature } from '../feature'
import { Waivers } from './Waivers'
import { WaiversPage } from './WaiversPage'

const open = () =>
  renderPage(<DetailPage />, { at: '/opportunities/5', path: '/opportunities/:id', features: [feature], session: { permissions: ['opportunity:read', 'opportunity:edit'] } })

// [D5]
test('what a stage asks is answered on its panel', async () => {
  let answered: unknown
  server.use(...opportunityServer)
  server.use(
    http.get('*/api/files', () => HttpResponse.json([])),
    http.put('*/api/opportunities/5/stage-answers', async ({ request }) => {
      answered = await request.json()
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person } = open()
  await person.click(await screen.findByRole('button', { name: /A 了解商机/ }))
  await person.click(await screen.findByLabelText('谁拍板？'))
  await person.paste('局长')
  await person.tab()
  await waitFor(() => expect(answered).toEqual({ stageId: '11', kind: 'QUESTION', place: 0, answer: '局长', before: '' }))
})

// [D5]
test('an answer that another gave meanwhile is shown beside what one typed, and none is lost', async () => {
  const sent: unknown[] = []
  let theirs = ''
  server.use(...opportunityServer)
  server.use(
    http.get('*/api/files', () => HttpResponse.json([])),
    http.get('*/api/opportunities/5/stages/11', () => HttpResponse.json({ ...stageView, questions: [{ place: 0, item: '谁拍板？', answer: theirs || null }] })),
    http.put('*/api/opportunities/5/stage-answers', async ({ request }) => {
      const body = (await request.json()) as { answer: string; before: string }
      sent.push(body)
      if (body.before !== theirs) return HttpResponse.json({ type: '/problems/stale-version', title: '他人刚刚修改过', status: 409 }, { status: 409 })
      theirs = body.answer
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person } = open()
  await person.click(await screen.findByRole('button', { name: /A 了解商机/ }))
  await person.click(await screen.findByLabelText('谁拍板？'))
  await person.paste('局长')
  theirs = '总工'
  await person.tab()
  expect(await screen.findByText('他人刚写了：总工')).toBeTruthy()
  expect(screen.queryByText(/刚被别人修改过/)).toBeNull()
  expect((screen.getByLabelText('谁拍板？') as HTMLTextAreaElement).value).toBe('局长')
  await person.click(screen.getByRole('button', { name: '用我的' }))
  await waitFor(() => expect(theirs).toBe('局长'))
  await waitFor(() => expect(screen.queryByText('他人刚写了：总工')).toBeNull())
  expect(sent).toHaveLength(2)
})

// [D5]
test('a work item is ticked at once, and again as it was where that is refused', async () => {
  let answer: (given: Response) => void = () => {}
  server.use(...opportunityServer)
  server.use(
    http.get('*/api/files', () => HttpResponse.json([])),
    http.put('*/api/opportunities/5/stage-answers', () => new Promise<Response>((resolve) => (answer = resolve))),
  )
  const { person } = open()
  await person.click(await screen.findByRole('button', { name: /A 了解商机/ }))
  const item = within(await screen.findByRole('group', { name: '工作事项' })).getAllByRole('checkbox')[0] as HTMLInputElement
  await person.click(item)
  expect(item.checked).toBe(true)
  answer(HttpResponse.json({ type: '/problems/forbidden', title: '无权修改', status: 403 }, { status: 403 }))
  await waitFor(() => expect(item.checked).toBe(false))
})

// [D5]
test('a refused gate takes evidence, asks for approval and waives, each by its own verb', async () => {
  const done: string[] = []
  const told = (kind: string, code: string, label: string, item: string) => ({ stageId: '12', kind, code, label, item, message: label })
  const note = (name: string) => async ({ request }: { request: Request }) => {
    const body = (await request.json()) as Record<string, string>
    done.push(`${name} ${Object.values(body).join(' ')}`)
    return new HttpResponse(null, { status: 204 })
  }
  let asked = 0
  server.use(...opportunityServer)
  server.use(
    http.get('*/api/opportunities/5', () => HttpResponse.json({ ...detail, may: { ...detail.may, waiveGate: true } })),
    http.put('*/api/opportunities/5/stage', () =>
      HttpResponse.json(
        {
          type: '/problems/stage-gates-unmet',
          title: '条件不满足',
          status: 409,
          unmetGates:
            asked++ === 0
              ? [
                  told('DOCUMENT', 'missing', '会议纪要', '会议纪要'),
                  told('ACTIVITY', 'missing', '拜访', '14 VISIT'),
                  told('APPROVAL', 'unapproved', 'B 确认商机', '12'),
                ]
              : [told('APPROVAL', 'pending', 'B 确认商机', '12')],
        },
        { status: 409 },
      ),
    ),
    http.get('*/api/records/activity/fields', () =>
      HttpResponse.json({
        type: 'activity',
        label: '跟进',
        fields: [
          { name: 'kind', label: '方式', kind: 'CHOICE', required: true, choices: [{ code: 'VISIT', label: '拜访', active: true }] },
          { name: 'outcome', label: '结果', kind: 'LONG_TEXT', required: false },
        ],
      }),
    ),
    http.post('*/api/activities', async ({ request }) => {
      const { kind, subject, outcome } = (await request.json()) as Record<string, string>
      done.push(`log ${kind} ${subject} ${outcome}`)
      return HttpResponse.json({ id: '90' }, { status: 201 })
    }),
    http.get('*/api/activities/90', () => HttpResponse.json({ id: '90', values: { counts: true } })),
    http.post('*/api/opportunities/5/gate-waivers', note('waive')),
    http.post('*/api/opportunities/5/gate-approvals', note('ask')),
    http.get('*/api/approvals/preview', ({ request }) => {
      expect(new URL(request.url).search).toBe('?kind=stage-gate&subject=5')
      const level = { level: 1, rule: '政企中心主任', mode: 'ANY', days: 3, missing: null, people: [{ id: '7', name: '王敏', standIn: null }] }
      return HttpResponse.json({ complete: true, levels: [level] })
    }),
  )
  const { person } = open()
  await person.click(await screen.findByRole('button', { name: '补齐并推进' }))
  const dialog = within(await screen.findByRole('dialog'))
  await person.click(await dialog.findByRole('button', { name: '豁免此项 会议纪要' }))
  await person.click(dialog.getByLabelText('豁免“会议纪要”的理由'))
  await person.paste('客户不留纪要')
  await person.click(dialog.getByLabelText('跟进主题'))
  await person.paste('见了总工')
  await person.click(dialog.getByLabelText('结果'))
  await person.paste('认可方案')
  await person.click(dialog.getByLabelText('送审说明（进入B 确认商机）'))
  await person.paste('请批准')
  expect(await dialog.findByText('王敏')).toBeTruthy()
  expect(dialog.queryByRole('button', { name: '豁免此项 审批' })).toBeNull()
  await person.click(dialog.getByRole('button', { name: '保存并继续' }))
  expect(await screen.findByText('已送审，等待审批结果。')).toBeTruthy()
  expect(done).toEqual(['log VISIT 见了总工 认可方案', 'waive 12 DOCUMENT 会议纪要 客户不留纪要', 'ask 12 请批准'])
})

// [D5]
test('a waived score and a waived approval are called by their names', async () => {
  const waiver = { stageId: '12', stage: 'B 确认商机', why: '老客户', waivedBy: '7', waivedByName: '王敏', waivedAt: '2026-11-26T01:00:00Z' }
  server.use(
    http.get('*/api/opportunities/5/gate-waivers', () =>
      HttpResponse.json([
        { ...waiver, id: '1', kind: 'SCORE', label: '60' },
        { ...waiver, id: '2', kind: 'APPROVAL', label: 'B 确认商机' },
      ]),
    ),
  )
  renderPage(<Waivers id="5" editable={false} />, { at: '/opportunities/5', features: [feature] })
  expect(await screen.findByText('B 确认商机 · 评估得分 60')).toBeTruthy()
  expect(screen.getByText('B 确认商机 · 审批')).toBeTruthy()
})

// [D5]
test('waivers are counted by person and stage', async () => {
  server.use(
    http.get('*/api/opportunities/gate-waivers', () =>
      HttpResponse.json([{ userId: '7', userName: '王敏', stageId: '12', stage: 'B 确认商机', waivers: 3, opportunities: 2 }]),
    ),
  )
  renderPage(<WaiversPage />, { at: '/opportunities/waivers', features: [feature] })
  expect((await screen.findByRole('link', { name: '王敏' })).getAttribute('href')).toContain('gateWaivedBy')
  expect(screen.getByText('B 确认商机')).toBeTruthy()
})

// [D5]
test('a withdrawn waiver that let a move through stays, says so, and is not withdrawn again', async () => {
  const waiver = { stageId: '12', stage: 'B 确认商机', kind: 'SCORE', why: '老客户', waivedBy: '7', waivedByName: '王敏', waivedAt: '2026-11-26T01:00:00Z' }
  server.use(
    http.get('*/api/opportunities/5/gate-waivers', () =>
      HttpResponse.json([
        { ...waiver, id: '1', label: '60', withdrawnAt: '2026-11-26T02:00:00Z' },
        { ...waiver, id: '2', label: '70', withdrawnAt: null },
      ]),
    ),
  )
  renderPage(<Waivers id="5" editable />, { at: '/opportunities/5', features: [feature] })
  expect(await screen.findByText(/已撤销.*仍计入统计/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '撤销豁免评估得分 60' })).toBeNull()
  expect(screen.getByRole('button', { name: '撤销豁免评估得分 70' })).toBeTruthy()
})
