import { useQueryClient } from '@tanstack/react-query'

/** Whatever a verb may have changed: the project, its lists, what is told of it elsewhere. */
export function useProjectChanged() {
  const cache = useQueryClient()
  return async () => {
    await Promise.all([['record'], ['records', 'project']].map((queryKey) => cache.invalidateQueries({ queryKey })))
  }
}
