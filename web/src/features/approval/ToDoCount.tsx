import { useQuery } from '@tanstack/react-query'
import { Badge } from '../../shared/ui/Badge'
import { countsQuery } from './api'

/** How many wait for the viewer, beside the entry of the navigation; nothing if none do. */
export function ToDoCount() {
  const { data } = useQuery(countsQuery)
  return data?.toDo ? <Badge tone="red">{data.toDo}</Badge> : null
}
