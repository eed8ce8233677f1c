import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { ProjectPage } from './ProjectPage'

const project = (state: string, may: Record<string, boolean>, more: Record<string, unknown> = {}) => ({
  id: '9',
  version: 4,
  values: { name: '专线交付', state, percent: 40, frozen: false, ...more },
  may,
})

function projectServer(answer: Record<string, unknown>) {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/projects/9', () => HttpResponse.json(answer)),
    http.get('*/api/projects/9/plan', () => HttpResponse.json({ version: 4, items: [] })),
    http.get('*/api/projects/9/reports', () => HttpResponse.json([{ percent: 40, feedback: '设备到货', at: '2026-11-20T01:00:00Z', by: '王芳' }])),
    http.post('*/api/projects/9/reports', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ version: 5 })
    }),
  )
  return sent
}

test('[D12] reports how far a project is, on the version that was read', async () => {
  const sent = projectServer(project('RUNNING', { report: true, complete: true, plan: true }))
  const { person } = renderPage(<ProjectPage />, { at: '/projects/9?tab=reports', path: '/projects/:id' })
  expect(await screen.findByText('设备到货')).toBeTruthy()
  expect(screen.getByText('执行中')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '汇报进度' }))
  await person.click(await screen.findByLabelText('进展与反馈'))
  await person.paste('已开通')
  await person.click(screen.getAllByRole('button', { name: '汇报进度' }).at(-1)!)
  await waitFor(() => expect(sent).toEqual([{ percent: 40, feedback: '已开通', version: 4 }]))
})

test('[D12] a frozen project says why, and offers nothing', async () => {
  projectServer(project('RUNNING', {}, { frozen: true }))
  renderPage(<ProjectPage />, { at: '/projects/9', path: '/projects/:id' })
  expect(await screen.findByText(/项目冻结/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '汇报进度' })).toBeNull()
  expect(await screen.findByText('还没有计划项')).toBeTruthy()
})
