import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get, ProblemError } from '../../../api/client'
import type { Value } from '../../../api/types'
import { formatInstant } from '../../../shared/format'
import { FieldChanged, stillHolds, type Read } from '../../../shared/records/fieldChanged'
import { changeRecord } from '../../../shared/records/recordsApi'
import { detailQuery, opportunityChanged, type HistoryRow, type Paged } from '../api'

/**
 * Saves one fact of an opportunity against the version that the page shows. When someone else was faster, the page takes
 * the newest state and says who changed what; what was typed stays in its input, and saving again puts it over theirs.
 */
export function useSaveFact(id: string) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const { queryKey } = detailQuery(id)
  return async (field: string, value: Value, read: Read) => {
    const shown = cache.getQueryData(queryKey)!
    // The page may have taken a newer state since the input was opened, or since what is undone was saved.
    if (!stillHolds(read, field, shown)) throw new FieldChanged(shown.values[field])
    try {
      const { version } = await changeRecord('opportunities', id, shown.version, { [field]: value })
      cache.setQueryData(queryKey, (detail) => detail && { ...detail, version, values: { ...detail.values, [field]: value ?? null } })
      void opportunityChanged(cache)
      return version
    } catch (failure) {
      if (!(failure instanceof ProblemError) || failure.code !== 'stale-version') throw failure
      await cache.refetchQueries({ queryKey, exact: true })
      throw new FieldChanged(cache.getQueryData(queryKey)?.values[field], await whoChanged())
    }
  }

  async function whoChanged() {
    try {
      const { rows } = await get<Paged<HistoryRow>>(`/opportunities/${id}/history`, { limit: 1 })
      const last = rows[0]!
      const what = last.changes.map(({ label }) => label).join(t('shared:filter.comma'))
      return t('stale.by', { who: last.byName, at: formatInstant(last.at), what })
    } catch {
      return t('stale.someone')
    }
  }
}
