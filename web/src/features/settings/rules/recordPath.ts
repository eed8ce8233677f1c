import { useFeatures } from '../../../shared/feature'

/** Where the records of a type have their pages; nothing if they have none. */
export function useRecordPath(type: string) {
  const features = useFeatures()
  return features.map((feature) => feature.records?.[type]?.path).find((path) => path !== undefined)
}
