import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { customerType } from '../../../testing/samples'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import type { Permission, Role } from './api'
import { RolePage } from './RolePage'

const permissions: Permission[] = [
  { code: 'customer:read', label: '查看客户', object: 'customer' },
  { code: 'customer:edit', label: '编辑客户', object: 'customer' },
  { code: 'product:read', label: '查看产品', object: 'product' },
]
const manager: Role = {
  id: '4',
  code: 'ACCOUNT_MANAGER',
  name: '客户经理',
  nameZh: '客户经理',
  nameEn: 'Account manager',
  description: '',
  descriptionEn: '',
  descriptionHere: '',
  builtin: true,
  fixed: false,
  permissions: ['customer:read'],
  scopes: { customer: { kind: 'OWN', departmentIds: [] } },
  fieldRules: [],
  users: 1,
  version: 3,
}

const open = (at: string, roles: Role[], more: Parameters<typeof server.use> = []) => {
  server.use(
    http.get('*/api/roles', () => HttpResponse.json(roles)),
    http.get('*/api/permissions', () => HttpResponse.json(permissions)),
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    ...more,
  )
  return renderPage(<RolePage />, { at, path: '/settings/roles/:id', session: { permissions: ['role:read', 'role:edit'] }, routes: [{ path: '/settings/roles', element: <p>all roles</p> }] })
}

// A2 A3 A4
test('saves permissions, how far they reach and which fields are closed', async () => {
  let body: unknown
  const { person } = open('/settings/roles/4', [manager], [
    http.put('*/api/roles/4', async ({ request }) => {
      body = await request.json()
      return HttpResponse.json({ version: 4 })
    }),
  ])
  await person.click(await screen.findByLabelText('编辑客户'))
  await person.click(screen.getByLabelText('查看产品'))
  await person.click(screen.getByLabelText('客户的数据范围'))
  await person.click(await screen.findByText('本部门及下级'))
  await person.click(screen.getByText('客户的字段权限'))
  const industry = await screen.findByLabelText('行业')
  await person.click(industry.querySelectorAll('input')[2]!)
  await person.click(screen.getByText(/^确\s?定$/))
  await person.click(screen.getByText(/^保\s?存$/))
  expect(await screen.findByText('all roles')).toBeTruthy()
  expect(body).toEqual({
    code: 'ACCOUNT_MANAGER',
    nameZh: '客户经理',
    nameEn: 'Account manager',
    description: '',
    descriptionEn: '',
    permissions: ['customer:read', 'customer:edit', 'product:read'],
    scopes: { customer: { kind: 'DEPARTMENT_AND_BELOW', departmentIds: [] }, product: { kind: 'ALL', departmentIds: [] } },
    fieldRules: [{ object: 'customer', field: 'industry', access: 'HIDDEN' }],
    version: 3,
  })
})

test('a copy begins with what the role may, under another name, and is made anew', async () => {
  let body: { nameZh?: string; permissions?: string[]; version?: number } = {}
  const { person } = open('/settings/roles/new?copy=4', [manager], [
    http.post('*/api/roles', async ({ request }) => {
      body = (await request.json()) as typeof body
      return HttpResponse.json({ id: '11' }, { status: 201 })
    }),
  ])
  await person.click(await screen.findByText(/^保\s?存$/))
  await waitFor(() => expect(body.nameZh).toBe('客户经理 副本'))
  expect(body.permissions).toEqual(['customer:read'])
  expect(body.version).toBeUndefined()
})

test('shows why rights cannot be given and keeps what was chosen', async () => {
  const { person } = open('/settings/roles/4', [manager], [
    http.put('*/api/roles/4', () =>
      HttpResponse.json({ type: '/problems/beyond-own-rights', title: '不能授予超出自身的权限', status: 403 }, { status: 403 }),
    ),
  ])
  await person.click(await screen.findByLabelText('编辑客户'))
  await person.click(screen.getByText(/^保\s?存$/))
  expect((await screen.findByRole('alert')).textContent).toContain('不能授予超出自身的权限')
  expect(screen.getByLabelText<HTMLInputElement>('编辑客户').checked).toBe(true)
})

test('the role that always holds everything can only be looked at', async () => {
  open('/settings/roles/4', [{ ...manager, fixed: true }])
  expect(await screen.findByText(/始终拥有全部权限/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('编辑客户').disabled).toBe(true)
  expect(screen.queryByText(/^保\s?存$/)).toBeNull()
})
