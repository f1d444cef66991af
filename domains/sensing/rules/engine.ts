/**
 * The rule engine of a process: hears committed points, judges them in memory, hands verdicts to the sink. Its state is written once a
 * second with a watermark; at start the points received since then are judged once more, which changes nothing for those already judged.
 */
import { type Kernel, raw } from '#kernel'
import type { Ingest } from '../ingest.ts'
import type { PositionPoint, ReadingPoint } from '../point.ts'
import { createRuleBook, type RuleBook, type StreamRule } from './book.ts'
import { judge, type RuleState } from './judge.ts'
import { createSink, type Heard } from './sink.ts'

export interface RuleEngine {
  readonly book: RuleBook
  /** All verdicts so far are alarms, and the state is written. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}
type Source = Pick<Ingest, 'onPoints' | 'book'>
const saveMs = 1000
/** A batch under way when the mark was written is received before it and handed over after it. */
const overlapMs = 60_000
const readingOf = (p: ReadingPoint): Heard => ({ ...p, speed: null })
const positionOf = (p: PositionPoint): Heard => ({ ...p, value: null })

interface Kept {
  readonly district: string
  readonly rule: string
  readonly device: string
  readonly state: RuleState
}
const stateKey = (rule: string, device: string): string => `${rule} ${device}`
const saveSql = `insert into sensing.rule_state as s (district, rule, device, state) select $1, rule, device, state from json_to_recordset($2::json) as x(rule uuid, device uuid, state jsonb)
  on conflict (district, rule, device) do update set state = excluded.state`
const markSql = `insert into sensing.rule_mark (district, received_at) values ($1, $2) on conflict (district) do update set received_at = excluded.received_at`

/** States and watermark in the database. */
const createShelf = (kernel: Kernel, idle: () => Promise<void>) => {
  const states = new Map<string, RuleState>()
  let dirty = new Map<string, Map<string, Kept>>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const write = async (): Promise<void> => {
    const now = dirty
    dirty = new Map()
    // A state says that its alarm was raised: never before the alarm is there.
    await idle()
    for (const [district, rows] of now) {
      const list = [...rows.values()].map(({ rule, device, state }) => ({ rule, device, state }))
      if (list.length > 0) await kernel.db.single(district, saveSql, [district, JSON.stringify(list)])
      await kernel.db.single(district, markSql, [district, kernel.now()])
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    running = running.then(write).catch((error: unknown) => kernel.log.error({ err: error }, 'rule states could not be written'))
    return running
  }
  return {
    load: async (): Promise<void> => {
      const { rows } = await raw<Kept>(kernel.db.admin, 'select district, rule, device, state from sensing.rule_state', [])
      for (const { rule, device, state } of rows) states.set(stateKey(rule, device), state)
    },
    get: (rule: string, device: string): RuleState | undefined => states.get(stateKey(rule, device)),
    put: (rule: StreamRule, device: string, state: RuleState): void => {
      states.set(stateKey(rule.id, device), state)
      const rows = dirty.get(rule.district) ?? new Map<string, Kept>()
      rows.set(stateKey(rule.id, device), { district: rule.district, rule: rule.id, device, state })
      dirty.set(rule.district, rows)
      timer ??= setTimeout(() => void flush(), saveMs).unref()
    },
    flush,
  }
}

/** Which rule was raised where and when, for those that ask for two together. */
const createPairs = (book: RuleBook, raise: (rule: StreamRule, point: Heard) => void) => {
  const recent = new Map<string, { readonly at: number; readonly device: string; readonly area: string | null }[]>()
  const note = (rule: string, point: Pick<Heard, 'at' | 'deviceId' | 'areaCode'>): void => {
    const kept = (recent.get(rule) ?? []).slice(-200)
    recent.set(rule, [...kept, { at: point.at, device: point.deviceId, area: point.areaCode }])
  }
  return {
    note,
    raised: (rule: StreamRule, point: Heard): void => {
      note(rule.id, point)
      for (const pair of book.pairs(rule.district)) {
        if (point.at < pair.from || point.at >= pair.to) continue
        const other = pair.first === rule.id ? pair.second : pair.second === rule.id ? pair.first : null
        if (!other) continue
        const from = point.at - (pair.minutes ?? 1) * 60_000
        const isMet = recent
          .get(other)
          ?.some((r) => r.at >= from && (r.device === point.deviceId || (r.area !== null && r.area === point.areaCode)))
        if (isMet) raise(pair, point)
      }
    },
  }
}
const missedReadings = `select r.id, r.device as "deviceId", d.number as device, d.kind as "deviceKind", r.quantity, r.value::float8 as value,
    (extract(epoch from r.at) * 1000)::float8 as at, r.quality, d.area_code as "areaCode", d.lon, d.lat
  from sensing.reading r join sensing.device d on d.district = r.district and d.id = r.device
  where r.district = $1 and r.received_at >= $2 and r.at >= $3 and d.kind = any($4::text[]) order by r.at`
const missedPositions = `select r.id, r.device as "deviceId", d.number as device, d.kind as "deviceKind", (extract(epoch from r.at) * 1000)::float8 as at,
    r.lon, r.lat, r.area_code as "areaCode", r.speed::float8 as speed
  from sensing.position r join sensing.device d on d.district = r.district and d.id = r.device
  where r.district = $1 and r.received_at >= $2 and r.at >= $3 and d.kind = any($4::text[]) order by r.at`
const dayMs = 86_400_000

export const startRules = async (kernel: Kernel, source: Source): Promise<RuleEngine> => {
  const book = await createRuleBook(kernel)
  const sink = createSink(kernel)
  const shelf = createShelf(kernel, sink.idle)
  await shelf.load()
  const pairs = createPairs(book, (rule, point) => sink.raise(rule, point))
  const look = (district: string, rules: readonly StreamRule[], point: Heard): void => {
    for (const rule of rules) {
      if (rule.device !== null && rule.device !== point.deviceId) continue
      if (point.at < rule.from || point.at >= rule.to) continue
      const before = shelf.get(rule.id, point.deviceId)
      const { state, verdict } = judge(rule, before, point, rule.weatherLimit !== null && book.isWeather(district, point.at))
      if (state === before) continue
      shelf.put(rule, point.deviceId, state)
      if (verdict === null) continue
      sink[verdict](rule, point)
      if (verdict === 'raise') pairs.raised(rule, point)
    }
  }
  const readings = (district: string, points: readonly ReadingPoint[]): void => {
    if (!book.hasRules(district)) return
    for (const p of points) {
      const rules = book.on(district, p.deviceKind, p.quantity)
      // What came during maintenance or cannot be true is kept and not judged.
      if (rules.length > 0 && (p.quality === 'good' || p.quality === 'uncalibrated')) look(district, rules, readingOf(p))
    }
  }
  const isKept = (district: string, p: PositionPoint): boolean => {
    const device = source.book.find(`${district}:${p.device}`)
    return device !== undefined && p.at >= device.maintenanceFrom && p.at < device.maintenanceTo
  }
  const positions = (district: string, points: readonly PositionPoint[]): void => {
    if (!book.hasRules(district)) return
    for (const p of points) {
      const rules = [...book.on(district, p.deviceKind, null), ...book.on(district, p.deviceKind, 'speed')]
      if (rules.length > 0 && !isKept(district, p)) look(district, rules, positionOf(p))
    }
  }
  const catchUp = async (): Promise<void> => {
    const { rows: marks } = await raw<{ district: string; receivedAt: Date }>(
      kernel.db.admin,
      'select district, received_at as "receivedAt" from sensing.rule_mark',
      [],
    )
    const kinds = [...new Set(book.all().map((r) => r.deviceKind))]
    for (const { district, receivedAt } of marks) {
      const from = new Date(receivedAt.getTime() - overlapMs)
      const params = [district, from, new Date(from.getTime() - dayMs), kinds]
      const alarms = await raw<{ rule: string; at: Date; deviceId: string; areaCode: string | null }>(
        kernel.db.admin,
        'select rule, raised_at as at, device as "deviceId", area_code as "areaCode" from sensing.alarm where district = $1 and raised_at >= $2 order by raised_at',
        [district, new Date(from.getTime() - dayMs)],
      )
      for (const a of alarms.rows) pairs.note(a.rule, { at: a.at.getTime(), deviceId: a.deviceId, areaCode: a.areaCode })
      readings(district, (await raw<ReadingPoint>(kernel.db.admin, missedReadings, params)).rows)
      positions(district, (await raw<PositionPoint>(kernel.db.admin, missedPositions, params)).rows)
    }
  }
  await catchUp()
  const stops = [source.onPoints('reading', readings), source.onPoints('position', positions)]
  const settle = async (): Promise<void> => {
    await sink.settle()
    await shelf.flush()
  }
  return {
    book,
    settle,
    close: async () => {
      for (const stop of stops) stop()
      await settle()
      await book.close()
    },
  }
}
