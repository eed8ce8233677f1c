import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { TokensPage } from './TokensPage'

test('a token reads only unless more is chosen, and the list says how far each goes', async () => {
  const sent: unknown[] = []
  const made = { id: '7', name: '周报脚本', scope: 'CHOSEN', permissions: ['task:read'], createdAt: '2026-11-20T01:00:00Z', expiresOn: '2027-02-01', lastUsedAt: null }
  server.use(
    http.get('*/api/me/tokens', () => HttpResponse.json(sent.length > 0 ? [made] : [])),
    http.get('*/api/me/permissions', () => HttpResponse.json([{ code: 'task:read', label: '查看任务', onlyReads: true }])),
    http.post('*/api/me/tokens', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: '7', token: 'secret-of-the-token' }, { status: 201 })
    }),
  )
  const { person } = renderPage(<TokensPage />, { at: '/me/tokens' })
  await person.click(await screen.findByText('新建令牌'))
  await person.type(await screen.findByLabelText('名称'), '周报脚本')
  expect(screen.getByLabelText<HTMLInputElement>('只读：查看和导出').checked).toBe(true)
  await person.click(screen.getByLabelText('指定权限'))
  await person.click(await screen.findByLabelText('权限'))
  await person.click(await screen.findByText('查看任务', { selector: '.ant-select-item-option-content' }))
  await person.click(screen.getAllByText('新建令牌').at(-1)!)
  expect(await screen.findByText('secret-of-the-token')).toBeTruthy()
  await waitFor(() => expect(sent).toEqual([expect.objectContaining({ name: '周报脚本', scope: 'CHOSEN', permissions: ['task:read'] })]))
  expect(await screen.findByText(/^指定权限 \(1\) · 有效期至 2027-02-01/)).toBeTruthy()
})
