import { AimOutlined, FundOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { Navigate } from 'react-router'
import type { Feature } from '../../shared/feature'
import { boardPath } from './boardPath'
import { NextStepClock } from './NextStepClock'
import { StatusBadge } from './StatusBadge'

const CreateOpportunityDialog = lazy(async () => ({ default: (await import('./CreateOpportunityDialog')).CreateOpportunityDialog }))

/** Opportunities: list and board, one with its whole story. */
export const feature: Feature = {
  routes: [
    { path: '/opportunities', lazy: async () => ({ Component: (await import('./OpportunityListPage')).OpportunityListPage }) },
    { path: '/opportunities/board', element: <Navigate to={boardPath} replace /> },
    { path: '/opportunities/movements', lazy: async () => ({ Component: (await import('./movement/MovementsPage')).MovementsPage }) },
    { path: '/opportunities/:id', lazy: async () => ({ Component: (await import('./detail/DetailPage')).DetailPage }) },
  ],
  navigation: [
    { path: '/opportunities', label: 'opportunity:title', icon: <AimOutlined aria-hidden />, permission: 'opportunity:read', goKey: 'o', phone: true },
    { path: '/opportunities/movements', label: 'opportunity:movement.title', icon: <FundOutlined aria-hidden />, permission: 'opportunity:read', aside: true },
  ],
  records: {
    opportunity: {
      plural: 'opportunities',
      path: (id) => `/opportunities/${id}`,
      past: true,
      create: {
        label: 'opportunity:create',
        permission: 'opportunity:create',
        icon: <AimOutlined aria-hidden />,
        Dialog: CreateOpportunityDialog,
      },
      cells: {
        status: (row) => <StatusBadge status={row.status} />,
        nextStepOn: (row) => (row.status === 'OPEN' || row.status === undefined ? <NextStepClock on={row.nextStepOn} short /> : null),
      },
    },
  },
}
