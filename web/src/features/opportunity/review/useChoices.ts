import type { Choice } from '../../../api/types'
import { useFields } from '../../../shared/records/useCatalogue'

/** Choices of a field of the catalogue. */
export function useChoices(name: string): Choice[] {
  return useFields('opportunity').fields.find((field) => field.name === name)?.choices ?? []
}
