import { fireEvent, screen, within } from '@testing-library/react'
import { ConfigProvider } from 'antd'
import { http, HttpResponse } from 'msw'
import { opportunityType } from '../../../testing/samples'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { newStage, type Process } from './api'
import { ProcessPage } from './ProcessPage'

const process: Process = {
  id: '1',
  code: 'GOV',
  name: '政企销售',
  description: '',
  english: { name: '', description: '' },
  isDefault: true,
  archived: false,
  version: 2,
  stages: [
    { ...newStage('A'), id: '10', name: '了解商机', winRate: 10 },
    { ...newStage('B'), id: '11', name: '确认商机', winRate: 25, keyActions: ['拜访客户'] },
    { ...newStage('C'), id: '12', name: '交接回款', winRate: 100, isFinal: true },
  ],
}

const open = (...more: Parameters<typeof server.use>) => {
  server.use(
    http.get('*/api/processes', () => HttpResponse.json([process])),
    http.get('*/api/processes/1/editions', () =>
      HttpResponse.json([{ id: '5', number: 2, publishedAt: '2026-11-20T01:00:00Z', publishedBy: '7', publishedByName: '王敏', reason: '收紧立项', underWay: 12 }]),
    ),
    http.get('*/api/records/activity/fields', () => HttpResponse.json({ type: 'activity', label: '跟进', fields: [] })),
    http.get('*/api/records/opportunity/fields', () => HttpResponse.json(opportunityType)),
    ...more,
  )
  // Without the styles of components: the page has so many boxes that fit their height that jsdom spends its time on these.
  const page = (
    <ConfigProvider theme={{ zeroRuntime: true }}>
      <ProcessPage />
    </ConfigProvider>
  )
  return renderPage(page, { at: '/settings/processes/1', path: '/settings/processes/:id', routes: [{ path: '/settings/processes', element: <p>all processes</p> }] })
}

// S4 D5
test('a fault of a stage is shown at its field, in its stage, and what was typed stays', async () => {
  const { person } = open(
    http.put('*/api/processes/1', () =>
      HttpResponse.json(
        {
          type: '/problems/invalid-fields',
          title: '有字段不符合要求',
          status: 400,
          fields: [{ field: 'stages[1].winRate', code: 'falling', message: '赢率不能低于前一阶段' }],
        },
        { status: 400 },
      ),
    ),
  )
  await person.click(await screen.findByText('确认商机'))
  const rate = screen.getByLabelText<HTMLInputElement>('赢率')
  fireEvent.change(rate, { target: { value: '5' } })
  await person.click(screen.getByText('了解商机'))
  await person.click(screen.getByText(/^保\s?存$/))
  expect(await screen.findByText('赢率不能低于前一阶段')).toBeTruthy()
  expect(screen.getByText(/有 1 处需要修改/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('赢率').value).toBe('5')
  const stage = screen.getByText('确认商机').closest('button')!
  expect(stage.getAttribute('aria-current')).toBe('true')
  expect(within(stage).getByLabelText('有需要修改的内容')).toBeTruthy()
})

test('stages are numbered by their order, and the last one in use wins', async () => {
  let body: { version?: number; stages?: Record<string, unknown>[] } = {}
  const { person } = open(
    http.put('*/api/processes/1', async ({ request }) => {
      body = (await request.json()) as typeof body
      return HttpResponse.json({ version: 3 })
    }),
  )
  await person.click(await screen.findByLabelText('下移了解商机'))
  await person.click(screen.getByText('确认商机'))
  const actions = screen.getByLabelText('关键动作')
  fireEvent.change(actions, { target: { value: '拜访客户\n\n 核实预算 ' } })
  await person.click(screen.getByLabelText(/必须是有效商机/))
  await person.click(screen.getByText(/^保\s?存$/))
  expect(await screen.findByText('all processes')).toBeTruthy()
  expect(body.version).toBe(2)
  expect(body.stages?.map(({ id, position, isFinal }) => [id, position, isFinal])).toEqual([
    ['11', 1, false],
    ['10', 2, false],
    ['12', 3, true],
  ])
  expect(body.stages?.[0]).toMatchObject({ keyActions: ['拜访客户', '核实预算'], gate: { validityRequired: true } })
})

// [D5]
test('tells its editions and how many opportunities go by each', async () => {
  open()
  const editions = within(await screen.findByRole('region', { name: '版本历史' }))
  expect(editions.getByText('第 2 版')).toBeTruthy()
  expect(editions.getByText('进行中 12 个')).toBeTruthy()
  expect(editions.getByText('收紧立项')).toBeTruthy()
})
