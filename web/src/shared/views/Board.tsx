import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Row } from '../../api/types'
import { useRecordPlace } from '../feature'
import { formatMoneyShort, formatNumber } from '../format'
import { openedAmong, type Opened } from '../records/among'
import { FieldValue } from '../records/FieldValue'
import type { RecordListData } from '../records/useRecordList'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { lanesQuery, type Lane } from './api'
import { BeyondNote } from './Beyond'
import { fieldOfGroup } from './fields'
import { inLane } from './inLane'
import { card, lane as laneMark, useCardKeys } from './useCardKeys'
import styles from './views.module.css'

interface Props {
  type: string
  list: RecordListData
  group: string
  /** Shows the records of one lane as a list. */
  onOpen: (filter: string) => void
}

/** Records in lanes by any field; a lane's numbers come from the server and are those of all its records. */
export function Board({ type, list, group, onOpen }: Props) {
  const { t, i18n } = useTranslation('views')
  const sums = list.catalogue.fields.filter(({ summable, kind }) => summable && kind === 'MONEY').map(({ name }) => name)
  const shown = sums.find((name) => list.columns.some(({ path }) => path === name)) ?? sums[0]
  const weighted = sums.find((name) => name === 'weightedAmount')
  const wanted = [...new Set([shown, weighted].flatMap((name) => name ?? []))]
  const place = useRef<HTMLDivElement>(null)
  useCardKeys(place, { along: 'Card', across: 'Lane' })
  const lanes = useQuery(lanesQuery(type, { ...list.question, by: group, sums: wanted, fields: list.columns.map(({ path }) => path), limit: 20 }))
  if (lanes.error && !lanes.data) return <ErrorState error={lanes.error} onRetry={() => void lanes.refetch()} />
  if (!lanes.data) return <div className={styles.bones} role="status" aria-label={t('shared:loading')} />
  if (lanes.data.lanes.length === 0) return <EmptyState title={t('board.none')} reason={t('shared:table.noneFilteredReason')} />
  return (
    <>
      <div ref={place} className={styles.board} data-stale={lanes.isPlaceholderData}>
        {lanes.data.lanes.map((lane) => (
          <section key={lane.key ?? ''} className={styles.lane} aria-label={lane.label} {...laneMark}>
            <header>
              <h2>{lane.label}</h2>
              <span>{t('count', { text: formatNumber(lane.count), count: lane.count })}</span>
              {shown && lane.sums[shown] != null && <strong>{formatMoneyShort(Number(lane.sums[shown]), i18n.language)}</strong>}
              {weighted && weighted !== shown && lane.sums[weighted] != null && (
                <small>{t('board.weighted', { amount: formatMoneyShort(Number(lane.sums[weighted]), i18n.language) })}</small>
              )}
            </header>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it */}
            <div className={styles.cards} tabIndex={0} role="group" aria-label={lane.label}>
              {lane.rows.map((row) => (
                <Card key={row.id} type={type} row={row} opened={openedAmong(lane.rows, { type, question: inLane(list.question, lane) })} list={list} without={fieldOfGroup(group)} />
              ))}
              <Rest lane={lane} onOpen={onOpen} />
            </div>
          </section>
        ))}
      </div>
      <BeyondNote laid={lanes.data} figure={({ sums }) => shown && sums[shown] != null && <strong>{formatMoneyShort(Number(sums[shown]), i18n.language)}</strong>} />
    </>
  )
}

function Rest({ lane, onOpen }: { lane: Lane; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('views')
  const rest = lane.count - lane.rows.length
  if (rest <= 0) return null
  return (
    <button type="button" className={styles.rest} onClick={() => onOpen(lane.filter)}>
      {t('more', { text: formatNumber(rest) })}
    </button>
  )
}

function Card({ type, row, opened, list, without }: { type: string; row: Row; opened: Opened; list: RecordListData; without: string }) {
  const place = useRecordPlace(type)
  const [first, ...others] = list.columns
  const name = first && <FieldValue field={first} value={row[first.path] ?? row.id} inTable />
  return (
    <article className={styles.card} {...card(row.id)}>
      <h3>{place?.path ? <Link to={place.path(row.id)} state={opened}>{name}</Link> : name}</h3>
      <dl>
        {others
          .filter(({ path }) => path !== without && row[path] != null && row[path] !== '')
          .slice(0, 4)
          .map((field) => (
            <div key={field.path}>
              <dt>{field.label}</dt>
              <dd>
                <FieldValue field={field} value={row[field.path]} />
              </dd>
            </div>
          ))}
      </dl>
    </article>
  )
}
