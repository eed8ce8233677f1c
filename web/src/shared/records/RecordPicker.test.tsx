import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { RecordPicker } from './RecordPicker'

// A row that lays out its first child would move under the pointer, and the click would be lost.
test('is one box in its row, focused or not', async () => {
  server.use(http.get('*/api/records/user/lookup', () => HttpResponse.json({ items: [{ id: '3', label: '韦鹏飞' }] })))
  const { person } = renderPage(
    <div data-testid="row">
      <RecordPicker type="user" aria-label="同事" value={{ id: '3', label: '韦鹏飞' }} />
      <button type="button">加入</button>
    </div>,
  )
  const row = screen.getByTestId('row')
  const first = row.firstElementChild
  await person.tab()
  await waitFor(() => expect(row.querySelector('[aria-live]')).toBeTruthy())
  expect(row.children).toHaveLength(2)
  expect(row.firstElementChild).toBe(first)
})
