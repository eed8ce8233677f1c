import { AppstoreOutlined, BarChartOutlined, CalendarOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard'
import { usePhone } from '../preferences'
import type { ListState as PageState } from '../records/useListState'
import { useCatalogue } from '../records/useCatalogue'
import { dateFields } from './fields'
import { GroupSelect } from './GroupSelect'
import { chartKinds, shows, type ChartKind, type Show } from './state'
import styles from './views.module.css'

/** After `v`. */
const keys: Record<Show, string> = { LIST: 'l', BOARD: 'b', CALENDAR: 'c', CHART: 'h' }

const icons: Record<Show, ReactNode> = {
  LIST: <UnorderedListOutlined aria-hidden />,
  BOARD: <AppstoreOutlined aria-hidden />,
  CALENDAR: <CalendarOutlined aria-hidden />,
  CHART: <BarChartOutlined aria-hidden />,
}

interface PresentationProps {
  type: string
  state: PageState
  date?: string
  /** What the records are put together by now, as far as the viewer is offered it. */
  group: string | null
}

/** How the records are shown, and by what they are put together. */
export function Presentation({ type, state, date, group }: PresentationProps) {
  const { t } = useTranslation('views')
  const phone = usePhone()
  const { fields } = useCatalogue(type)
  const days = dateFields(fields)
  const measures = fields.filter(({ summable }) => summable)
  const show = state.show ?? 'LIST'
  const offered = shows.filter((each) => each !== 'CALENDAR' || days.length > 0)
  // From board to chart and back one looks at the same lanes, also those that nobody has chosen.
  const choose = (next: Show) => state.present({ show: next, group: show !== 'LIST' && next !== 'LIST' ? (group ?? undefined) : undefined })
  useShortcuts(offered.map((each) => ({ keys: `v ${keys[each]}`, label: t('keys.show', { show: t(`show.${each}`) }), run: () => choose(each) })))
  return (
    <span className={styles.presentation}>
      <Segmented<Show>
        aria-label={t('show.label')}
        value={show}
        options={offered.map((value) => ({ value, icon: icons[value], label: phone ? undefined : t(`show.${value}`), title: t(`show.${value}`) }))}
        onChange={choose}
      />
      {show !== 'CALENDAR' && !(phone && show === 'LIST') && <GroupSelect type={type} state={state} group={group} />}
      {show === 'CALENDAR' && (
        <Select<string>
          className={styles.group}
          aria-label={t('calendar.date')}
          value={date}
          options={days.map(({ name, label }) => ({ value: name, label }))}
          onChange={(date) => state.present({ date })}
        />
      )}
      {show === 'CHART' && (
        <>
          <Select<ChartKind>
            aria-label={t('chart.kind')}
            value={state.chart ?? 'BAR'}
            options={chartKinds.map((value) => ({ value, label: t(`chart.${value}`) }))}
            onChange={(chart) => state.present({ chart })}
          />
          <Select<string>
            className={styles.group}
            aria-label={t('chart.measure')}
            value={state.measure ?? ''}
            options={[{ value: '', label: t('chart.count') }, ...measures.map(({ name, label }) => ({ value: name, label }))]}
            onChange={(measure) => state.present({ measure: measure || null })}
          />
        </>
      )}
    </span>
  )
}
