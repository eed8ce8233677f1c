import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { Sharing } from './Sharing'

const shown = { id: '9', userId: '8', name: '李雷', title: '顾问', sharedBy: '王小明', sharedAt: '2026-11-01T00:00:00Z', until: '2026-12-31' }

test('shows with whom a record is shared and until when, and takes it back', async () => {
  let shares = [shown]
  server.use(
    http.get('*/api/shares', ({ request }) => {
      expect(new URL(request.url).searchParams.get('recordType')).toBe('opportunity')
      return HttpResponse.json({ rows: shares, next: null })
    }),
    http.delete('*/api/shares/9', () => {
      shares = []
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person } = renderPage(<Sharing recordType="opportunity" recordId="5" editable />)
  expect(await screen.findByText('顾问 · 至 2026-12-31 · 王小明共享')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '取消对李雷的共享' }))
  await person.click(await screen.findByRole('button', { name: /确\s*定/ }))
  await waitFor(() => expect(screen.getByText('还没有单独共享给任何人')).toBeTruthy())
})

test('who may not change the record can only look', async () => {
  server.use(http.get('*/api/shares', () => HttpResponse.json({ rows: [shown], next: null })))
  renderPage(<Sharing recordType="customer" recordId="5" editable={false} />)
  expect(await screen.findByText('顾问 · 至 2026-12-31 · 王小明共享')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('who may ask learns who sees the record, and why somebody does not', async () => {
  server.use(
    http.get('*/api/shares', () => HttpResponse.json({ rows: [], next: null })),
    http.get('*/api/explanations', () =>
      HttpResponse.json({ seers: [{ userId: '8', name: '李雷', department: '销售一部', reasons: ['是虚拟团队成员'] }], next: null }),
    ),
    http.get('*/api/records/user/lookup', () => HttpResponse.json({ items: [{ id: '7', label: '韩梅梅' }] })),
    http.get('*/api/explanations/7', () => HttpResponse.json({ sees: false, reasons: [], missing: ['被单独共享'], blocked: null })),
  )
  const { person } = renderPage(<Sharing recordType="opportunity" recordId="5" editable={false} />, {
    session: { permissions: ['access:explain', 'user:read'] },
  })
  await person.click(await screen.findByRole('button', { name: '列出能看到的人' }))
  expect(await screen.findByText('销售一部 · 是虚拟团队成员')).toBeTruthy()
  await person.click(screen.getByRole('combobox', { name: '某人能否看到' }))
  await person.click(await screen.findByTitle('韩梅梅'))
  expect(await screen.findByText('韩梅梅看不到这条记录')).toBeTruthy()
  expect(screen.getByText('被单独共享')).toBeTruthy()
})
