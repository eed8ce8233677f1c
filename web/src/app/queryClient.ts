import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../api/client'

/** Reads are tried again only when the server could not be reached or stumbled. */
export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && error instanceof ProblemError && (error.offline || error.status >= 502),
      },
    },
  })
