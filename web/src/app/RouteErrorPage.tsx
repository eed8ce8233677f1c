import { useRouteError } from 'react-router'
import { ErrorState } from '../shared/ui/ErrorState'

/** What shows when a page could not be loaded or broke: the frame stays when the fault is inside. */
export function RouteErrorPage({ inside = false }: { inside?: boolean }) {
  const error = useRouteError()
  return (
    <div style={inside ? undefined : { minHeight: '100dvh', display: 'grid', placeItems: 'center' }}>
      <ErrorState error={error} onRetry={() => window.location.reload()} />
    </div>
  )
}
