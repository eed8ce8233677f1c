import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { ContactPage } from '../../features/contact/ContactPage'
import { ProductPage } from '../../features/product/ProductPage'

const pages = [
  ['contact', <ContactPage key="contact" />],
  ['product', <ProductPage key="product" />],
] as const

beforeEach(() => {
  server.use(
    http.get('*/api/:plural/5', () => HttpResponse.json({ id: '5', version: 1, values: { name: '张三丰' }, may: {} })),
    http.get('*/api/records/:type/fields', ({ params }) => HttpResponse.json({ type: params.type, label: '', defaultSort: 'name', versioned: true, fields: [] })),
  )
})

test.each(pages)('who may ask learns on the page of a %s who sees it', async (type, page) => {
  server.use(
    http.get('*/api/explanations', ({ request }) => {
      expect(new URL(request.url).searchParams.get('recordType')).toBe(type)
      return HttpResponse.json({ seers: [{ userId: '8', name: '李雷', department: '销售一部', reasons: ['能看到它所属的记录'] }], next: null })
    }),
  )
  const { person } = renderPage(page, { at: `/${type}s/5`, path: `/${type}s/:id`, session: { permissions: ['access:explain', 'user:read'] } })
  await person.click(await screen.findByRole('button', { name: '列出能看到的人' }))
  expect(await screen.findByText('销售一部 · 能看到它所属的记录')).toBeTruthy()
})

test.each(pages)('others are not offered it on the page of a %s', async (type, page) => {
  renderPage(page, { at: `/${type}s/5`, path: `/${type}s/:id`, session: { permissions: [] } })
  expect(await screen.findByRole('heading', { name: '张三丰' })).toBeTruthy()
  expect(screen.queryByRole('region', { name: '谁能看到' })).toBeNull()
})
