import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { detail } from '../../../testing/opportunities'
import { renderPage } from '../../../testing/renderPage'
import { server } from '../../../testing/server'
import { feature as projects } from '../../project/feature'
import type { OpportunityDetail } from '../api'
import { ProjectCard } from './ProjectCard'

test.each([
  ['OPEN', true],
  ['WON', false],
])('[D12] of a project whose opportunity is %s the card says that it rests: %s', async (status, rests) => {
  server.use(http.get('*/api/records/project', () => HttpResponse.json({ rows: [{ id: '3', name: '专线交付', state: 'RUNNING', percent: 31 }] })))
  const shown = { ...detail, values: { ...detail.values, status } } as unknown as OpportunityDetail
  renderPage(<ProjectCard detail={shown} />, { features: [projects], session: { permissions: ['project:read'] } })
  expect(await screen.findByText('专线交付')).toBeTruthy()
  expect(screen.queryByText('商机已重新打开，项目冻结；再次赢单后继续。') !== null).toBe(rests)
})
