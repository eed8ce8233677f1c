import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Filter } from '../../api/types'
import { useRecordPlace } from '../feature'
import { formatNumber } from '../format'
import { useMoneyUnit } from '../preferences'
import { isNumeric, widthOf } from '../records/columns'
import { FieldValue } from '../records/FieldValue'
import { pagesQuery } from '../records/recordsApi'
import table from '../records/table.module.css'
import type { PathField } from '../records/useCatalogue'
import type { RecordListData } from '../records/useRecordList'
import { ErrorState } from '../ui/ErrorState'
import { lanesQuery, type Lane } from './api'
import styles from './views.module.css'

interface Props {
  type: string
  label: string
  list: RecordListData
  group: string
  filter: Filter | null
  /** Of columns whose width somebody has set. */
  widths: Record<string, number>
}

/** The list put together by a field: a row for each group with its count and sums, its records below when it is opened. */
export function GroupedList({ type, label, list, group, filter, widths }: Props) {
  const { t } = useTranslation('views')
  const unit = useMoneyUnit()
  const wide = (column: PathField, index: number) => widths[column.path] ?? widthOf(column, index === 0)
  const sums = list.columns.filter(({ summable }) => summable).map(({ path }) => path)
  const lanes = useQuery(lanesQuery(type, { by: group, filter, sums }))
  const [open, setOpen] = useState<Set<string>>(new Set())
  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  if (lanes.error && !lanes.data) return <ErrorState error={lanes.error} onRetry={() => void lanes.refetch()} />
  if (!lanes.data) return <div className={styles.bones} role="status" aria-label={t('shared:loading')} />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <div className={table.scroller} role="region" aria-label={label} tabIndex={0} data-stale={lanes.isPlaceholderData}>
      <table className={table.table} style={{ minWidth: list.columns.reduce((sum, column, index) => sum + wide(column, index), 0) }}>
        <colgroup>
          {list.columns.map((column, index) => (
            <col key={column.path} style={{ width: wide(column, index) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {list.columns.map((column) => (
              <th key={column.path} scope="col" className={isNumeric(column.kind) ? table.numeric : undefined}>
                <span className={table.plainHead}>
                  {column.kind === 'MONEY' ? t('shared:table.withUnit', { label: column.label, unit: t(`shared:unit.${unit}`) }) : column.label}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {lanes.data.lanes
          .filter(({ count }) => count > 0)
          .map((lane) => {
            const key = lane.key ?? ''
            return (
              <tbody key={key}>
                <GroupRow lane={lane} list={list} open={open.has(key)} onToggle={() => toggle(key)} />
                {open.has(key) && <GroupMembers type={type} lane={lane} list={list} />}
              </tbody>
            )
          })}
      </table>
    </div>
  )
}

function GroupRow({ lane, list, open, onToggle }: { lane: Lane; list: RecordListData; open: boolean; onToggle: () => void }) {
  const { t } = useTranslation('views')
  return (
    <tr className={`${styles.groupRow} ${styles.row}`}>
      {list.columns.map((column, index) =>
        index === 0 ? (
          <th key={column.path} scope="rowgroup" className={table.name}>
            <button type="button" aria-expanded={open} onClick={onToggle}>
              {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
              {lane.label}
              <small>{t('count', { text: formatNumber(lane.count), count: lane.count })}</small>
            </button>
          </th>
        ) : (
          <td key={column.path} className={isNumeric(column.kind) ? table.numeric : undefined}>
            {column.summable && lane.sums[column.path] != null && <FieldValue field={column} value={lane.sums[column.path]} inTable />}
          </td>
        ),
      )}
    </tr>
  )
}

function GroupMembers({ type, lane, list }: { type: string; lane: Lane; list: RecordListData }) {
  const { t } = useTranslation('views')
  const place = useRecordPlace(type)
  const pages = useInfiniteQuery(pagesQuery(type, { ...list.question, filter: JSON.parse(lane.filter) as Filter }))
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      {rows.map((row) => (
        <tr key={row.id} className={styles.row}>
          {list.columns.map((column, index) => {
            const value = <FieldValue field={column} value={row[column.path]} inTable />
            return index === 0 ? (
              <th key={column.path} scope="row" className={table.name}>
                {place?.path ? <Link to={place.path(row.id)}>{value}</Link> : value}
              </th>
            ) : (
              <td key={column.path} className={isNumeric(column.kind) ? table.numeric : undefined}>
                {value}
              </td>
            )
          })}
        </tr>
      ))}
      {(pages.hasNextPage || pages.isPending) && (
        <tr>
          <td colSpan={list.columns.length}>
            <Button type="link" size="small" loading={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
              {t('more', { text: formatNumber(Math.max(0, lane.count - rows.length)) })}
            </Button>
          </td>
        </tr>
      )}
    </>
  )
}
