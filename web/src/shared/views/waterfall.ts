import type { EChartsCoreOption } from 'echarts/core'
import type { Paint } from './paint'

/** A level, or a step that leads from where the one before ended to where the next begins. */
export interface Step {
  label: string
  from: number
  to: number
  colour: string
  /** The value as it is written beside the bar. */
  text: string
}

export interface Waterfall {
  kind: 'WATERFALL'
  steps: Step[]
  unit: string
  /** Bars lie, one below the other: where the page is narrow. */
  lying: boolean
  format: (value: number) => string
}

/** Each step as a bar that floats on one nobody sees. */
export function waterfallOf({ steps, unit, lying, format }: Waterfall, { text, line }: Paint): EChartsCoreOption {
  const labels = { type: 'category', data: steps.map(({ label }) => label), inverse: lying, axisLabel: { color: text, interval: 0 }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } }
  const values = { type: 'value', splitNumber: lying ? 3 : 5, name: unit, nameTextStyle: { color: text }, axisLabel: { color: text, formatter: format, hideOverlap: true }, splitLine: { lineStyle: { color: line } } }
  return {
    animationDuration: 180,
    textStyle: { color: text, fontFamily: 'inherit' },
    tooltip: { trigger: 'item', confine: true, formatter: ({ dataIndex }: { dataIndex: number }) => `${steps[dataIndex]?.label}<br><strong>${steps[dataIndex]?.text}</strong>` },
    grid: { left: 12, right: lying ? 72 : 24, top: 36, bottom: 12, outerBoundsMode: 'same' },
    xAxis: lying ? values : labels,
    yAxis: lying ? labels : values,
    series: [
      { type: 'bar', stack: 'steps', silent: true, itemStyle: { opacity: 0 }, data: steps.map(({ from, to }) => Math.min(from, to)) },
      {
        type: 'bar',
        stack: 'steps',
        barMaxWidth: lying ? 20 : 56,
        barMinHeight: 2,
        data: steps.map(({ from, to, colour }) => ({ value: Math.abs(to - from), itemStyle: { color: colour } })),
        label: { show: true, color: text, position: lying ? 'right' : 'top', formatter: ({ dataIndex }: { dataIndex: number }) => steps[dataIndex]?.text ?? '' },
      },
    ],
  }
}
