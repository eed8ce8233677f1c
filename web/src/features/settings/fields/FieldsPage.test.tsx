import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { customerType } from '../../../testing/samples'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { inOrder, moved, recoded, type Line } from './entries'
import { FieldsPage } from './FieldsPage'

test('adds a choice with its options; a fault stands beside its option', async () => {
  const bodies: unknown[] = []
  let made = false
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/custom-fields/indexes', () => HttpResponse.json([])),
    http.get('*/api/custom-fields', ({ request }) => {
      expect(new URL(request.url).searchParams.get('type')).toBe('customer')
      const field = { id: '3', version: 1, type: 'customer', code: 'rating', name: 'cf_rating', labelZh: '信用评级', labelEn: '信用评级', kind: 'CHOICE', options: [], required: false, position: 1 }
      return HttpResponse.json(made ? [field] : [])
    }),
    http.post('*/api/custom-fields', async ({ request }) => {
      bodies.push(await request.json())
      if (bodies.length > 1) {
        made = true
        return HttpResponse.json({ id: '3' }, { status: 201 })
      }
      const fields = [{ field: 'options[0].labelZh', code: 'required', message: '请填写选项名称' }]
      return HttpResponse.json({ type: '/problems/invalid-fields', title: '有字段不符合要求', status: 400, fields }, { status: 400 })
    }),
  )
  const { person } = renderPage(<FieldsPage />, { at: '/settings/fields?type=customer' })
  expect(await screen.findByText('客户还没有自定义字段')).toBeTruthy()
  await person.click(screen.getAllByText('添加字段')[0]!)
  await person.type(screen.getByLabelText('中文名称'), '信用评级')
  await person.type(screen.getByLabelText('代码'), 'rating')
  await person.click(screen.getByLabelText('类型'))
  await person.click(await screen.findByText('单选', { selector: '.ant-select-item-option-content' }))
  await person.click(screen.getByText('添加选项'))
  await person.click(screen.getByText(/^保\s?存$/))
  expect(await screen.findByText('请填写选项名称')).toBeTruthy()
  await person.type(screen.getByLabelText('第 1 项的中文名称'), '优')
  await person.click(screen.getByText(/^保\s?存$/))
  expect(await screen.findByText('cf_rating')).toBeTruthy()
  await waitFor(() => expect(bodies).toHaveLength(2))
  expect(bodies[1]).toEqual({
    type: 'customer',
    code: 'rating',
    labelZh: '信用评级',
    labelEn: '信用评级',
    kind: 'CHOICE',
    required: false,
    position: 1,
    maxLength: null,
    options: [{ code: 'O1', labelZh: '优', labelEn: '优' }],
  })
})

test('adds a reference to another kind of record', async () => {
  const bodies: unknown[] = []
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/custom-fields', () => HttpResponse.json([])),
    http.post('*/api/custom-fields', async ({ request }) => {
      bodies.push(await request.json())
      return HttpResponse.json({ id: '3' }, { status: 201 })
    }),
  )
  const { person } = renderPage(<FieldsPage />, { at: '/settings/fields?type=customer' })
  await person.click((await screen.findAllByText('添加字段'))[0]!)
  await person.type(screen.getByLabelText('中文名称'), '常购产品')
  await person.type(screen.getByLabelText('代码'), 'usual')
  await person.click(screen.getByLabelText('类型'))
  await person.click(await screen.findByText('关联记录', { selector: '.ant-select-item-option-content' }))
  await person.click(await screen.findByLabelText('关联到'))
  await person.click(await screen.findByText('产品', { selector: '.ant-select-item-option-content' }))
  await person.click(screen.getByText(/^保\s?存$/))
  await waitFor(() => expect(bodies).toEqual([expect.objectContaining({ code: 'usual', kind: 'REFERENCE', reference: 'product', options: [] })]))
})

test('gives a field an index, tells when it is there, and takes it away', async () => {
  let state = 'NONE'
  const field = { id: '3', version: 1, type: 'customer', code: 'seats', name: 'cf_seats', labelZh: '席位', labelEn: 'Seats', kind: 'INTEGER', options: [], required: false, position: 1 }
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/custom-fields/indexes', () => HttpResponse.json([{ fieldId: '3', state, sorts: true, jobId: state === 'NONE' ? null : '9' }])),
    http.get('*/api/custom-fields', () => HttpResponse.json([field])),
    http.put('*/api/custom-fields/3/index', () => {
      state = 'WISHED'
      return HttpResponse.json({ id: '9' }, { status: 202 })
    }),
    http.get('*/api/jobs/9', () => {
      state = 'READY'
      return HttpResponse.json({ id: '9', state: 'DONE', done: 0, finishedAt: '2026-11-26T00:00:00Z' })
    }),
    http.delete('*/api/custom-fields/3/index', () => {
      state = 'NONE'
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person } = renderPage(<FieldsPage />, { at: '/settings/fields?type=customer' })
  await person.click(await screen.findByRole('button', { name: '为“席位”建索引' }))
  await person.click(await screen.findByRole('button', { name: /^建索引$/ }))
  expect(await screen.findByText('排序与筛选')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '删除“席位”的索引' }))
  await person.click(await screen.findByRole('button', { name: /^删除索引$/ }))
  expect(await screen.findByRole('button', { name: '为“席位”建索引' })).toBeTruthy()
})

const line = (key: number, code: string, parent: string | null = null): Line => ({ key, code, parent, labelZh: code, labelEn: code, archived: false })
const codes = (lines: Line[]) => lines.map(({ code }) => code).join(' ')

test('a code list stands parents first, each with what lies below it', () => {
  const lines = inOrder([line(0, 'a1', 'A'), line(1, 'B'), line(2, 'A'), line(3, 'b1', 'B'), line(4, 'a2', 'A')])
  expect(codes(lines)).toBe('B b1 A a1 a2')
  expect(codes(moved(lines, 2, -1))).toBe('A a1 a2 B b1')
  expect(codes(moved(lines, 4, -1))).toBe('B b1 A a2 a1')
  expect(moved(lines, 1, -1)).toBe(lines)
})

test('a parent that takes another code keeps what lies below it', () => {
  const lines = recoded([line(0, 'A'), line(1, 'a1', 'A'), line(2, 'B')], 0, 'AA')
  expect(lines.map(({ parent }) => parent)).toEqual([null, 'AA', null])
})
