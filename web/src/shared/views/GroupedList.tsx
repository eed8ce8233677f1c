import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordPlace, type Cells } from '../feature'
import { usePreferences } from '../preferences'
import { widthOf, type NextSort } from '../records/columns'
import { TableHead, Totals } from '../records/TableHead'
import table from '../records/table.module.css'
import type { PathField } from '../records/useCatalogue'
import type { RecordListData } from '../records/useRecordList'
import { ErrorState } from '../ui/ErrorState'
import beyond from './beyond.module.css'
import { BulkBar } from './BulkBar'
import { BeyondRow, GroupMembers, GroupRow } from './GroupRows'
import { useCardKeys } from './useCardKeys'
import { useGroups } from './useGroups'
import styles from './views.module.css'

interface Props {
  type: string
  label: string
  list: RecordListData
  group: string
  /** Of columns whose width somebody has set. */
  widths: Record<string, number>
  cells?: Cells
  onSort: (next: NextSort) => void
  onWidth: (path: string, width: number) => void
}

const checkWidth = 52

/** The list put together by a field: a row for each group with its count and sums, its records below when it is opened. */
export function GroupedList({ type, label, list, group, widths, cells, onSort, onWidth }: Props) {
  const { t } = useTranslation('views')
  const { query: lanes, groups, open, toggle, shown, show, loaded, selection } = useGroups(type, list, group)
  const place = useRef<HTMLDivElement>(null)
  const own = useRecordPlace(type)?.widths
  const { language } = usePreferences()
  useCardKeys(place, { along: 'Row', choose: true })
  if (lanes.error && !lanes.data) return <ErrorState error={lanes.error} onRetry={() => void lanes.refetch()} />
  if (!groups) return <div className={styles.bones} role="status" aria-label={t('shared:loading')} />
  const wide = (column: PathField, index: number) => widths[column.path] ?? own?.[column.path]?.[language] ?? widthOf(column, index === 0)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it */}
      <div ref={place} className={table.scroller} role="region" aria-label={label} tabIndex={0} data-stale={lanes.isPlaceholderData}>
        <table className={table.table} style={{ minWidth: list.columns.reduce((sum, column, index) => sum + wide(column, index), checkWidth) }}>
          <colgroup>
            <col style={{ width: checkWidth }} />
            {list.columns.map((column, index) => (
              <col key={column.path} style={{ width: wide(column, index) }} />
            ))}
          </colgroup>
          <TableHead
            columns={list.columns}
            sort={list.sort}
            onSort={onSort}
            selection={selection}
            rows={loaded.map((id) => ({ id }))}
            widths={list.columns.map(wide)}
            onWidth={onWidth}
          />
          {groups.map(({ lane, key }) => (
            <tbody key={key}>
              <GroupRow lane={lane} list={list} open={open.has(key)} onToggle={() => toggle(key)} members={shown[key]} selection={selection} />
              {open.has(key) && <GroupMembers type={type} lane={lane} list={list} cells={cells} selection={selection} onShown={show} />}
            </tbody>
          ))}
          {lanes.data?.rest && <BeyondRow rest={lanes.data.rest} list={list} />}
          {list.sums && <Totals columns={list.columns} sums={list.sums} selectable />}
        </table>
      </div>
      {lanes.data?.rest && (
        <p role="note" className={beyond.note}>
          {t('lanesMore')}
        </p>
      )}
      <BulkBar type={type} question={list.question} count={list.count} selection={selection} />
    </>
  )
}
