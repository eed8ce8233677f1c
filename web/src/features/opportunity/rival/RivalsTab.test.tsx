import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { opportunityServer } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { RivalsTab } from './RivalsTab'

const rival = { competitorId: '3', name: '甲公司', archived: false, threat: 'HIGH', strength: '在位', price: 88000, counterStrategy: '先做试点', since: '2026-11-20T01:00:00Z' }

test('[D11] shows what is known of a rival, and keeps what is changed', async () => {
  const sent: unknown[] = []
  server.use(
    ...opportunityServer,
    http.get('*/api/opportunities/5/rivals', () => HttpResponse.json([rival])),
    http.put('*/api/opportunities/5/rivals/3', async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { person } = renderPage(<RivalsTab id="5" editable />)
  expect(await screen.findByText('威胁高')).toBeTruthy()
  expect(screen.getByText('先做试点')).toBeTruthy()
  await person.click(screen.getByLabelText('编辑甲公司'))
  await person.click(await screen.findByLabelText('劣势'))
  await person.paste('交付慢')
  await person.click(screen.getByText('保存'))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ threat: 'HIGH', weakness: '交付慢', counterStrategy: '先做试点' })
})
