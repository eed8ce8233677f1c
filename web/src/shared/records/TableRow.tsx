import { createContext, memo, useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Row, Value } from '../../api/types'
import type { Cells, RecordPlace } from '../feature'
import { Tick } from '../ui/Tick'
import type { Opened } from './among'
import { isNumeric } from './columns'
import type { Read } from './fieldChanged'
import { FieldValue } from './FieldValue'
import { InlineField } from './InlineField'
import styles from './table.module.css'
import type { PathField } from './useCatalogue'

/** The records a row stands among. It changes with each page that arrives, when only the links have to learn of it. */
export const OpenedContext = createContext<Opened | undefined>(undefined)

interface RowProps {
  row: Row
  /** Among all rows loaded. */
  index: number
  columns: PathField[]
  height: number
  active: boolean
  /** Nothing where rows cannot be chosen. */
  selected?: boolean
  place?: RecordPlace
  cells?: Cells
  onChoose: (index: number, id: string, range: boolean) => void
  onSave?: (id: string, field: string, value: Value, read: Read) => Promise<number | undefined>
}

/** A row of the table; drawn again only when something of it has changed, not whenever the table is scrolled. */
export const TableRow = memo(function TableRow({ row, index, columns, height, active, selected, place, cells, onChoose, onSave }: RowProps) {
  const { t } = useTranslation('shared')
  return (
    <tr aria-rowindex={index + 2} data-active={active} data-selected={selected} style={{ height }}>
      {selected !== undefined && (
        <td className={styles.check}>
          <Tick
            checked={selected}
            onChange={({ nativeEvent }) => onChoose(index, row.id, (nativeEvent as unknown as MouseEvent).shiftKey)}
            label={t('table.select', { name: String(row[columns[0]?.path ?? 'id'] ?? row.id) })}
          />
        </td>
      )}
      {columns.map((column, position) => (
        <Cell
          key={column.path}
          row={row}
          column={column}
          link={position === 0 ? place?.path?.(row.id) : undefined}
          custom={cells?.[column.path] ?? place?.cells?.[column.path]}
          onSave={onSave && canEdit(column) ? (value, read) => onSave(row.id, column.name, value, read) : undefined}
        />
      ))}
    </tr>
  )
})

const canEdit = (column: PathField) => !column.readOnly && !column.path.includes('.')

interface CellProps {
  row: Row
  column: PathField
  link?: string
  custom?: (row: Row) => ReactNode
  onSave?: (value: Value, read: Read) => Promise<number | undefined>
}

function Cell({ row, column, link, custom, onSave }: CellProps) {
  const value = row[column.path]
  const shown = custom ? (
    custom(row)
  ) : onSave ? (
    <InlineField field={column} value={value} onSave={onSave} inTable />
  ) : (
    <FieldValue field={column} value={value} inTable />
  )
  const text = typeof value === 'string' && column.kind !== 'CHOICE' ? value : undefined
  if (link) {
    return (
      <th scope="row" className={styles.name}>
        <NameLink to={link} title={text}>
          {custom ? shown : <FieldValue field={column} value={value ?? row.id} inTable />}
        </NameLink>
      </th>
    )
  }
  return (
    <td className={isNumeric(column.kind) ? styles.numeric : undefined} title={text}>
      {shown}
    </td>
  )
}

function NameLink({ to, title, children }: { to: string; title?: string; children: ReactNode }) {
  return (
    <Link to={to} title={title} state={useContext(OpenedContext)}>
      {children}
    </Link>
  )
}
