import { SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../api/types'
import type { Cells } from '../feature'
import { formatNumber } from '../format'
import { usePhone } from '../preferences'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { ColumnChooser } from './ColumnChooser'
import { ExportButton } from './ExportButton'
import { FilterBar } from './FilterBar'
import styles from './records.module.css'
import { RecordCards } from './RecordCards'
import { RecordTable } from './RecordTable'
import table from './table.module.css'
import { useListState } from './useListState'
import { useRecordList, type RecordListData } from './useRecordList'

interface Props {
  type: string
  title: string
  /** Condition that always holds on this page and is no chip. */
  scope?: Filter | null
  /** Field the search box looks into. */
  searchField?: string
  /** Columns shown until the person chooses; those of the catalogue when absent. */
  columns?: string[]
  actions?: ReactNode
  /** Between the title and the list: saved views, figures. */
  above?: ReactNode
  editable?: boolean
  /** What can be done with chosen rows; without it rows cannot be chosen. */
  bulk?: (ids: string[], clear: () => void) => ReactNode
  cells?: Cells
  /** What to do when there is nothing at all yet. */
  none?: { title: string; reason?: string; action?: ReactNode }
}

/** The whole page of a list: title with count, search, filter, columns, export, table or cards. */
export function RecordList({ type, title, scope, searchField, columns, actions, above, editable, bulk, cells, none }: Props) {
  const { t } = useTranslation('shared')
  const phone = usePhone()
  const state = useListState(type)
  const list = useRecordList(type, state, { scope, searchField, columns })
  const [selected, setSelected] = useState<string[]>([])
  const ids = selected.filter((id) => list.rows.some((row) => row.id === id))
  const Shape = phone ? RecordCards : RecordTable
  return (
    <div className={styles.page}>
      <PageHeader title={title} beside={<ListCount list={list} />} actions={actions} />
      {above}
      <div className={styles.toolbar}>
        <SearchBox key={state.text} text={state.text} onSearch={state.setText} label={t('table.search', { what: title })} />
        <FilterBar type={type} filter={state.filter} onChange={state.setFilter} />
        <span className={styles.tools}>
          {!phone && <ColumnChooser type={type} columns={list.question.fields} onChange={state.setColumns} />}
          <ExportButton type={type} question={list.question} ids={ids.length > 0 ? ids : undefined} />
        </span>
      </div>
      {ids.length > 0 && bulk && (
        <div className={styles.bulk} role="toolbar" aria-label={t('table.selected', { count: ids.length })}>
          <span>{t('table.selected', { count: ids.length })}</span>
          {bulk(ids, () => setSelected([]))}
          <Button type="link" size="small" onClick={() => setSelected([])}>
            {t('table.clearSelection')}
          </Button>
        </div>
      )}
      <ListBody list={list} none={none} title={title}>
        <Shape
          type={type}
          label={title}
          list={list}
          onSort={state.setSort}
          editable={editable}
          cells={cells}
          selection={bulk ? { ids, change: setSelected } : undefined}
        />
        <ListFoot list={list} />
      </ListBody>
    </div>
  )
}

function SearchBox({ text, onSearch, label }: { text: string; onSearch: (text: string) => void; label: string }) {
  return (
    <Input
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
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
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

function ListFoot({ list }: { list: RecordListData }) {
  const { t } = useTranslation('shared')
  if (!list.hasMore) return null
  return (
    <div className={styles.foot}>
      <span>{t('table.loaded', { count: list.rows.length })}</span>
      <Button type="link" size="small" loading={list.loadingMore} onClick={list.loadMore}>
        {t(list.moreFailed ? 'table.moreAgain' : 'table.more')}
      </Button>
    </div>
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
