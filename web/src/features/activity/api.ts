import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { get, post } from '../../api/client'
import type { Filter, Page } from '../../api/types'
import { typeQuery } from '../../shared/records/recordsApi'

/** The record a follow-up, task or file belongs to. */
export interface RecordRef {
  type: string
  id: string
}

const aboutRecord = ({ type, id }: RecordRef): Filter => ({
  and: [
    { field: 'recordType', op: 'is', value: type },
    { field: 'recordId', op: 'is', value: id },
  ],
})

const taskFields = ['title', 'status', 'priority', 'dueOn', 'assignee', 'completedAt']

/** Tasks about a record, with what of them the viewer is offered: open ones first, the most pressing first. */
export const recordTasksQuery = (record: RecordRef) =>
  queryOptions({
    queryKey: ['records', 'task', 'about', record.type, record.id],
    queryFn: async ({ signal, client }) => {
      const { fields } = await client.ensureQueryData(typeQuery('task'))
      const told = taskFields.filter((name) => fields.some((field) => field.name === name))
      const { rows } = await get<Page>(
        '/records/task',
        { fields: told.join(), filter: JSON.stringify(aboutRecord(record)), sort: told.includes('dueOn') ? 'dueOn' : '', limit: 100 },
        signal,
      )
      return rows.toSorted((one, other) => Number(one.status !== 'OPEN') - Number(other.status !== 'OPEN'))
    },
  })

export const completeTask = (id: string) => post(`/tasks/${id}/completion`)
export const reopenTask = (id: string) => post(`/tasks/${id}/reopening`)

export const isOverdue = (task: { status: string; dueOn?: string | null }, day: string) =>
  task.status === 'OPEN' && typeof task.dueOn === 'string' && task.dueOn < day

/** Whatever a follow-up or a task may have changed: the lists, the record, its timeline, the workbench. */
export function activityChanged(cache: QueryClient) {
  for (const queryKey of [['records'], ['record'], ['timeline'], ['workbench']]) void cache.invalidateQueries({ queryKey })
}
