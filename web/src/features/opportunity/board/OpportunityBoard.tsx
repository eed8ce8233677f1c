import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Select, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigationType, useSearchParams } from 'react-router'
import type { Row } from '../../../api/types'
import { formatMoneyShort, formatNumber } from '../../../shared/format'
import { usePhone } from '../../../shared/preferences'
import { openedAmong } from '../../../shared/records/among'
import { pagesQuery } from '../../../shared/records/recordsApi'
import { lastVisited } from '../../../shared/records/usePlace'
import { useMay } from '../../../shared/session'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { BeyondNote } from '../../../shared/views/Beyond'
import type { OwnBoardProps } from '../../../shared/views/ownBoard'
import { useCardKeys } from '../../../shared/views/useCardKeys'
import { processesQuery } from '../api'
import type { Verb } from '../moves/steps'
import { useMoves } from '../moves/useMoves'
import styles from './board.module.css'
import { laneKindOf, questionOf, type Lane } from './boardApi'
import { BoardCard } from './BoardCard'
import { BoardLane } from './BoardLane'
import { DropZones } from './DropZones'
import { LaneTabs } from './LaneTabs'
import { useBoard } from './useBoard'
import { useMoveMenu } from './useMoveMenu'

/** Opportunities in lanes whose cards can be moved: by stage to move them on, by owner, status or month to see how they lie. */
export function OpportunityBoard({ group, filter, asOf }: OwnBoardProps) {
  const { t, i18n } = useTranslation('opportunity')
  const phone = usePhone()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const processes = useQuery(processesQuery())
  const usable = (processes.data ?? []).filter(({ archived }) => !archived)
  const by = laneKindOf(group) ?? 'stage'
  const process = params.get('process') ?? (usable.find(({ isDefault }) => isDefault) ?? usable[0])?.id ?? ''
  const moves = useMoves()
  const board = useBoard({ by, process, filter, asOf }, processes.data ?? [], moves)
  const { board: query, lanes } = board
  const [shown, setShown] = useState<string | null>(null)
  const dragging = useDragging(board)
  const menuOf = useMoveMenu(board)
  const place = useRef<HTMLDivElement>(null)
  const movable = may('opportunity:edit') && !asOf
  useCardKeys(place, { along: 'Card', across: 'Lane', menu: movable })
  useWayBack(board, asOf)

  const chooseProcess = (id: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      next.set('process', id)
      return next
    })
  const laneOf = (lane: Lane) => (
    <BoardLane key={lane.key} lane={lane} hint={hintOf(lane)} onMore={() => board.loadMore(lane)}>
      {(row: Row) => (
        <BoardCard
          card={row}
          opened={openedAmong(lane.rows, { type: 'opportunity', question: questionOf(lane, asOf) })}
          menu={movable ? menuOf(row) : undefined}
          showStage={by !== 'stage'}
          showStatus={by !== 'status' && row.status !== 'OPEN'}
        />
      )}
    </BoardLane>
  )
  const hintOf = ({ stage }: Lane) => {
    if (!stage) return undefined
    return [t('board.winRate', { rate: stage.winRate }), stage.plannedDays ? t('board.planned', { count: stage.plannedDays }) : ''].filter(Boolean).join(' · ')
  }
  const ofProcess = lanes.reduce((sum, { count }) => sum + count, 0)
  const lane = phone ? (lanes.find(({ key }) => key === shown) ?? lanes[0]) : undefined

  return (
    <div ref={place} className={styles.page}>
      {by === 'stage' && usable.length > 1 && (
        <div className={styles.toolbar}>
          <Select
            aria-label={t('board.process')}
            value={process}
            options={usable.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={chooseProcess}
          />
          {/* The list counts those of all processes. */}
          {query.data && <span>{t('shared:table.count', { count: ofProcess, text: formatNumber(ofProcess) })}</span>}
        </div>
      )}
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <div className={styles.bones} role="status" aria-label={t('shared:loading')}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      ) : lanes.length === 0 ? (
        <EmptyState title={t('board.none')} reason={t('none.reason')} />
      ) : lane ? (
        <>
          <LaneTabs lanes={lanes} value={lane.key} onChange={setShown} />
          {laneOf(lane)}
        </>
      ) : (
        <div className={styles.lanes} role="region" aria-label={t('board.title')} tabIndex={0}>
          {lanes.map(laneOf)}
        </div>
      )}
      <BeyondNote laid={query.data} figure={({ sums }) => sums.expectedAmount != null && <strong>{formatMoneyShort(Number(sums.expectedAmount), i18n.language)}</strong>} />
      {dragging && by !== 'status' && <DropZones />}
      {moves.dialog}
    </div>
  )
}

/** Back from a record further down its lane than was loaded here, that lane is loaded up to it. */
function useWayBack({ lanes, loadMore }: ReturnType<typeof useBoard>, asOf?: string | null) {
  const cache = useQueryClient()
  const waits = useRef(useNavigationType() === 'POP')
  useEffect(() => {
    const visited = lastVisited()
    if (!waits.current || !visited || lanes.length === 0) return
    waits.current = false
    for (const lane of lanes) {
      // What was gone through on the pages of its records.
      const gone = cache.getQueryData(pagesQuery('opportunity', questionOf(lane, asOf)).queryKey)
      const at = gone?.pages.flatMap(({ rows }) => rows).findIndex(({ id }) => id === visited) ?? -1
      if (at >= lane.rows.length) void loadMore(lane, at)
    }
  })
}

/** Whether a card is being dragged; drops do what their target says. */
function useDragging({ cardOf, toLane, verb }: ReturnType<typeof useBoard>) {
  const [dragging, setDragging] = useState(false)
  const latest = useRef({ cardOf, toLane, verb })
  useEffect(() => {
    latest.current = { cardOf, toLane, verb }
  })
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data.card === 'string',
        onDragStart: () => setDragging(true),
        onDrop: ({ source, location }) => {
          setDragging(false)
          const target = location.current.dropTargets[0]?.data
          const moved = latest.current.cardOf(String(source.data.card))
          if (!target || !moved) return
          if (typeof target.lane === 'string') void latest.current.toLane(moved, target.lane)
          if (typeof target.verb === 'string') void latest.current.verb(moved, target.verb as Verb)
        },
      }),
    [],
  )
  return dragging
}
