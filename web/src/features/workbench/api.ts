import { queryOptions } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { get } from '../../api/client'
import type { Filter, Schemas } from '../../api/types'
import { today } from '../../shared/format'

export type StageSum = Schemas['WorkbenchStageSum']

/** What a day begins with: tasks and next steps are one's own, stages and overstays of all one may see. */
export type Today = Schemas['WorkbenchToday']

export const workbenchQuery = queryOptions({ queryKey: ['workbench'], queryFn: () => get<Today>('/workbench') })

const open: Filter = { field: 'status', op: 'is', value: 'OPEN' }

/** Address of the opportunity list that holds exactly what a number counts. */
export function listOf(conditions: Filter[], sort?: string) {
  const params = new URLSearchParams({ filter: JSON.stringify({ and: [open, ...conditions] }) })
  if (sort) params.set('sort', sort)
  return `/opportunities?${params.toString()}`
}

export const stageList = (stage: string) => listOf([{ field: 'stage', op: 'in', value: [stage] }])
export const openList = () => `/opportunities?${new URLSearchParams({ filter: JSON.stringify(open) }).toString()}`
export const overstayList = () => listOf([{ field: 'overstayDays', op: 'gt', value: 0 }], '-overstayDays')
export const nextStepList = () =>
  listOf(
    [
      { field: 'owner', op: 'me' },
      { field: 'nextStepOn', op: 'lte', value: dayjs(today()).add(7, 'day').format('YYYY-MM-DD') },
    ],
    'nextStepOn',
  )
export const unplannedList = () =>
  listOf([
    { field: 'owner', op: 'me' },
    { field: 'nextStepOn', op: 'empty' },
  ])
