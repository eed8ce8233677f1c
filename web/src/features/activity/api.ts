import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { get, post } from '../../api/client'
import type { Filter, Page } from '../../api/types'

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

const taskFields = 'title,status,priority,dueOn,assignee,completedAt'

/** Tasks about a record: open ones first, the most pressing first. */
export const recordTasksQuery = (record: RecordRef) =>
  queryOptions({
    queryKey: ['records', 'task', 'about', record.type, record.id],
    queryFn: async ({ signal }) => {
      const { rows } = await get<Page>(
        '/records/task',
        { fields: taskFields, filter: JSON.stringify(aboutRecord(record)), sort: 'dueOn', limit: 100 },
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
