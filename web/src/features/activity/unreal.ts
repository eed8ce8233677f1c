import { get } from '../../api/client'
import type { RecordDetail } from '../../api/types'
import { texts } from './texts'

/** Why what was just logged does not count as a follow-up, as the name of a text; nothing if it does, or cannot be known. */
export async function whyUnreal(id: string): Promise<string | null> {
  const page = await get<RecordDetail>(`/activities/${id}`).catch(() => null)
  if (page?.values.counts !== false) return null
  await texts()
  return page.values.outcome ? 'unreal.team' : 'unreal.outcome'
}
