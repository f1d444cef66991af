/** From values to an ECharts option: direct labels, bars from zero, the target as a line. */
import type { EChartsCoreOption } from 'echarts/core'
import { formatValue } from '../format.ts'

export interface Bar {
  readonly key: string
  readonly label: string
  readonly value: number | null
  readonly isMissed?: boolean
}
export interface Level {
  readonly value: number
  readonly label: string
}
export interface ChartData {
  readonly kind: 'bar' | 'line'
  readonly bars: readonly Bar[]
  readonly unit: string
  readonly decimals: number
  readonly target?: Level | null
  /** More lines beside the target: each limit of a quantity has one. */
  readonly levels?: readonly Level[]
}
const colours = {
  light: { ink: '#343b45', faint: '#626b77', line: '#dfe2e7', bar: '#4b86d4', missed: '#c4212d', target: '#8f5a00' },
  dark: { ink: '#d0d5dc', faint: '#9aa3af', line: '#323841', bar: '#4f8be0', missed: '#ff7b72', target: '#e0a83a' },
}
const font = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'

export const chartOption = (data: ChartData, isDark: boolean): EChartsCoreOption => {
  const c = isDark ? colours.dark : colours.light
  const isBar = data.kind === 'bar'
  const text = (value: number | null | undefined): string =>
    `${formatValue(value ?? null, data.decimals)}${value == null ? '' : data.unit}`
  const isCrowded = data.bars.length > 16
  const levels = [...(data.target ? [data.target] : []), ...(data.levels ?? [])]
  const known = data.bars.flatMap((b) => (b.value === null ? [] : [b.value]))
  const widest = Math.max(0, ...levels.map((l) => l.label.length))
  return {
    textStyle: { fontFamily: font, color: c.ink },
    animation: false,
    grid: { left: 8, right: levels.length > 0 ? Math.max(72, 16 + widest * 12) : 16, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: isBar ? 'shadow' : 'line' },
      valueFormatter: (value: unknown) => text(typeof value === 'number' ? value : null),
    },
    xAxis: {
      type: 'category',
      data: data.bars.map((b) => b.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: c.line } },
      axisLabel: {
        color: c.faint,
        interval: isCrowded ? 'auto' : 0,
        rotate: !isCrowded && data.bars.length > 6 ? 30 : 0,
        hideOverlap: isCrowded,
        fontSize: 12,
      },
    },
    yAxis: {
      type: 'value',
      min: isBar ? 0 : undefined,
      scale: !isBar,
      // A limit the curve has not reached is on the picture all the same.
      ...(data.levels?.length ? { max: Math.max(...known, ...data.levels.map((l) => l.value)) } : {}),
      splitLine: { lineStyle: { color: c.line } },
      axisLabel: { color: c.faint, fontSize: 12 },
    },
    series: [
      {
        type: data.kind,
        data: data.bars.map((b) => ({ value: b.value, itemStyle: { color: b.isMissed ? c.missed : c.bar } })),
        barMaxWidth: 44,
        symbolSize: 6,
        lineStyle: { color: c.bar, width: 2 },
        label: {
          show: !isCrowded,
          position: 'top',
          color: c.ink,
          fontSize: 12,
          formatter: (p: { readonly value: unknown }) => formatValue(typeof p.value === 'number' ? p.value : null, data.decimals),
        },
        markLine:
          levels.length > 0
            ? {
                silent: true,
                symbol: 'none',
                lineStyle: { color: c.target, type: 'dashed' },
                label: { color: c.target, fontSize: 12 },
                data: levels.map((l) => ({ yAxis: l.value, label: { formatter: l.label } })),
              }
            : undefined,
      },
    ],
  }
}
