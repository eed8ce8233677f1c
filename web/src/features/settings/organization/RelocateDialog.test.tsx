import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { RelocateDialog } from './RelocateDialog'

const department = { id: '3', parentId: null, name: '城西', code: null, leaderId: null, position: 1, version: 0, archived: false }

// A1
test('asks where to, and whether the records go along', async () => {
  let sent: unknown
  const onDone = vi.fn<(moved: number) => void>()
  server.use(
    http.get('*/api/departments', () => HttpResponse.json([department])),
    http.put('*/api/users/5/department', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json([{ type: 'customer', count: 2 }])
    }),
  )
  const { person } = renderPage(<RelocateDialog userId="5" version={4} name="李雷" onClose={() => {}} onDone={onDone} />)
  await person.click(await screen.findByRole('combobox'))
  await person.click(await screen.findByText('城西'))
  await person.click(screen.getByText('随本人带到新部门'))
  await person.click(screen.getByRole('button', { name: '调部门' }))
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(2))
  expect(sent).toEqual({ departmentId: '3', takeAlong: true, version: 4 })
})
