import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunity, opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { subjectOf } from '../api'
import { LossDialog } from './LossDialog'

const open = () => {
  const done = vi.fn<() => void>()
  const view = renderPage(<LossDialog subject={subjectOf({ ...opportunity, version: 3 })} onDone={done} onClose={() => {}} />)
  return { ...view, done }
}
const learn = async (person: ReturnType<typeof open>['person']) => {
  await person.click(screen.getByLabelText('经验教训'))
  await person.paste('早问预算')
  await person.click(screen.getByLabelText('预防措施'))
  await person.paste('确认阶段问预算')
}
const confirm = () => screen.getByText('确认失败')

test('[D12] losing asks for its review: a reason of two levels, a summary, a lesson, and a measure with its owner', async () => {
  const sent: unknown[] = []
  server.use(
    ...opportunityServer,
    http.post('*/api/opportunities/5/loss', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ version: 4 })
    }),
  )
  const { person, done } = open()
  await person.click(confirm())
  expect(await screen.findByText('请选择失败原因')).toBeTruthy()
  expect(screen.getByText('请填写失败总结')).toBeTruthy()
  expect(screen.getByText('请填写经验教训')).toBeTruthy()
  expect(screen.getByText('请填写预防措施')).toBeTruthy()
  expect(sent).toEqual([])
  await person.click(screen.getByLabelText('失败原因'))
  await person.click(await screen.findByText('价格'))
  expect(screen.getByText('请选择失败原因'), 'the first level is no answer').toBeTruthy()
  await person.click(await screen.findByText('报价过高'))
  await person.click(screen.getByLabelText('失败总结'))
  await person.paste('比对手高两成')
  await person.click(screen.getByLabelText('输给谁'))
  await person.paste('对手甲')
  await learn(person)
  await person.click(confirm())
  await waitFor(() => expect(done).toHaveBeenCalledOnce())
  expect(sent).toMatchObject([{ reason: 'PRICE_TOO_HIGH', summary: '比对手高两成', competitor: '对手甲', lesson: '早问预算', prevention: '确认阶段问预算', version: 3 }])
  expect(sent[0]).toHaveProperty('preventionOwnerId')
  expect(sent[0]).toHaveProperty('preventionDueOn')
})

test('a refusal of the server stands beside its field, and what was typed stays', async () => {
  server.use(
    ...opportunityServer,
    http.post('*/api/opportunities/5/loss', () =>
      HttpResponse.json({ type: '/problems/invalid-fields', title: 'invalid', status: 422, fields: [{ field: 'competitor', code: 'too-long', message: '太长了' }] }, { status: 422 }),
    ),
  )
  const { person, done } = open()
  await person.click(screen.getByLabelText('失败原因'))
  await person.click(await screen.findByText('客户原因'))
  await person.click(screen.getByLabelText('失败总结'))
  await person.paste('项目取消')
  await person.click(screen.getByLabelText('输给谁'))
  await person.paste('对手乙')
  await learn(person)
  await person.click(confirm())
  expect(await screen.findByText('太长了')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('输给谁').value).toBe('对手乙')
  expect(done).not.toHaveBeenCalled()
})
