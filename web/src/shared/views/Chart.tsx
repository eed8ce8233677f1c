import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../format'
import { useShortcuts } from '../keyboard'
import { useMode, useMoneyUnit, usePhone } from '../preferences'
import { useCatalogue } from '../records/useCatalogue'
import type { RecordListData } from '../records/useRecordList'
import { chartPalette } from '../theme'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { lanesQuery, type Lane } from './api'
import { BeyondNote } from './Beyond'
import type { Grouped } from './drawing'
import { fieldOfGroup, groupOptions } from './fields'
import type { ChartKind } from './state'
import { useDrawing } from './useDrawing'
import { card, useCardKeys } from './useCardKeys'
import styles from './views.module.css'

interface Props {
  type: string
  list: RecordListData
  group: string
  kind: ChartKind
  /** A field to sum; nothing counts the records. */
  measure: string | null
  onOpen: (filter: string) => void
}

const tenThousand = 10_000
/** What a lying bar takes of the height of its drawing. */
const barSpace = 30

/** One number for each group, drawn, and as the table that it is; a click opens the records behind it. */
export function Chart({ type, list, group, kind, measure, onOpen }: Props) {
  const { t } = useTranslation('views')
  const mode = useMode()
  const unit = useMoneyUnit()
  const lying = usePhone() && kind === 'BAR'
  const { filter, asOf } = list.question
  const lanes = useQuery(lanesQuery(type, { by: group, filter, asOf, sums: measure ? [measure] : [] }))
  const field = list.catalogue.fields.find(({ name }) => name === measure)
  const inWan = field?.kind === 'MONEY' && unit === 'wan'
  const valueOf = (lane: Pick<Lane, 'count' | 'sums'>) => (measure ? Number(lane.sums[measure] ?? 0) : lane.count) / (inWan ? tenThousand : 1)
  const groups = useCatalogue(type, [fieldOfGroup(group)]).all().flatMap(({ fields }) => groupOptions(fields, t))
  const groupLabel = groups.find(({ value }) => value === group)?.label ?? group
  const unitLabel = field?.kind === 'MONEY' ? t(`shared:unit.${unit}`) : (field?.unit ?? '')
  const measureLabel = field ? (unitLabel ? t('shared:table.withUnit', { label: field.label, unit: unitLabel }) : field.label) : t('chart.count')
  const title = t('chart.title', { measure: measureLabel, group: groupLabel })
  const shown = lanes.data?.lanes ?? []
  const drawn: Grouped = {
    kind,
    labels: shown.map(({ label }) => label),
    values: shown.map(valueOf),
    unit: unitLabel,
    colours: chartPalette(mode),
    lying,
    format: (value) => formatNumber(value, 2),
  }
  const table = useRef<HTMLTableElement>(null)
  useCardKeys(table, { along: 'Row' })
  useShortcuts([{ keys: 's', label: t('chart.image'), run: () => save() }])
  const { place, save } = useDrawing(drawn, title, (index) => shown[index] && onOpen(shown[index].filter))
  if (lanes.error && !lanes.data) return <ErrorState error={lanes.error} onRetry={() => void lanes.refetch()} />
  if (lanes.data && shown.length === 0) return <EmptyState title={t('board.none')} reason={t('shared:table.noneFilteredReason')} />
  return (
    <figure className={styles.chart} data-stale={lanes.isPlaceholderData}>
      <figcaption>
        <h2>{title}</h2>
        <Button size="small" type="text" onClick={save}>
          {t('chart.image')}
        </Button>
      </figcaption>
      <div ref={place} className={styles.drawing} style={lying ? { height: barSpace * (shown.length + 3) } : undefined} role="img" aria-label={title} />
      <table ref={table} className={styles.behind} aria-label={t('chart.table')}>
        <thead>
          <tr>
            <th scope="col">{groupLabel}</th>
            <th scope="col">{measureLabel}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((lane) => (
            <tr key={lane.key ?? ''}>
              <th scope="row">
                <button type="button" onClick={() => onOpen(lane.filter)} {...card()}>
                  {lane.label}
                </button>
              </th>
              <td>{formatNumber(valueOf(lane), 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <BeyondNote smaller laid={lanes.data} figure={(rest) => measure && `${measureLabel} ${formatNumber(valueOf(rest), 2)}`} />
    </figure>
  )
}
