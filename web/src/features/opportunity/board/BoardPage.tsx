import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useQuery } from '@tanstack/react-query'
import { Segmented, Select, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Row } from '../../../api/types'
import { usePhone } from '../../../shared/preferences'
import { FilterBar } from '../../../shared/records/FilterBar'
import { CreateRecordButton } from '../../../shared/records/CreateRecordButton'
import { useListState } from '../../../shared/records/useListState'
import { useMay } from '../../../shared/session'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { processesQuery } from '../api'
import { useMoves, type Verb } from '../moves/useMoves'
import { QuickFilters } from '../QuickFilters'
import { ViewSwitch } from '../ViewSwitch'
import styles from './board.module.css'
import { laneKinds, type Lane, type LaneKind } from './boardApi'
import { BoardCard } from './BoardCard'
import { BoardLane } from './BoardLane'
import { DropZones } from './DropZones'
import { LaneTabs } from './LaneTabs'
import { useBoard } from './useBoard'
import { useMoveMenu } from './useMoveMenu'

/** Opportunities in lanes: by stage to move them on, by owner, status or month to see how they lie. */
export function BoardPage() {
  const { t } = useTranslation('opportunity')
  const phone = usePhone()
  const may = useMay()
  const { filter, setFilter } = useListState('opportunity')
  const [params, setParams] = useSearchParams()
  const processes = useQuery(processesQuery)
  const usable = (processes.data ?? []).filter(({ archived }) => !archived)
  const by = laneKinds.find((kind) => kind === params.get('by')) ?? 'stage'
  const process = params.get('process') ?? (usable.find(({ isDefault }) => isDefault) ?? usable[0])?.id ?? ''
  const moves = useMoves()
  const board = useBoard({ by, process, filter }, processes.data ?? [], moves)
  const { board: query, lanes } = board
  const [shown, setShown] = useState<string | null>(null)
  const dragging = useDragging(board)
  const menuOf = useMoveMenu(board)

  const choose = (name: string, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      next.set(name, value)
      return next
    })
  const hintOf = ({ stage }: Lane) => {
    if (!stage) return undefined
    return [t('board.winRate', { rate: stage.winRate }), stage.plannedDays ? t('board.planned', { count: stage.plannedDays }) : ''].filter(Boolean).join(' · ')
  }
  const card = (row: Row) => (
    <BoardCard card={row} menu={may('opportunity:edit') ? menuOf(row) : undefined} showStage={by !== 'stage'} showStatus={by === 'owner' && row.status !== 'OPEN'} />
  )
  const lane = phone ? (lanes.find(({ key }) => key === shown) ?? lanes[0]) : undefined

  return (
    <div className={styles.page}>
      <PageHeader
        title={t('board.title')}
        actions={
          <>
            <ViewSwitch />
            {!phone && <CreateRecordButton type="opportunity" />}
          </>
        }
      />
      <div className={styles.toolbar}>
        <QuickFilters filter={filter} onChange={setFilter} withStatuses={false} />
        <Segmented<LaneKind>
          aria-label={t('board.by')}
          value={by}
          options={laneKinds.map((value) => ({ value, label: t(`board.lanes.${value}`) }))}
          onChange={(value) => choose('by', value)}
        />
        {usable.length > 1 && (
          <Select
            aria-label={t('board.process')}
            value={process}
            options={usable.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => choose('process', id)}
          />
        )}
        <FilterBar type="opportunity" filter={filter} onChange={setFilter} />
      </div>
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <div className={styles.bones}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      ) : lanes.length === 0 ? (
        <EmptyState title={t('board.none')} reason={t('none.reason')} action={<CreateRecordButton type="opportunity" />} />
      ) : phone ? (
        <>
          <LaneTabs lanes={lanes} value={lane!.key} onChange={setShown} />
          <BoardLane key={lane!.key} lane={lane!} hint={hintOf(lane!)} onMore={() => board.loadMore(lane!)}>
            {card}
          </BoardLane>
        </>
      ) : (
        <div className={styles.lanes} role="region" aria-label={t('board.title')} tabIndex={0}>
          {lanes.map((one) => (
            <BoardLane key={one.key} lane={one} hint={hintOf(one)} onMore={() => board.loadMore(one)}>
              {card}
            </BoardLane>
          ))}
        </div>
      )}
      {dragging && by !== 'status' && <DropZones />}
      {moves.dialog}
    </div>
  )
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
