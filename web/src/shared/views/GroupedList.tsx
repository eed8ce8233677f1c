import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cells } from '../feature'
import { useMoneyUnitOf } from '../preferences'
import { isNumeric, titleOf, widthOf } from '../records/columns'
import type { Selection } from '../records/RecordTable'
import { Totals } from '../records/TableHead'
import table from '../records/table.module.css'
import type { PathField } from '../records/useCatalogue'
import type { RecordListData } from '../records/useRecordList'
import { ErrorState } from '../ui/ErrorState'
import { lanesQuery } from './api'
import { BulkBar, useSelection } from './BulkBar'
import { GroupMembers, GroupRow } from './GroupRows'
import styles from './views.module.css'

interface Props {
  type: string
  label: string
  list: RecordListData
  group: string
  /** Of columns whose width somebody has set. */
  widths: Record<string, number>
  cells?: Cells
}

const checkWidth = 52

/** The list put together by a field: a row for each group with its count and sums, its records below when it is opened. */
export function GroupedList({ type, label, list, group, widths, cells }: Props) {
  const { t } = useTranslation('views')
  const { filter, asOf } = list.question
  const sums = list.columns.filter(({ summable }) => summable).map(({ path }) => path)
  const lanes = useQuery(lanesQuery(type, { by: group, filter, sums, asOf }))
  const [open, setOpen] = useState<Set<string>>(new Set())
  const { shown, show } = useShown()
  const loaded = [...open].flatMap((key) => shown[key] ?? [])
  const selection = useSelection(loaded, list.question)
  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  if (lanes.error && !lanes.data) return <ErrorState error={lanes.error} onRetry={() => void lanes.refetch()} />
  if (!lanes.data) return <div className={styles.bones} role="status" aria-label={t('shared:loading')} />
  const wide = (column: PathField, index: number) => widths[column.path] ?? widthOf(column, index === 0)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it */}
      <div className={table.scroller} role="region" aria-label={label} tabIndex={0} data-stale={lanes.isPlaceholderData}>
        <table className={table.table} style={{ minWidth: list.columns.reduce((sum, column, index) => sum + wide(column, index), checkWidth) }}>
          <colgroup>
            <col style={{ width: checkWidth }} />
            {list.columns.map((column, index) => (
              <col key={column.path} style={{ width: wide(column, index) }} />
            ))}
          </colgroup>
          <Head columns={list.columns} selection={selection} loaded={loaded} />
          {lanes.data.lanes
            .filter(({ count }) => count > 0)
            .map((lane) => {
              const key = lane.key ?? ''
              return (
                <tbody key={key}>
                  <GroupRow lane={lane} list={list} open={open.has(key)} onToggle={() => toggle(key)} members={shown[key]} selection={selection} />
                  {open.has(key) && <GroupMembers type={type} lane={lane} list={list} cells={cells} selection={selection} onShown={show} />}
                </tbody>
              )
            })}
          {list.sums && <Totals columns={list.columns} sums={list.sums} selectable />}
        </table>
      </div>
      <BulkBar type={type} question={list.question} count={list.count} selection={selection} />
    </>
  )
}

/** Which records each open group shows. */
function useShown() {
  const [shown, setShown] = useState<Record<string, string[]>>({})
  const show = useCallback((key: string, ids: string[]) => setShown((before) => ({ ...before, [key]: ids })), [])
  return { shown, show }
}

function Head({ columns, selection, loaded }: { columns: PathField[]; selection: Selection; loaded: string[] }) {
  const { t } = useTranslation('views')
  const unitOf = useMoneyUnitOf()
  const all = loaded.length > 0 && selection.ids.length === loaded.length
  return (
    <thead>
      <tr>
        <th className={table.check} scope="col">
          <Checkbox
            checked={all}
            indeterminate={!all && selection.ids.length > 0}
            disabled={loaded.length === 0}
            onChange={() => selection.change(all ? [] : loaded)}
            aria-label={t('shared:table.selectAll')}
          />
        </th>
        {columns.map((column, index) => (
          <th key={column.path} scope="col" className={index === 0 ? table.corner : isNumeric(column.kind) ? table.numeric : undefined}>
            <span className={table.plainHead}>{titleOf(column, unitOf, t)}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}
