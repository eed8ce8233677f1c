import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as bringIn, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Paint } from './paint'
import type { ChartKind } from './state'
import { waterfallOf, type Waterfall } from './waterfall'

bringIn([BarChart, LineChart, PieChart, GridComponent, TooltipComponent, SVGRenderer])

/** A number for each group. */
export interface Grouped {
  kind: ChartKind
  labels: string[]
  values: number[]
  unit: string
  colours: string[]
  /** Bars lie, one below the other: where the page is narrow. */
  lying?: boolean
  format: (value: number) => string
}

export type Drawn = Grouped | Waterfall

/** What the library draws: values beside their marks, unit on the axis, no legend. */
export function optionOf({ kind, labels, values, unit, colours, lying = false, format }: Grouped, { text, line }: Paint): EChartsCoreOption {
  const base = { color: colours, animationDuration: 180, textStyle: { color: text, fontFamily: 'inherit' } }
  const tooltip = { trigger: kind === 'PIE' ? 'item' : 'axis', valueFormatter: (value: unknown) => format(Number(value)), confine: true }
  const label = { show: true, color: text, formatter: ({ value }: { value: number }) => format(value) }
  if (kind === 'PIE') {
    return {
      ...base,
      tooltip,
      series: [
        {
          type: 'pie',
          radius: ['38%', '70%'],
          data: labels.map((name, index) => ({ name, value: values[index] })),
          label: { color: text, formatter: ({ name, value }: { name: string; value: number }) => `${name}\n${format(value)}` },
        },
      ],
    }
  }
  const names = { type: 'category', data: labels, inverse: lying, axisLabel: { color: text, hideOverlap: true, ...(lying ? { width: 96, overflow: 'truncate' } : {}) }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } }
  const figures = { type: 'value', splitNumber: lying ? 3 : 5, name: unit, nameTextStyle: { color: text }, axisLabel: { color: text, formatter: format, hideOverlap: true }, splitLine: { lineStyle: { color: line } } }
  const place = lying ? 'right' : 'top'
  return {
    ...base,
    tooltip,
    grid: { left: 12, right: lying ? 72 : 24, top: 36, bottom: 12, outerBoundsMode: 'same' },
    xAxis: lying ? figures : names,
    yAxis: lying ? names : figures,
    series: [{ type: kind === 'LINE' ? 'line' : 'bar', data: values, barMaxWidth: lying ? 20 : 48, label: labels.length > 16 && !lying ? undefined : { ...label, position: place } }],
  }
}

/** Draws into an element; the answer changes, saves and takes away the drawing. */
export function draw(element: HTMLElement, onPick: (index: number) => void) {
  const chart = init(element, null, { renderer: 'svg', width: element.clientWidth || 640, height: element.clientHeight || 360 })
  chart.on('click', ({ dataIndex }) => onPick(Number(dataIndex)))
  const observer = new ResizeObserver(() => chart.resize({ width: element.clientWidth || 640, height: element.clientHeight || 360 }))
  observer.observe(element)
  return {
    show: (drawn: Drawn, paint: Paint) => chart.setOption(drawn.kind === 'WATERFALL' ? waterfallOf(drawn, paint) : optionOf(drawn, paint), { notMerge: true }),
    image: () => chart.getDataURL({ type: 'svg' }),
    away: () => {
      observer.disconnect()
      chart.dispose()
    },
  }
}
