import { Navigate } from 'react-router'
import { useFeatures } from '../shared/feature'
import { useMay } from '../shared/session'

/** `/` leads to the first page of the navigation that the viewer may use. */
export function StartPage() {
  const may = useMay()
  const first = useFeatures()
    .flatMap((feature) => feature.navigation ?? [])
    .find((entry) => may(entry.permission))
  return <Navigate to={first?.path ?? '/me'} replace />
}
