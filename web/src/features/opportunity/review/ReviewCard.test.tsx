import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { detail, opportunityCatalogue, opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import type { OpportunityDetail } from '../api'
import { LessonsCard } from './LessonsCard'
import { ReviewCard } from './ReviewCard'

const lost = {
  ...detail,
  values: {
    ...detail.values,
    status: 'LOST',
    closedOn: '2026-11-20',
    lostReason: 'PRICE_TOO_HIGH',
    lesson: '早问预算',
    prevention: '确认阶段问预算',
    preventionOwner: { id: '7', label: '王小明' },
    preventionDueOn: '2026-12-10',
  },
  may: { review: true },
} as unknown as OpportunityDetail

/** The catalogue with what is said of endings, but for what is hidden. */
const catalogue = (...hidden: string[]) =>
  http.get('*/api/records/opportunity/fields', () =>
    HttpResponse.json({
      ...opportunityCatalogue,
      fields: [
        ...opportunityCatalogue.fields,
        ...['lossSummary', 'lostTo', 'lostToCompetitor', 'lesson', 'closingNote', 'prevention', 'preventionOwner', 'preventionDueOn'].map((name) => ({ name, label: name, kind: 'TEXT' })),
      ].filter(({ name }) => !hidden.includes(name)),
    }),
  )

test('[D12] a review shows who takes the measure, and is told anew on the version that was read', async () => {
  const sent: unknown[] = []
  server.use(
    catalogue(),
    ...opportunityServer,
    http.get('*/api/opportunities/5/review', () => HttpResponse.json({ lessonId: '8', published: true, taskId: null })),
    http.get('*/api/records/user/lookup', () => HttpResponse.json({ items: [] })),
    http.put('*/api/opportunities/5/review', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ version: 4 })
    }),
  )
  const { person } = renderPage(<ReviewCard detail={lost} past={false} />)
  expect(await screen.findByText('确认阶段问预算')).toBeTruthy()
  expect(screen.getByText(/王小明 2026-12-10 前完成/)).toBeTruthy()
  expect(await screen.findByText('已公开')).toBeTruthy()
  await person.click(screen.getByText('修改'))
  await person.click(await screen.findByLabelText('失败总结'))
  await person.paste('价高')
  await person.click(screen.getByText(/^保\s?存$/))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ reason: 'PRICE_TOO_HIGH', summary: '价高', lesson: '早问预算', preventionOwnerId: '7', preventionDueOn: '2026-12-10', version: 3 })
})

test('[A4] what is hidden from the viewer is not asked when a review is told anew: it stays', async () => {
  const sent: object[] = []
  server.use(
    catalogue('lostReason', 'lesson', 'preventionOwner'),
    ...opportunityServer,
    http.get('*/api/opportunities/5/review', () => HttpResponse.json({ lessonId: null, published: false, taskId: null })),
    http.put('*/api/opportunities/5/review', async ({ request }) => {
      sent.push((await request.json()) as object)
      return HttpResponse.json({ version: 4 })
    }),
  )
  const values = { ...lost.values, lostReason: undefined, lesson: undefined, prevention: undefined, preventionOwner: undefined }
  const { person } = renderPage(<ReviewCard detail={{ ...lost, values } as unknown as OpportunityDetail} past={false} />)
  await person.click(await screen.findByText('补写'))
  await person.click(await screen.findByLabelText('失败总结'))
  await person.paste('价高')
  expect(screen.queryByLabelText('失败原因')).toBeNull()
  expect(screen.queryByLabelText('经验教训')).toBeNull()
  expect(screen.queryByLabelText('预防措施')).toBeNull()
  await person.click(screen.getByText(/^保\s?存$/))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ summary: '价高', version: 3 })
  expect(Object.keys(sent[0]!)).not.toContain('preventionDueOn')
})

test('[D12] lessons of similar ones say why they are shown; of none there is no card', async () => {
  server.use(http.get('*/api/opportunities/5/lessons', () => HttpResponse.json([{ id: '8', title: '早问预算', text: '早问预算', outcome: 'LOST', likeBy: ['PRODUCT'], likeness: ['相同产品'] }])))
  renderPage(<LessonsCard detail={detail as unknown as OpportunityDetail} />, { session: { permissions: ['lesson:read'] } })
  expect(await screen.findByText('相同产品')).toBeTruthy()
  expect(screen.getByRole('link', { name: '早问预算' }).getAttribute('href')).toBe('/lessons/8')
})
