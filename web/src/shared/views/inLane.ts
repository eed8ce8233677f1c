import type { Filter } from '../../api/types'
import type { ListQuestion } from '../records/recordsApi'
import type { Lane } from './api'

/** The question that a lane's records answer, for going on behind those shown. */
export const inLane = (question: ListQuestion, lane: Pick<Lane, 'filter'>): ListQuestion => ({ ...question, filter: JSON.parse(lane.filter) as Filter })
