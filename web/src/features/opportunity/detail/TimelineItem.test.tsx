import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { TimelineItem, type TimelineRow } from './TimelineItem'

const visit = (id: string, more: object): TimelineRow => ({ kind: 'ACTIVITY', id, at: '2026-11-26T02:00:00Z', by: '7', byName: '王小明', activityKind: 'VISIT', subject: `拜访 ${id}`, ...more })

// D10
test('says of what counts as no follow-up that it does not, and lets its author add the outcome', async () => {
  server.use(http.get('*/api/records/activity/fields', () => HttpResponse.json({ type: 'activity', label: '跟进', fields: [{ name: 'outcome', label: '结果', kind: 'LONG_TEXT' }] })))
  renderPage(
    <ol>
      {[visit('1', { counts: true, outcome: '要买' }), visit('2', { counts: false }), visit('3', { counts: false, outcome: '要买' }), visit('4', {})].map((row) => (
        <TimelineItem key={'id' in row ? row.id : ''} row={row} />
      ))}
    </ol>,
    { session: { permissions: ['activity:edit'] } },
  )
  expect(await screen.findAllByText('不计为跟进')).toHaveLength(2)
  expect(await screen.findAllByRole('button', { name: '补写结果' })).toHaveLength(1)
})
