import { App } from 'antd'
import { del, patch, post, put } from '../../api/client'
import type { Schemas } from '../../api/types'
import { useMessageOf } from '../useMessageOf'
import type { ScheduleItem } from './scale'

export type ItemDraft = Schemas['ItemDraft']

/** What is done to the items below an address; each ends with `onChanged`, refusals included: somebody else may have moved them. */
export function useScheduleVerbs(base: string, onChanged: () => Promise<void>) {
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const told = async (change: Promise<unknown>) => {
    try {
      await change
    } catch (failure) {
      void message.error(messageOf(failure))
    }
    await onChanged()
  }
  return {
    move: ({ id, version }: ScheduleItem, startsOn: string, endsOn: string) => told(patch(`${base}/items/${id}`, { startsOn, endsOn, version })),
    remove: ({ id, version }: ScheduleItem) => told(del(`${base}/items/${id}?version=${version}`)),
    save: async (item: ScheduleItem | null, draft: ItemDraft) => {
      await (item ? put(`${base}/items/${item.id}`, draft) : post(`${base}/items`, draft))
      await onChanged()
    },
    setBaseline: async (version: number, reason?: string) => {
      await post(`${base}/baseline`, { version, reason })
      await onChanged()
    },
  }
}
