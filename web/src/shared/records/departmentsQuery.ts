import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Department } from '../../api/types'

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: () => get<Department[]>('/departments'),
  staleTime: 60_000,
})
