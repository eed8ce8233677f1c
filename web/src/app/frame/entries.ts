import { useLocation } from 'react-router'
import { useAsOf } from '../../shared/past/asOf'
import { useFeatures, type NavigationEntry, type RecordPlace } from '../../shared/feature'
import { useMay } from '../../shared/session'

export type Creatable = { type: string; create: NonNullable<RecordPlace['create']>; place: RecordPlace }

/** The pages the viewer may open, in the order of the navigation. */
export function useNavigationEntries(): NavigationEntry[] {
  const may = useMay()
  return useFeatures()
    .flatMap((feature) => feature.navigation ?? [])
    .filter((entry) => may(entry.permission))
}

/** What the viewer may create from anywhere; nothing while looking back. */
export function useCreatables(): Creatable[] {
  const may = useMay()
  const asOf = useAsOf()
  return useFeatures()
    .flatMap((feature) => Object.entries(feature.records ?? {}))
    .flatMap(([type, place]) => (place.create ? [{ type, place, create: place.create }] : []))
    .filter(({ create }) => !asOf && create.quick !== false && may(create.permission))
}

/** True when the address lies at or below the entry's, and at none further below: of /customers/duplicates only that one. */
export function useIsCurrent() {
  const { pathname } = useLocation()
  const holds = (path: string) => pathname === path || pathname.startsWith(`${path}/`)
  const below = useFeatures()
    .flatMap((feature) => feature.navigation ?? [])
    .filter((entry) => !entry.aside && holds(entry.path))
    .map(({ path }) => path)
  return (path: string) => holds(path) && !below.some((other) => other.startsWith(`${path}/`))
}

/** True on pages that the viewer may not use: an address typed or kept from better days. */
export function useIsRefused() {
  const may = useMay()
  const isCurrent = useIsCurrent()
  return useFeatures()
    .flatMap((feature) => feature.navigation ?? [])
    .some((entry) => isCurrent(entry.path) && !may(entry.permission))
}
