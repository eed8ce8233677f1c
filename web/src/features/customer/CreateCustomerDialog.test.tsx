import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { RecordType } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { CreateCustomerDialog } from './CreateCustomerDialog'

const customerType: RecordType = {
  type: 'customer',
  label: '客户',
  fields: [
    { name: 'name', label: '客户名称', kind: 'TEXT', required: true },
    { name: 'creditCode', label: '统一社会信用代码', kind: 'TEXT' },
  ],
}

const known = { id: '8', label: '江苏银海科技有限公司', hint: '王小明', score: 95 }

// B1
test('hints at customers alike while the name is typed, without standing in the way', async () => {
  const asked: string[] = []
  let created: unknown
  const onCreated = vi.fn<(record: { id: string; label: string }) => void>()
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/customers/duplicates', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('name')!)
      return HttpResponse.json({ matches: [known], hidden: 2 })
    }),
    http.post('*/api/customers', async ({ request }) => {
      created = await request.json()
      return HttpResponse.json({ id: '9' }, { status: 201 })
    }),
  )
  const { person } = renderPage(<CreateCustomerDialog onCreated={onCreated} onClose={() => {}} />)
  const name = await screen.findByLabelText('客户名称')
  await waitFor(() => expect(document.activeElement).toBe(name))
  await person.type(name, '银海科技')
  const match = await screen.findByRole('link', { name: '江苏银海科技有限公司' })
  expect(match.getAttribute('href')).toBe('/customers/8')
  expect(screen.getByText('王小明 · 相同')).toBeTruthy()
  expect(screen.getByText(/另有 2 个相同的客户/)).toBeTruthy()
  expect(asked).toEqual(['银海科技'])
  await person.click(screen.getByRole('button', { name: /新\s?建/ }))
  await waitFor(() => expect(onCreated).toHaveBeenCalledWith({ id: '9', label: '银海科技' }))
  expect(created).toMatchObject({ name: '银海科技' })
})

test('shows what is wrong with the credit code beside it and keeps what was typed', async () => {
  const fault = { field: 'creditCode', code: 'invalid-credit-code', message: '统一社会信用代码应为 18 位，现为 5 位' }
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/customers/duplicates', () => HttpResponse.json({ matches: [], hidden: 0 })),
    http.post('*/api/customers', () =>
      HttpResponse.json({ type: '/problems/invalid-fields', title: '有字段不符合要求', status: 400, fields: [fault] }, { status: 400 }),
    ),
  )
  const { person } = renderPage(<CreateCustomerDialog onCreated={() => {}} onClose={() => {}} />)
  await person.type(await screen.findByLabelText('客户名称'), '银海科技')
  await person.type(screen.getByLabelText('统一社会信用代码'), '91310')
  await person.click(screen.getByRole('button', { name: /新\s?建/ }))
  const item = screen.getByLabelText('统一社会信用代码').closest<HTMLElement>('.ant-form-item')!
  expect(await within(item).findByText(fault.message)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('客户名称').value).toBe('银海科技')
})
