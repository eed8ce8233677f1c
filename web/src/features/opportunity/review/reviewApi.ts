import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { RecordDetail, Schemas } from '../../../api/types'

export type SimilarLesson = Schemas['LessonQueriesSimilar']

/** What came of an ending: its lesson, its task. */
export const aftermathQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', 'opportunities', id, 'review'],
    queryFn: ({ signal }) => get<Schemas['ReviewQueriesAftermath']>(`/opportunities/${id}/review`, undefined, signal),
  })

/** Lessons that are like an open opportunity. */
export const similarQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', 'opportunities', id, 'lessons'],
    queryFn: ({ signal }) => get<SimilarLesson[]>(`/opportunities/${id}/lessons`, undefined, signal),
  })

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', 'tasks', id],
    queryFn: ({ signal }) => get<RecordDetail>(`/tasks/${id}`, undefined, signal),
    retry: false,
  })
