import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Row } from '../../api/types'
import { useRecordPlace, type Cells } from '../feature'
import { formatNumber } from '../format'
import { isNumeric } from '../records/columns'
import { FieldValue } from '../records/FieldValue'
import { toggle, type Selection } from '../records/selection'
import table from '../records/table.module.css'
import type { PathField } from '../records/useCatalogue'
import type { RecordListData } from '../records/useRecordList'
import { Tick } from '../ui/Tick'
import type { Beyond, Lane } from './api'
import { BeyondWords } from './Beyond'
import beyond from './beyond.module.css'
import { card } from './useCardKeys'
import { groupChoice, useMembers } from './useGroups'
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
  const { all, some, turned } = groupChoice(members, selection.ids)
  return (
    <tr className={`${styles.groupRow} ${styles.row}`} {...card()}>
      <td className={table.check}>
        {open && members.length > 0 && (
          <Checkbox
            checked={all}
            indeterminate={some}
            onChange={() => selection.change(turned)}
            aria-label={t('shared:table.select', { name: lane.label })}
          />
        )}
      </td>
      {list.columns.map((column, index) =>
        index === 0 ? (
          <th key={column.path} scope="rowgroup" className={table.name}>
            <button type="button" aria-expanded={open} onClick={onToggle}>
              {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
              <span>{lane.label}</span>
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

/** The groups beyond those that are shown, in one line: with it the groups add up to the list. */
export function BeyondRow({ rest, list }: { rest: Beyond; list: RecordListData }) {
  return (
    <tbody>
      <tr className={styles.row}>
        <td className={table.check} />
        {list.columns.map((column, index) =>
          index === 0 ? (
            <th key={column.path} scope="rowgroup" className={`${table.name} ${beyond.beyond}`}>
              <BeyondWords rest={rest} smaller />
            </th>
          ) : (
            <td key={column.path} className={isNumeric(column.kind) ? table.numeric : undefined}>
              {column.summable && rest.sums[column.path] != null && <FieldValue field={column} value={rest.sums[column.path]} inTable />}
            </td>
          ),
        )}
      </tr>
    </tbody>
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
  const { pages, rows, opened, goesOn, rest } = useMembers(type, lane, list, onShown)
  const valueOf = (column: PathField, row: Row) =>
    (cells?.[column.path] ?? place?.cells?.[column.path])?.(row) ?? <FieldValue field={column} value={row[column.path]} inTable />
  return (
    <>
      {rows.map((row) => (
        <tr key={row.id} className={styles.row} {...card(row.id)} data-selected={selection.ids.includes(row.id)}>
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
      {goesOn && (
        <tr>
          <td />
          <td colSpan={list.columns.length}>
            <Button type="link" size="small" loading={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
              {t('more', { text: formatNumber(rest) })}
            </Button>
          </td>
        </tr>
      )}
    </>
  )
}
