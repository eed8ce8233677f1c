import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Filter, Row } from '../../api/types'
import { useRecordPlace, type Cells } from '../feature'
import { formatNumber } from '../format'
import { openedAmong } from '../records/among'
import { isNumeric } from '../records/columns'
import { FieldValue } from '../records/FieldValue'
import { pagesQuery } from '../records/recordsApi'
import { toggle, type Selection } from '../records/selection'
import table from '../records/table.module.css'
import type { PathField } from '../records/useCatalogue'
import type { RecordListData } from '../records/useRecordList'
import { Tick } from '../ui/Tick'
import type { Lane } from './api'
import styles from './views.module.css'

interface GroupRowProps {
  lane: Lane
  list: RecordListData
  open: boolean
  onToggle: () => void
  /** Its records that are shown. */
  members?: string[]
  selection: Selection
}

/** A group with its count and sums. Opened, its records can be chosen together. */
export function GroupRow({ lane, list, open, onToggle, members = [], selection }: GroupRowProps) {
  const { t } = useTranslation('views')
  const chosen = members.filter((id) => selection.ids.includes(id)).length
  const all = members.length > 0 && chosen === members.length
  const others = selection.ids.filter((id) => !members.includes(id))
  return (
    <tr className={`${styles.groupRow} ${styles.row}`}>
      <td className={table.check}>
        {open && members.length > 0 && (
          <Checkbox
            checked={all}
            indeterminate={!all && chosen > 0}
            onChange={() => selection.change(all ? others : [...others, ...members])}
            aria-label={t('shared:table.select', { name: lane.label })}
          />
        )}
      </td>
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

interface MembersProps {
  type: string
  lane: Lane
  list: RecordListData
  cells?: Cells
  selection: Selection
  onShown: (key: string, ids: string[]) => void
}

export function GroupMembers({ type, lane, list, cells, selection, onShown }: MembersProps) {
  const { t } = useTranslation('views')
  const place = useRecordPlace(type)
  const pages = useInfiniteQuery(pagesQuery(type, { ...list.question, filter: JSON.parse(lane.filter) as Filter }))
  const { data } = pages
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const opened = useMemo(() => openedAmong(rows), [rows])
  const key = lane.key ?? ''
  useEffect(() => onShown(key, opened.among), [key, opened, onShown])
  const valueOf = (column: PathField, row: Row) =>
    (cells?.[column.path] ?? place?.cells?.[column.path])?.(row) ?? <FieldValue field={column} value={row[column.path]} inTable />
  return (
    <>
      {rows.map((row) => (
        <tr key={row.id} className={styles.row} data-selected={selection.ids.includes(row.id)}>
          <td className={table.check}>
            <Tick
              checked={selection.ids.includes(row.id)}
              onChange={() => toggle(selection, row.id)}
              label={t('shared:table.select', { name: String(row[list.columns[0]?.path ?? 'id'] ?? row.id) })}
            />
          </td>
          {list.columns.map((column, index) =>
            index === 0 ? (
              <th key={column.path} scope="row" className={table.name}>
                {place?.path ? (
                  <Link to={place.path(row.id)} state={opened}>
                    {valueOf(column, row)}
                  </Link>
                ) : (
                  valueOf(column, row)
                )}
              </th>
            ) : (
              <td key={column.path} className={isNumeric(column.kind) ? table.numeric : undefined}>
                {valueOf(column, row)}
              </td>
            ),
          )}
        </tr>
      ))}
      {(pages.hasNextPage || pages.isPending) && (
        <tr>
          <td />
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
