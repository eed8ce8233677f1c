import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import { LessonListPage } from './LessonListPage'

test('[D12] lessons are searched where they are listed', async () => {
  const asked: unknown[] = []
  const title = { name: 'title', label: '标题', kind: 'TEXT', operators: ['finds', 'contains'], defaultColumn: true, editable: false, sortable: true, groupable: false, summable: false, nullable: false, custom: false }
  server.use(
    http.get('*/api/records/lesson/fields', () => HttpResponse.json({ type: 'lesson', label: '经验教训', labelField: 'title', defaultSort: '-title', fields: [title] })),
    http.get('*/api/records/lesson', ({ request }) => {
      asked.push(JSON.parse(new URL(request.url).searchParams.get('filter') ?? 'null'))
      return HttpResponse.json({ rows: [] })
    }),
    http.get('*/api/records/lesson/*', () => HttpResponse.json({ count: 0, capped: false, sums: {} })),
  )
  const { person } = renderPage(<LessonListPage />)
  await person.type(await screen.findByRole('textbox', { name: '搜索经验教训' }), '决策人{Enter}')
  await waitFor(() => expect(asked).toContainEqual({ field: 'title', op: 'finds', value: '决策人' }))
})
