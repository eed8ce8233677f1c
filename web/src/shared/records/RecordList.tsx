import { SearchOutlined } from '@ant-design/icons'
import { Button, type InputRef } from 'antd'
import Input from 'antd/es/input/Input' // without its kinds for passwords, codes and long texts
import { lazy, Suspense, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../api/types'
import type { Cells } from '../feature'
import { formatNumber } from '../format'
import { useShortcuts } from '../keyboard'
import { LookBack } from '../past/LookBack'
import { PastBanner } from '../past/PastBanner'
import { usePhone } from '../preferences'
import { useMay } from '../session'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { BulkBar, useSelection } from '../views/BulkBar'
import { GroupSelect } from '../views/GroupSelect'
import { dateFields, groupShown } from '../views/fields'
import type { OwnBoard } from '../views/ownBoard'
import { Presentation } from '../views/Presentation'
import { ViewTabs } from '../views/ViewTabs'
import type { NextSort } from './columns'
import { ColumnChooser } from './ColumnChooser'
import { ExportButton } from './ExportButton'
import { FilterBar } from './FilterBar'
import styles from './records.module.css'
import { LoadMore } from './LoadMore'
import { RecordTable } from './RecordTable'
import { SortHint } from './SortHint'
import table from './table.module.css'
import { UnreadableFilter } from './UnreadableFilter'
import { useListState } from './useListState'
import { useRecordList, type RecordListData } from './useRecordList'

const RecordCards = lazy(async () => ({ default: (await import('./RecordCards')).RecordCards }))
const Board = lazy(async () => ({ default: (await import('../views/Board')).Board }))
const Calendar = lazy(async () => ({ default: (await import('../views/Calendar')).Calendar }))
const Chart = lazy(async () => ({ default: (await import('../views/Chart')).Chart }))
const GroupedCards = lazy(async () => ({ default: (await import('../views/GroupedCards')).GroupedCards }))
const Sorting = lazy(async () => ({ default: (await import('./Sorting')).Sorting }))
const GroupedList = lazy(async () => ({ default: (await import('../views/GroupedList')).GroupedList }))

interface Props {
  type: string
  title: string
  /** Condition that always holds on this page and is no chip. */
  scope?: Filter | null
  /** Given where one may do without `scope`: it is a chip then. */
  onWithoutScope?: () => void
  /** Field the search box looks into. */
  searchField?: string
  /** Columns shown until the person chooses; those of the catalogue when absent. */
  columns?: string[]
  /** Fields that cells need beside the columns. */
  also?: string[]
  /** What changes something: not there while looking back. */
  actions?: ReactNode
  /** Other ways to look at the same records. */
  looks?: ReactNode
  /** Between the title and the list: saved views, figures. */
  above?: ReactNode
  editable?: boolean
  cells?: Cells
  /** Lanes whose cards can be moved. */
  board?: OwnBoard
  /** What to do when there is nothing at all yet. */
  none?: { title: string; reason?: string; action?: ReactNode }
}

/** The whole page of a list: title with count, search, filter, columns, export, table or cards. */
export function RecordList({ type, title, scope, onWithoutScope, searchField = 'name', columns, also, actions, looks, above, editable, cells, board, none }: Props) {
  const { t } = useTranslation('shared')
  const phone = usePhone()
  const may = useMay()
  const state = useListState(type)
  const list = useRecordList(type, state, { scope, searchField, columns, also })
  const { filter, asOf } = list.question
  const past = Boolean(asOf)
  const selection = useSelection(
    list.rows.map(({ id }) => id),
    list.question,
  )
  const show = state.show ?? 'LIST'
  const offered = (path: string | null | undefined) => (path && !list.catalogue.lacks(path) ? path : undefined)
  const group = groupShown(list.catalogue, state, board?.groups)
  // Of the dates, one that is on the list already says most.
  const day = offered(state.date) ?? (dateFields(list.columns)[0] ?? dateFields(list.catalogue.fields)[0])?.name
  const openLane = (lane: string) => state.list(JSON.parse(lane) as Filter)
  const sortBy = (next: NextSort) => state.setSort((sort) => next(list.sortOf(sort)))
  const Shape = phone ? RecordCards : RecordTable
  return (
    <div className={styles.page}>
      <PageHeader title={title} beside={<ListCount list={list} />} actions={<>{looks}{!past && actions}</>} />
      {past && <PastBanner />}
      <UnreadableFilter />
      <ViewTabs type={type} />
      {above}
      <div className={styles.toolbar}>
        {offered(searchField) && <SearchBox key={state.text} text={state.text} onSearch={state.setText} label={t('table.search', { what: title })} />}
        <FilterBar type={type} filter={state.filter} onChange={state.setFilter} implied={scope && onWithoutScope ? { filter: scope, onRemove: onWithoutScope } : undefined} />
        <span className={styles.tools}>
          <Presentation type={type} state={state} date={day} group={group} />
          {list.catalogue.type?.versioned && <LookBack />}
          {!phone && <ColumnChooser type={type} columns={list.question.fields} onChange={state.setColumns} />}
          {may(`${type}:export`) && <ExportButton type={type} question={list.question} ids={selection.ids.length > 0 && !selection.all ? selection.ids : undefined} />}
        </span>
        {phone && show === 'LIST' && (
          <span className={styles.cardTools}>
            <GroupSelect type={type} state={state} group={group} />
            <Suspense>
              <Sorting list={list} onSort={sortBy} />
            </Suspense>
          </span>
        )}
      </div>
      <ListBody list={list} none={past ? { title: t('past:none'), reason: t('past:noneReason') } : none} title={title}>
        <Suspense fallback={<Bones />}>
          {show === 'BOARD' && board && group && board.groups.includes(group) ? (
            <board.Board group={group} filter={filter} asOf={asOf} />
          ) : show === 'BOARD' && group ? (
            <Board type={type} list={list} group={group} onOpen={openLane} />
          ) : show === 'CALENDAR' && day ? (
            <Calendar type={type} list={list} date={day} onOpen={openLane} />
          ) : show === 'CHART' && group ? (
            <Chart type={type} list={list} group={group} kind={state.chart ?? 'BAR'} measure={offered(state.measure) ?? null} onOpen={openLane} />
          ) : group && phone ? (
            <GroupedCards type={type} label={title} list={list} group={group} cells={cells} />
          ) : group ? (
            <GroupedList type={type} label={title} list={list} group={group} widths={state.widths} cells={cells} onSort={sortBy} onWidth={(path, width) => state.setWidth(list.question.fields, path, width)} />
          ) : (
            <>
              <Shape
                type={type}
                label={title}
                list={list}
                onSort={sortBy}
                widths={state.widths}
                onWidth={(path, width) => state.setWidth(list.question.fields, path, width)}
                editable={editable && !past}
                cells={cells}
                selection={selection}
              />
              <ListFoot type={type} list={list} hint={<SortHint type={type} list={list} sort={state.sort} />} />
              <BulkBar type={type} question={list.question} count={list.count} selection={selection} />
            </>
          )}
        </Suspense>
      </ListBody>
    </div>
  )
}

function SearchBox({ text, onSearch, label }: { text: string; onSearch: (text: string) => void; label: string }) {
  const box = useRef<InputRef>(null)
  const { t } = useTranslation('shared')
  useShortcuts([{ keys: '/', label: t('views:keys.search'), run: () => box.current?.focus({ cursor: 'all' }) }])
  return (
    <Input
      ref={box}
      className={styles.search}
      prefix={<SearchOutlined aria-hidden />}
      defaultValue={text}
      placeholder={label}
      aria-label={label}
      allowClear
      onPressEnter={(event) => onSearch(event.currentTarget.value)}
      onBlur={(event) => event.target.value.trim() !== text && onSearch(event.target.value)}
      onClear={() => onSearch('')}
    />
  )
}

/** How many records the list holds: exact to ten thousand. */
function ListCount({ list }: { list: RecordListData }) {
  const { t } = useTranslation('shared')
  if (!list.count) return null
  const count = formatNumber(list.count.count)
  return <span aria-live="polite">{t(list.count.capped ? 'table.countCapped' : 'table.count', { count: list.count.count, text: count })}</span>
}

function ListBody({ list, none, title, children }: { list: RecordListData; none: Props['none']; title: string; children: ReactNode }) {
  const { t } = useTranslation('shared')
  if (list.isPending) return <Bones />
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} otherwise={list.filtered && <Button onClick={list.clearFilter}>{t('filter.clear')}</Button>} />
  if (list.rows.length > 0) return children
  if (list.filtered) {
    return (
      <EmptyState
        title={t('table.noneFiltered')}
        reason={t('table.noneFilteredReason')}
        action={<Button onClick={list.clearFilter}>{t('filter.clear')}</Button>}
      />
    )
  }
  return <EmptyState title={none?.title ?? t('table.none', { what: title })} reason={none?.reason ?? t('table.noneReason')} action={none?.action} />
}

function ListFoot({ type, list, hint }: { type: string; list: RecordListData; hint: ReactNode }) {
  const { t } = useTranslation('shared')
  return (
    <>
      {hint}
      {list.hasMore && (
        <div className={styles.foot}>
          <span>{t('table.loaded', { count: list.rows.length })}</span>
          <LoadMore type={type} list={list} />
        </div>
      )}
    </>
  )
}

/** The layout of the list while it is on its way. */
function Bones() {
  const { t } = useTranslation('shared')
  return (
    <div className={table.bones} role="status" aria-label={t('loading')}>
      {Array.from({ length: 14 }, (_, row) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={row}>
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
