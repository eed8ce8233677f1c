import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

/** The server of page tests: each test says what it answers, by `server.use(…)`. Nobody has saved a view yet. */
export const server = setupServer(
  http.get('*/api/views', () => HttpResponse.json({ views: [], firstId: null })),
  http.get('*/api/notices', () => HttpResponse.json({ rows: [], unread: 0 })),
  http.get('*/api/approvals/counts', () => HttpResponse.json({ toDo: 0, done: 0, mine: 0 })),
  http.get('*/api/approvals/of', () => HttpResponse.json([])),
  http.get('*/api/records/:type/bulk', () => HttpResponse.json({ actions: [] })),
)
