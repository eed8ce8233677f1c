import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cells } from '../feature'
import { formatNumber } from '../format'
import { FieldValue } from '../records/FieldValue'
import { RecordCard } from '../records/RecordCard'
import table from '../records/table.module.css'
import { usePlace } from '../records/usePlace'
import type { RecordListData } from '../records/useRecordList'
import { ErrorState } from '../ui/ErrorState'
import type { Lane } from './api'
import { BeyondNote } from './Beyond'
import { BulkBar } from './BulkBar'
import { groupChoice, useGroups, useMembers } from './useGroups'
import heads from './grouped.module.css'
import styles from './views.module.css'

interface Props {
  type: string
  label: string
  list: RecordListData
  group: string
  cells?: Cells
}

/** The grouped list on a phone: a head for each group with its count and sums, its records as cards when it is opened. */
export function GroupedCards({ type, label, list, group, cells }: Props) {
  const { t } = useTranslation('views')
  const groups = useGroups(type, list, group)
  const { query, open, toggle, shown, selection } = groups
  const scroller = useRef<HTMLDivElement>(null)
  usePlace(scroller, () => {})
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!groups.groups) return <div className={styles.bones} role="status" aria-label={t('shared:loading')} />
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it */}
      <div ref={scroller} className={table.cards} role="region" aria-label={label} tabIndex={0} data-stale={query.isPlaceholderData}>
        {groups.groups.map(({ lane, key }) => {
          const members = (open.has(key) && shown[key]) || []
          const { all, some, turned } = groupChoice(members, selection.ids)
          return (
            <section key={key} aria-label={lane.label}>
              <div className={heads.head}>
                <button type="button" aria-expanded={open.has(key)} onClick={() => toggle(key)}>
                  <strong>
                    {open.has(key) ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />} {lane.label}
                    <small>{t('count', { text: formatNumber(lane.count), count: lane.count })}</small>
                  </strong>
                  <Sums lane={lane} list={list} />
                </button>
                {members.length > 0 && (
                  <Checkbox checked={all} indeterminate={some} onChange={() => selection.change(turned)} aria-label={t('shared:table.select', { name: lane.label })} />
                )}
              </div>
              {open.has(key) && <Members type={type} lane={lane} list={list} cells={cells} groups={groups} />}
            </section>
          )
        })}
        <BeyondNote smaller laid={query.data} figure={(rest) => <Sums lane={rest} list={list} />} />
      </div>
      <BulkBar type={type} question={list.question} count={list.count} selection={selection} />
    </>
  )
}

/** What the wide list has in the columns of a group's row. */
function Sums({ lane, list }: { lane: Pick<Lane, 'sums'>; list: RecordListData }) {
  return list.columns
    .filter(({ path, summable }) => summable && lane.sums[path] != null)
    .map((column) => (
      <span key={column.path}>
        {column.label} <FieldValue field={column} value={lane.sums[column.path]} />
      </span>
    ))
}

interface MembersProps {
  type: string
  lane: Lane
  list: RecordListData
  cells?: Cells
  groups: ReturnType<typeof useGroups>
}

function Members({ type, lane, list, cells, groups }: MembersProps) {
  const { t } = useTranslation('views')
  const { pages, rows, opened, goesOn, rest } = useMembers(type, lane, list, groups.show)
  return (
    <>
      {rows.map((row) => (
        <RecordCard key={row.id} type={type} row={row} columns={list.columns} cells={cells} opened={opened} selection={groups.selection} />
      ))}
      {goesOn && (
        <Button type="link" block loading={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {t('more', { text: formatNumber(rest) })}
        </Button>
      )}
    </>
  )
}
