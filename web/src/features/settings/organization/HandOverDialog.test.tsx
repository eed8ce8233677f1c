import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { HandOverDialog } from './HandOverDialog'

const owned = [
  { type: 'customer', label: '客户', count: 12 },
  { type: 'opportunity', label: '商机', count: 30 },
  { type: 'task', label: '任务', count: 0 },
]
const dialog = <HandOverDialog userId="5" name="韩雨桐" onClose={() => {}} onDone={() => {}} />

// A1
test('hands over the kinds chosen to the person chosen and reports what was moved', async () => {
  let body: unknown
  server.use(
    http.get('*/api/users/5/possessions', () => HttpResponse.json(owned)),
    http.get('*/api/records/user/lookup', () => HttpResponse.json({ items: [{ id: '9', label: '李春华', hint: 'lichunhua' }] })),
    http.post('*/api/users/5/hand-over', async ({ request }) => {
      body = await request.json()
      return HttpResponse.json([{ type: 'opportunity', count: 30 }])
    }),
  )
  const { person } = renderPage(dialog)
  await person.click(await screen.findByRole('checkbox', { name: '客户 · 12' }))
  expect(screen.queryByRole('checkbox', { name: /任务/ })).toBeNull()
  const submit = screen.getByRole<HTMLButtonElement>('button', { name: /移\s?交/ })
  expect(submit.disabled).toBe(true)
  await person.click(screen.getByRole('combobox'))
  await person.click(await screen.findByText('李春华'))
  await person.click(submit)
  const report = await screen.findByRole('row', { name: /商机/ })
  expect(within(report).getByRole('cell').textContent).toBe('30')
  expect(screen.getByText('已移交给李春华')).toBeTruthy()
  expect(body).toEqual({ toUserId: '9', types: ['opportunity'] })
})

test('says so when there is nothing to hand over', async () => {
  server.use(http.get('*/api/users/5/possessions', () => HttpResponse.json([])))
  renderPage(dialog)
  expect(await screen.findByText('韩雨桐名下没有需要移交的内容')).toBeTruthy()
})

test('a refusal is told and nothing chosen is lost', async () => {
  server.use(
    http.get('*/api/users/5/possessions', () => HttpResponse.json(owned)),
    http.get('*/api/records/user/lookup', () => HttpResponse.json({ items: [{ id: '9', label: '李春华' }] })),
    http.post('*/api/users/5/hand-over', () => HttpResponse.json({ type: '/problems/not-active', title: '该用户已停用', status: 409 }, { status: 409 })),
  )
  const { person } = renderPage(dialog)
  await person.click(await screen.findByRole('combobox'))
  await person.click(await screen.findByText('李春华'))
  await person.click(screen.getByRole('button', { name: /移\s?交/ }))
  expect(await screen.findByText('该用户已停用')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '商机 · 30' }).checked).toBe(true)
})
