/** What the wall shows, asked again quietly; nothing of it grows while the page stays open for a week. */
import { onBeforeUnmount, shallowRef } from 'vue'
import { getIndicator, listRows } from '#kernel/web/api.ts'
import { serverNow } from '#kernel/web/clock.ts'
import { dayOf } from '#kernel/web/format.ts'
import { lightOf } from '#kernel/web/light.ts'
import { useLive } from '#kernel/web/live.ts'
import type { MapPoint } from '#kernel/web/map/points.ts'
import { useMeta } from '#kernel/web/meta.ts'
import type { DefinitionMeta, IndicatorValue, Row } from '#kernel/web/types.ts'
import { meetsTarget, type PeriodName, periodOf } from '../stats/period.ts'

export const caseId = 'cases.case'
export interface WallFigure {
  readonly id: string
  readonly zh: string
  readonly period: PeriodName
  readonly value: number | null
  readonly decimals: number
  readonly unit: string
  readonly isMissed: boolean
}
export interface WallEvent {
  readonly key: string
  readonly id: string
  readonly at: string
  readonly number: string
  readonly title: string
  readonly action: string
}
const figuresWanted: readonly (readonly [id: string, period: PeriodName])[] = [
  ['cases.reported', 'today'],
  ['cases.closed', 'today'],
  ['cases.overdue-open', 'today'],
  ['cases.handle-in-time-rate', 'month'],
  ['cases.close-in-time-rate', 'month'],
  ['cases.satisfaction-rate', 'month'],
]
const trendDays = 30
const pointsMost = 1000
const eventsMost = 9
const tightestMost = 9
const slowMs = 60_000

const loadFigure = async ([id, period]: (typeof figuresWanted)[number]): Promise<readonly WallFigure[]> => {
  const i = await getIndicator(id, { ...periodOf(period) }).catch(() => null)
  if (!i) return []
  const value = i.values[0]?.value ?? null
  const { zh, decimals, unit } = i
  return [{ id, zh, period, value, decimals, unit, isMissed: meetsTarget(i.target, value) === false }]
}
const lastDays = (): { from: string; to: string } => {
  const to = periodOf('today').to
  return { from: new Date(Date.parse(to) - trendDays * 86_400_000).toISOString(), to }
}
const split = async (id: string, by: string, range: { from: string; to: string }): Promise<readonly IndicatorValue[]> =>
  (await getIndicator(id, { ...range, by }).catch(() => null))?.values ?? []

/** A day on which nothing happened is a nought, not a gap that the line jumps over. */
const everyDay = (values: readonly IndicatorValue[], range: { to: string }): readonly IndicatorValue[] => {
  const known = new Map(values.map((v) => [v.key, v]))
  return Array.from({ length: trendDays }, (_, i) => {
    const key = dayOf(Date.parse(range.to) - (trendDays - i) * 86_400_000)
    return known.get(key) ?? { key, numerator: 0, denominator: null, value: 0 }
  })
}
const pointsOf = (definition: DefinitionMeta | undefined, rows: readonly Row[]): readonly MapPoint[] =>
  rows.flatMap((r) =>
    typeof r.lon === 'number' && typeof r.lat === 'number'
      ? [{ id: r.id, lon: r.lon, lat: r.lat, light: lightOf(definition, r), title: String(r.number) }]
      : [],
  )

export const useWall = () => {
  const meta = useMeta()
  const definition = meta.definition(caseId)
  const figures = shallowRef<readonly WallFigure[]>([])
  const ranking = shallowRef<readonly IndicatorValue[]>([])
  const reported = shallowRef<readonly IndicatorValue[]>([])
  const closed = shallowRef<readonly IndicatorValue[]>([])
  const tightest = shallowRef<readonly Row[]>([])
  const points = shallowRef<readonly MapPoint[]>([])
  const events = shallowRef<readonly WallEvent[]>([])
  const failed = shallowRef(false)

  const loadNow = async (): Promise<void> => {
    const [some, open] = await Promise.all([
      Promise.all(figuresWanted.map(loadFigure)),
      listRows(caseId, { filter: { closedAt: null }, sort: 'dueAt', limit: pointsMost }),
    ])
    figures.value = some.flat()
    tightest.value = open.rows.filter((r) => r.dueAt !== null).slice(0, tightestMost)
    points.value = pointsOf(definition, open.rows)
  }
  const loadSlow = async (): Promise<void> => {
    const range = lastDays()
    const [streets, daysReported, daysClosed] = await Promise.all([
      split('cases.handle-in-time-rate', 'street', periodOf('month')),
      split('cases.reported', 'day', range),
      split('cases.closed', 'day', range),
    ])
    ranking.value = streets
    reported.value = everyDay(daysReported, range)
    closed.value = everyDay(daysClosed, range)
  }
  const loadEvents = async (): Promise<void> => {
    const { rows } = await listRows(caseId, { sort: 'updatedAt', desc: '1', limit: eventsMost })
    const word = (row: Row): string => definition?.statuses?.find((s) => s.id === row.status)?.zh ?? ''
    events.value = rows.map((r) => ({
      key: `${r.id} ${String(r.version)}`,
      id: r.id,
      at: String(r.updatedAt),
      number: String(r.number),
      title: String(r.description ?? ''),
      action: word(r),
    }))
  }
  /** A failed question leaves the last answer on the wall and says so; the next one clears it. */
  const quietly = (work: () => Promise<void>) => (): void => {
    work().then(
      () => {
        failed.value = false
      },
      () => {
        failed.value = true
      },
    )
  }
  const [now, slow, told] = [quietly(loadNow), quietly(loadSlow), quietly(loadEvents)]
  now()
  slow()
  told()
  useLive(([, type]) => type === caseId, told, 3000)
  useLive(([, type]) => type === caseId, now, 15_000)
  const timer = setInterval(() => {
    now()
    slow()
  }, slowMs)
  onBeforeUnmount(() => clearInterval(timer))
  return { figures, ranking, reported, closed, tightest, points, events, failed, today: () => dayOf(serverNow()) }
}
