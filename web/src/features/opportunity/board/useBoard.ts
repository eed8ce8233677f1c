import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Reference, Row } from '../../../api/types'
import { changeRecord } from '../../../shared/records/recordsApi'
import { useMessageOf } from '../../../shared/useMessageOf'
import { detailQuery, opportunityChanged, stagesOf, subjectOf, type SalesProcess } from '../api'
import type { Verb } from '../moves/steps'
import type { useMoves } from '../moves/useMoves'
import { boardKey, boardQuery, moreOf, withCardMoved, type Board, type BoardQuestion, type Lane } from './boardApi'

const verbOfStatus: Record<string, Verb> = { WON: 'win', LOST: 'lose', DEFERRED: 'defer', ABANDONED: 'abandon', INVALID: 'invalidate' }

/** The board and what moves its cards: at once on the page, back again if the server or the person says no. */
export function useBoard(question: BoardQuestion, processes: SalesProcess[], moves: ReturnType<typeof useMoves>) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const key = boardKey(question)
  const board = useQuery({ ...boardQuery(question), enabled: question.process !== '', placeholderData: keepPreviousData })
  // Nothing open stands in the stage that wins; the drop zone and the menu win.
  const lanes = (board.data?.lanes ?? []).filter(({ stage, count }) => !stage?.isFinal || count > 0)
  /** A card tells its stage; the stage tells the process. */
  const processFor = (card: Row) => {
    const { stageId } = subjectOf(card)
    return processes.find(({ stages }) => stages.some(({ id }) => id === stageId))
  }
  const stagesFor = (card: Row) => stagesOf(processFor(card))
  const subjectFor = (card: Row) => ({ ...subjectOf(card), processId: processFor(card)?.id })

  /** Shows the card in its new lane, does it, and takes it back when it did not come to be. */
  const optimistic = async (card: Row, lane: string | undefined, doIt: () => Promise<boolean>) => {
    const before = cache.getQueryData<Board>(key)
    const rates = new Map(stagesFor(card).map(({ id, winRate }) => [id, Number(winRate)]))
    if (lane !== undefined && before) cache.setQueryData(key, { ...before, lanes: withCardMoved(before.lanes, card.id, lane, (stage) => rates.get(stage) ?? 0) })
    const moved = await doIt()
    if (!moved && before) {
      cache.setQueryData(key, before)
      void cache.invalidateQueries({ queryKey: key })
    }
    return moved
  }

  const toStage = (card: Row, stageId: string) => {
    const stages = stagesFor(card)
    const target = stages.find(({ id }) => id === stageId)
    if (!target || subjectFor(card).stageId === stageId) return Promise.resolve(false)
    return optimistic(card, question.by === 'stage' ? stageId : undefined, () => moves.move(subjectFor(card), target, stages))
  }
  const verb = (card: Row, what: Verb, to?: Reference) => optimistic(card, undefined, () => moves.act(subjectFor(card), what, to))

  const toMonth = (card: Row, month: string) =>
    optimistic(card, month, async () => {
      const day = dayjs(String(card.expectedSignOn ?? `${month}-01`)).date()
      const first = dayjs(`${month.slice(0, 7)}-01`)
      const on = first.date(Math.min(day, first.daysInMonth())).format('YYYY-MM-DD')
      try {
        const { version } = await cache.fetchQuery({ ...detailQuery(card.id), staleTime: 0 })
        await changeRecord('opportunities', card.id, version, { expectedSignOn: on })
        await opportunityChanged(cache)
        void message.success(t('board.dateMoved', { name: String(card.name), day: on }))
        return true
      } catch (failure) {
        void message.error(messageOf(failure))
        return false
      }
    })

  /** A card was dropped on a lane. */
  const toLane = (card: Row, laneKey: string): Promise<boolean> => {
    const lane = lanes.find((one) => one.key === laneKey)
    if (!lane || lane.rows.includes(card)) return Promise.resolve(false)
    switch (question.by) {
      case 'stage':
        return toStage(card, laneKey)
      case 'owner':
        return laneKey ? verb(card, 'transfer', { id: laneKey, label: lane.label }) : Promise.resolve(false)
      case 'grade':
        return Promise.resolve(false)
      case 'month':
        return laneKey ? toMonth(card, laneKey) : Promise.resolve(false)
      case 'status': {
        const closing = verbOfStatus[laneKey]
        return verb(card, closing ?? (card.status === 'DEFERRED' ? 'resume' : 'reopen'))
      }
    }
  }

  const loadMore = async (lane: Lane, place?: number) => {
    const page = await moreOf(lane, question.asOf, place)
    const longer = (one: Lane): Lane => ({ ...one, rows: [...one.rows, ...page.rows.filter((row) => !one.rows.some(({ id }) => id === row.id))], next: page.next })
    cache.setQueryData<Board>(key, (all) => all && { ...all, lanes: all.lanes.map((one) => (one.key === lane.key ? longer(one) : one)) })
  }

  const cardOf = (id: string) => lanes.flatMap(({ rows }) => rows).find((row) => row.id === id)
  return { board, lanes, stagesFor, subjectFor, toStage, verb, toLane, loadMore, cardOf }
}
