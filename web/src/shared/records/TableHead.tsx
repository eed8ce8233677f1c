import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../api/types'
import { useMoneyUnitOf } from '../preferences'
import { isNumeric, nextSort, sortAlso, sortOrderOf, sortPlaceOf, titleOf, type NextSort } from './columns'
import { FieldValue } from './FieldValue'
import type { Selection } from './selection'
import styles from './table.module.css'
import type { PathField } from './useCatalogue'
import { WidthHandle } from './WidthHandle'

interface HeadProps {
  columns: PathField[]
  sort: string
  onSort: (next: NextSort) => void
  selection?: Selection
  rows: Row[]
  /** Of the columns, in pixels. */
  widths: number[]
  onWidth?: (path: string, width: number) => void
}

/** Names of the columns, by which the table is sorted and its columns made wider. */
export const TableHead = memo(function TableHead({ columns, sort, onSort, selection, rows, widths, onWidth }: HeadProps) {
  const { t } = useTranslation('shared')
  const unitOf = useMoneyUnitOf()
  const all = rows.length > 0 && selection?.ids.length === rows.length
  return (
    <thead>
      <tr>
        {selection && (
          <th className={styles.check} scope="col">
            <Checkbox
              checked={all}
              indeterminate={!all && selection.ids.length > 0}
              onChange={() => selection.change(all ? [] : rows.map(({ id }) => id))}
              aria-label={t('table.selectAll')}
            />
          </th>
        )}
        {columns.map((column, index) => {
          const order = sortOrderOf(sort, column.path)
          const title = titleOf(column, unitOf, t)
          return (
            <th
              key={column.path}
              scope="col"
              aria-label={title}
              aria-sort={order}
              className={index === 0 ? styles.corner : isNumeric(column.kind) ? styles.numeric : undefined}
            >
              {column.sortable ? (
                <button type="button" className={styles.sort} onClick={({ shiftKey }) => onSort((now) => (shiftKey ? sortAlso : nextSort)(now, column))} title={t('table.sortHint', { label: title })}>
                  <span>{title}</span>
                  {order === 'ascending' ? <CaretUpOutlined aria-hidden /> : <CaretDownOutlined aria-hidden data-idle={!order} />}
                  {sortPlaceOf(sort, column.path) && <sub>{sortPlaceOf(sort, column.path)}</sub>}
                </button>
              ) : (
                <span className={styles.plainHead} title={title}>
                  {title}
                </span>
              )}
              {onWidth && <WidthHandle label={column.label} width={widths[index] ?? 0} onWidth={(width) => onWidth(column.path, width)} />}
            </th>
          )
        })}
      </tr>
    </thead>
  )
})

/** Sums of the whole list, from the server. */
export function Totals({ columns, sums, selectable }: { columns: PathField[]; sums: Record<string, number | null>; selectable: boolean }) {
  const { t } = useTranslation('shared')
  return (
    <tfoot>
      <tr>
        {selectable && <td />}
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.path} scope="row" className={styles.corner}>
              {t('table.total')}
            </th>
          ) : (
            <td key={column.path} className={isNumeric(column.kind) ? styles.numeric : undefined}>
              {column.summable && sums[column.path] != null && <FieldValue field={column} value={sums[column.path]} inTable />}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}
