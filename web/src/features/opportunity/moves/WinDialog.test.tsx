import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import type { Subject } from '../api'
import { WinDialog } from './WinDialog'

const subject = { id: '5', name: '专线', expectedAmount: 900 } as Subject

// D5
test('what was typed wrongly and what the gates miss are told together', async () => {
  const onBlocked = vi.fn<() => void>()
  server.use(
    http.post('*/api/opportunities/5/win', () =>
      HttpResponse.json(
        {
          type: '/problems/stage-gates-unmet',
          title: '条件不满足',
          status: 409,
          unmetGates: [{ stageId: '16', kind: 'FIELD', field: 'customer', code: 'required', label: '客户', message: '请填写客户' }],
          fields: [{ field: 'wonOn', code: 'in-future', message: '赢单日期不能晚于今天' }],
        },
        { status: 409 },
      ),
    ),
  )
  const { person } = renderPage(<WinDialog subject={subject} onBlocked={onBlocked} onDone={() => {}} onClose={() => {}} />)
  const buttons = await screen.findAllByRole('button')
  await person.click(buttons.at(-1)!)
  expect(await screen.findByText('赢单日期不能晚于今天')).toBeTruthy()
  expect(screen.getByText('请填写客户')).toBeTruthy()
  expect(onBlocked).not.toHaveBeenCalled()
})
