import { useSearchParams } from 'react-router'
import { today } from '../../../shared/format'
import { pastDay } from '../../../shared/past/asOf'
import { endBefore } from '../../../shared/past/days'
import { stateOf } from '../../../shared/views/state'
import type { Comparison, Movement } from './movementApi'

type Change = Partial<Record<'from' | 'to' | 'signedFrom' | 'signedTo' | 'filter' | 'movement', string | null>>

/** Which days are compared is the page's address: the end of last month and now, until somebody says. */
export function useComparison() {
  const [params, setParams] = useSearchParams()
  const to = pastDay(params.get('to'))
  const from = pastDay(params.get('from'))
  const comparison: Comparison = {
    from: from ?? endBefore('month', to ?? today()),
    to,
    signedFrom: params.get('signedFrom'),
    signedTo: params.get('signedTo'),
    filter: stateOf(params).filter ?? null,
  }
  const change = (values: Change) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(values)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  return { comparison, movement: params.get('movement') as Movement | null, change }
}
