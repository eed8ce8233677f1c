import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Row } from '../../api/types'
import { useRecordPlace, type Cells } from '../feature'
import { Tick } from '../ui/Tick'
import type { Opened } from './among'
import { FieldValue } from './FieldValue'
import { toggle, type Selection } from './selection'
import styles from './table.module.css'
import type { PathField } from './useCatalogue'

const shownFacts = 6
/** Edges and name of a card, a line of two facts, and the gap between two cards. */
const frame = 48
const line = 25
export const cardGap = 10

const factsOf = (columns: PathField[]) => columns.slice(1).filter(({ kind }) => kind !== 'LONG_TEXT').slice(0, shownFacts)

/** All cards of a list are as high. */
export const cardHeight = (columns: PathField[]) => frame + Math.ceil(factsOf(columns).length / 2) * line

interface Props {
  type: string
  row: Row
  columns: PathField[]
  cells?: Cells
  opened: Opened
  /** Nothing where records cannot be chosen. */
  selection?: Selection
}

/** A record on a phone: its name, by which it opens, and the first facts. */
export function RecordCard({ type, row, columns, cells, opened, selection }: Props) {
  const { t } = useTranslation('shared')
  const place = useRecordPlace(type)
  const cellOf = (field: PathField) => (cells?.[field.path] ?? place?.cells?.[field.path])?.(row)
  const [name] = columns
  const to = place?.path?.(row.id)
  const heading = name && (cellOf(name) ?? <FieldValue field={name} value={row[name.path]} inTable />)
  const chosen = selection?.ids.includes(row.id) ?? false
  return (
    <article className={styles.card} style={{ height: cardHeight(columns) }} data-selected={chosen}>
      <div className={styles.cardHead}>
        {to ? (
          <Link to={to} state={opened} className={styles.cardName}>
            {heading}
          </Link>
        ) : (
          <span className={styles.cardName}>{heading}</span>
        )}
        {selection && (
          <Tick
            checked={chosen}
            onChange={() => toggle(selection, row.id)}
            label={t('table.select', { name: String(row[name?.path ?? 'id'] ?? row.id) })}
          />
        )}
      </div>
      <dl className={styles.facts}>
        {factsOf(columns).map((field) => (
          <div key={field.path}>
            <dt>{field.label}</dt>
            <dd>{cellOf(field) ?? <FieldValue field={briefly(field)} value={row[field.path]} />}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

/** Half the width of a phone has room for the day of a moment, not for its minute. */
const briefly = (field: PathField): PathField => (field.kind === 'INSTANT' ? { ...field, kind: 'DATE' } : field)
