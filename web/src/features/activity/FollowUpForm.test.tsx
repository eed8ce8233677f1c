import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { FollowUpForm } from './FollowUpForm'

const fields = ['subject', 'outcome'].map((name) => ({ name, label: name, kind: 'TEXT' }))

// D10
test.each([
  [{ counts: false }, /没有写结果，不计为跟进/],
  [{ counts: false, outcome: '要买' }, /不在团队里，不计为这个商机的跟进/],
  [{ counts: true, outcome: '要买' }, /^跟进已记录$/],
])('says softly when what was logged does not count: %o', async (values, said) => {
  server.use(
    http.get('*/api/records/activity/fields', () => HttpResponse.json({ type: 'activity', label: '跟进', fields })),
    http.post('*/api/activities', () => HttpResponse.json({ id: '7' }, { status: 201 })),
    http.get('*/api/activities/7', () => HttpResponse.json({ id: '7', version: 0, values, may: {} })),
  )
  const saved = vi.fn<(subject: string, id: string) => void>()
  renderPage(<FollowUpForm record={{ type: 'opportunity', id: '1' }} onSaved={saved} onCancel={() => {}} />)
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('subject'), '去了一趟')
  await user.click(screen.getByRole('button', { name: '记录跟进' }))
  expect(await screen.findByText(said)).toBeTruthy()
  expect(saved).toHaveBeenCalledWith('去了一趟', '7')
})
