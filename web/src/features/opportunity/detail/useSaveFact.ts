import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get, ProblemError } from '../../../api/client'
import type { Value } from '../../../api/types'
import { formatInstant } from '../../../shared/format'
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
  return async (field: string, value: Value) => {
    const shown = cache.getQueryData(queryKey)
    try {
      const { version } = await changeRecord('opportunities', id, shown!.version, { [field]: value })
      cache.setQueryData(queryKey, (detail) => detail && { ...detail, version, values: { ...detail.values, [field]: value ?? null } })
      void opportunityChanged(cache)
    } catch (failure) {
      if (!(failure instanceof ProblemError) || failure.code !== 'stale-version') throw failure
      await cache.refetchQueries({ queryKey, exact: true })
      throw new ProblemError({ ...failure.problem, type: '/problems/changed-meanwhile', detail: await whoChanged() })
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
