import { AimOutlined, DashboardOutlined, FundOutlined, SafetyOutlined, TableOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { Navigate } from 'react-router'
import type { Feature } from '../../shared/feature'
import { withTexts } from '../../shared/lateTexts'
import { boardPath } from './boardPath'
import { CityReportBadge, GradeBadge, GradeStateBadge, PeriodBadge } from './grade/GradeBadge'
import { NextStepClock } from './NextStepClock'
import { ApprovalPendingBadge, MaturityBadge, StatusBadge } from './StatusBadge'
import { texts } from './texts'

const CreateOpportunityDialog = lazy(async () => ({ default: (await import('./CreateOpportunityDialog')).CreateOpportunityDialog }))

/** Opportunities: list and board, one with its whole story. */
export const feature: Feature = {
  routes: [
    { path: '/opportunities', lazy: async () => ({ Component: (await import('./OpportunityListPage')).OpportunityListPage }) },
    { path: '/opportunities/board', element: <Navigate to={boardPath} replace /> },
    { path: '/opportunities/movements', lazy: withTexts(texts, async () => ({ Component: (await import('./movement/MovementsPage')).MovementsPage })) },
    { path: '/opportunities/rad', lazy: withTexts(texts, async () => ({ Component: (await import('./grade/RadPage')).RadPage })) },
    { path: '/opportunities/score-bands', lazy: withTexts(texts, async () => ({ Component: (await import('./assess/BandsPage')).BandsPage })) },
    { path: '/opportunities/:id/report', lazy: withTexts(texts, async () => ({ Component: (await import('./assess/ReportPage')).ReportPage })) },
    { path: '/opportunities/waivers', lazy: withTexts(texts, async () => ({ Component: (await import('./control/WaiversPage')).WaiversPage })) },
    { path: '/opportunities/:id', lazy: withTexts(texts, async () => ({ Component: (await import('./detail/DetailPage')).DetailPage })) },
  ],
  navigation: [
    { path: '/opportunities', label: 'opportunity:title', icon: <AimOutlined aria-hidden />, permission: 'opportunity:read', goKey: 'o', phone: true },
    { path: '/opportunities/movements', label: 'opportunity:movement.open', icon: <FundOutlined aria-hidden />, permission: 'opportunity:read', aside: true },
    { path: '/opportunities/rad', label: 'opportunity:grade.rad.title', icon: <TableOutlined aria-hidden />, permission: 'opportunity:read', aside: true },
    { path: '/opportunities/score-bands', label: 'opportunity:assess.bands.title', icon: <DashboardOutlined aria-hidden />, permission: 'opportunity:read', aside: true },
    { path: '/opportunities/waivers', label: 'opportunity:control.counts', icon: <SafetyOutlined aria-hidden />, permission: 'opportunity:waive-gate', aside: true },
  ],
  records: {
    opportunity: {
      plural: 'opportunities',
      path: (id) => `/opportunities/${id}`,
      decided: { grade: (id) => `/opportunities/${id}?tab=assessment`, assessment: (id, subjectId) => `/opportunities/${id}/report?of=${subjectId}` },
      past: true,
      create: {
        label: 'opportunity:create',
        permission: 'opportunity:create',
        icon: <AimOutlined aria-hidden />,
        Dialog: CreateOpportunityDialog,
      },
      cells: {
        status: (row) => <StatusBadge status={row.status} />,
        grade: (row) => <GradeBadge grade={row.grade} state={row.gradeState} pending={row.gradePending} />,
        gradeState: (row) => <GradeStateBadge state={row.gradeState} />,
        gradePending: (row) => <GradeBadge grade={row.gradePending} />,
        maturity: (row) => <MaturityBadge maturity={row.maturity} />,
        period: (row) => <PeriodBadge period={row.period} />,
        cityReport: (row) => <CityReportBadge report={row.cityReport} />,
        approvalPending: (row) => (row.approvalPending === true ? <ApprovalPendingBadge /> : null),
        nextStepOn: (row) => (row.status === 'OPEN' || row.status === undefined ? <NextStepClock on={row.nextStepOn} short /> : null),
      },
      reads: { grade: ['gradeState', 'gradePending'] },
      widths: { grade: { 'zh-CN': 172, en: 236 } },
    },
  },
}
