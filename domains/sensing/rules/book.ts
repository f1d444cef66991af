/** The rules in force, in memory, by what they look at; read anew when a rule, place or weather response changes. */
import { changeChannel, type Kernel, raw, readChanges } from '#kernel'
import type { LineCoords, MultiPolygonCoords } from '#kernel/geo/index.ts'
import type { Judged } from './judge.ts'
import type { Severity } from './words.ts'

export interface StreamRule extends Judged {
  readonly district: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly deviceKind: string
  readonly device: string | null
  readonly quantity: string | null
  readonly first: string | null
  readonly second: string | null
  readonly severity: Severity
  readonly caseOn: 'none' | 'raise' | 'confirm'
  readonly categoryKind: 'component' | 'matter' | null
  readonly category: string | null
  readonly isOn: boolean
  /** Milliseconds; the rule counts within. */
  readonly from: number
  readonly to: number
}
interface RuleRow extends Omit<StreamRule, 'from' | 'to' | 'fromMinute' | 'toMinute' | 'fence' | 'line'> {
  readonly validFrom: string
  readonly validTo: string | null
  readonly fromTime: string | null
  readonly toTime: string | null
  readonly fence: { readonly coordinates: MultiPolygonCoords } | null
  readonly line: { readonly coordinates: readonly LineCoords[] } | null
}
const selectRules = `select r.district, r.id, r.code, r.name, r.type, r.device_kind as "deviceKind", r.device, r.quantity, r.side, r.limit_::float8 as "limit", r.release::float8 as release,
  r.weather_limit::float8 as "weatherLimit", r.seconds, r.minutes, r.times, r.radius_m::float8 as "radiusM", r.from_time as "fromTime", r.to_time as "toTime", r.first, r.second, r.severity,
  r.case_on as "caseOn", r.category_kind as "categoryKind", r.category, r.is_on as "isOn", r.valid_from::text as "validFrom", r.valid_to::text as "validTo",
  st_asgeojson(f.geom)::json as fence, st_asgeojson(l.geom)::json as line
  from sensing.rule r left join sensing.fence f on f.district = r.district and f.id = r.fence left join sensing.line l on l.district = r.district and l.id = r.line
  where r.retired_at is null`
const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
const minuteOf = (time: string | null): number | null =>
  time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const toRule = ({ validFrom, validTo, fromTime, toTime, fence, line, ...row }: RuleRow): StreamRule => ({
  ...row,
  fence: fence?.coordinates ?? null,
  line: line?.coordinates ?? null,
  fromMinute: minuteOf(fromTime),
  toMinute: minuteOf(toTime),
  from: midnight(validFrom),
  to: validTo ? midnight(validTo) : Number.MAX_SAFE_INTEGER,
})
/** One rule as it stands, in force or not: for trying it. */
export const findRule = async (tx: Parameters<typeof raw>[0], id: string): Promise<StreamRule | undefined> => {
  const { rows } = await raw<RuleRow>(tx, `${selectRules} and r.id = $1`, [id])
  return rows[0] ? toRule(rows[0]) : undefined
}
export interface RuleBook {
  /** Rules on readings of a kind of device and quantity, or on its places. */
  readonly on: (district: string, deviceKind: string, quantity: string | null) => readonly StreamRule[]
  /** Those that speak of two others. */
  readonly pairs: (district: string) => readonly StreamRule[]
  readonly all: () => readonly StreamRule[]
  readonly isWeather: (district: string, at: number) => boolean
  readonly hasRules: (district: string) => boolean
  readonly reload: () => Promise<void>
  readonly close: () => Promise<void>
}
interface Response {
  readonly district: string
  readonly from: number
  readonly to: number
}
const watched = new Set(['sensing.rule', 'sensing.fence', 'sensing.line', 'sensing.weather'])
const none: readonly StreamRule[] = []
const positional = new Set(['dwell', 'enter', 'leave', 'stay', 'route'])
const quantityOf = (r: StreamRule): string | null => (positional.has(r.type) ? null : r.quantity)

export const createRuleBook = async (kernel: Kernel): Promise<RuleBook> => {
  const { admin } = kernel.db
  let rules: readonly StreamRule[] = []
  let byWhat = new Map<string, StreamRule[]>()
  let responses: readonly Response[] = []
  let districts = new Set<string>()
  const key = (district: string, kind: string, quantity: string | null): string => `${district} ${kind} ${quantity ?? ''}`
  const readAll = async (): Promise<void> => {
    rules = (await raw<RuleRow>(admin, `${selectRules} and r.is_on`, [])).rows.map(toRule)
    const streamed = rules.filter((r) => r.type !== 'combination' && r.type !== 'absence')
    byWhat = Map.groupBy(streamed, (r) => key(r.district, r.deviceKind, quantityOf(r))) as Map<string, StreamRule[]>
    districts = new Set(streamed.map((r) => r.district))
    const found = await raw<{ district: string; startsAt: Date; endsAt: Date | null }>(
      admin,
      'select district, starts_at as "startsAt", ends_at as "endsAt" from sensing.weather where retired_at is null',
      [],
    )
    responses = found.rows.map((r) => ({
      district: r.district,
      from: r.startsAt.getTime(),
      to: r.endsAt ? r.endsAt.getTime() : Number.MAX_SAFE_INTEGER,
    }))
  }
  /** One after another: an older reading that ends later must not overwrite a newer one. */
  let last: Promise<void> = Promise.resolve()
  const reload = (): Promise<void> => {
    const mine = last.then(readAll)
    last = mine.catch(() => undefined)
    return mine
  }
  await reload()
  const unlisten = await kernel.db.listen(changeChannel, (payload) => {
    if (!readChanges(payload).some(([, type]) => watched.has(type))) return
    reload().catch((error: unknown) => kernel.log.error({ err: error }, 'rules could not be read'))
  })
  return {
    on: (district, kind, quantity) => byWhat.get(key(district, kind, quantity)) ?? none,
    pairs: (district) => rules.filter((r) => r.district === district && r.type === 'combination'),
    all: () => rules,
    isWeather: (district, at) => responses.some((r) => r.district === district && at >= r.from && at < r.to),
    hasRules: (district) => districts.has(district),
    reload,
    close: unlisten,
  }
}
