/**
 * The one statement that writes a batch: readings and positions, each once however often it came, and which device-hours they
 * touch for the roll-up. Columns travel as array texts made here: a driver's own arrays cost as much as the insert.
 * Most batches are all new and are written plainly; one that meets a known point is refused whole by the key, and written again
 * with each known point passed over. (COPY is not offered behind row level security.)
 */
import type { PositionPoint, ReadingPoint } from './point.ts'

export interface Batch {
  readonly readings: readonly ReadingPoint[]
  readonly positions: readonly PositionPoint[]
}
export interface Written {
  readonly readings: number
  readonly positions: number
  /** Ids of what was new, where not all was. */
  readonly readingIds: readonly string[] | null
  readonly positionIds: readonly string[] | null
}
/** Runs one statement as a transaction of its own, or within one that is open. */
export type RunSql = <R>(text: string, params: readonly unknown[]) => Promise<{ readonly rows: readonly R[] }>

const hourMs = 3_600_000
/** Device-hours are collected by when they were received; the roll-up takes only buckets that are over. */
export const bucketMs = 300_000

const list = <T>(rows: readonly T[], pick: (row: T) => string | number | null): string => {
  let out = '{'
  for (let i = 0; i < rows.length; i++) {
    const value = pick(rows[i] as T)
    if (i > 0) out += ','
    out += value === null ? 'NULL' : value
  }
  return `${out}}`
}
/** For texts that are not plain words: quoted, with what an array text gives a meaning escaped. */
const quoted = (value: string | null): string | null => (value === null ? null : `"${value.replace(/["\\]/g, '\\$&')}"`)

const exact = (isExact: boolean): string => (isExact ? 'on conflict do nothing returning id' : '')
const readingSql = (
  isExact: boolean,
): string => `r as (insert into sensing.reading (district, id, at, received_at, by_name, area_code, device, quantity, value, quality)
  select $1, id, to_timestamp(at / 1000), $2, '设备', area, device, quantity, value, quality
  from unnest($3::uuid[], $4::float8[], $5::text[], $6::uuid[], $7::text[], $8::numeric[], $9::text[]) as x(id, at, area, device, quantity, value, quality)
  ${exact(isExact)})`
const touchSql = `t as (insert into sensing.touched (district, bucket, device, quantity, hour)
  select $1, $10, device, quantity, to_timestamp(hour / 1000) from unnest($11::uuid[], $12::text[], $13::float8[]) as x(device, quantity, hour)
  on conflict do nothing)`
const positionSql = (n: number, isExact: boolean): string => {
  const p = (i: number): string => `$${n + i}`
  return `p as (insert into sensing.position (district, id, at, received_at, by_name, lon, lat, area_code, device, speed, direction, altitude, alarm_bits, status_bits, extras)
  select $1, id, to_timestamp(at / 1000), $2, '设备', lon, lat, area, device, speed, direction, altitude, alarm_bits, status_bits, extras
  from unnest(${p(0)}::uuid[], ${p(1)}::float8[], ${p(2)}::float8[], ${p(3)}::float8[], ${p(4)}::text[], ${p(5)}::uuid[], ${p(6)}::numeric[], ${p(7)}::int[], ${p(8)}::int[], ${p(9)}::numeric[], ${p(10)}::numeric[], ${p(11)}::text[])
    as x(id, at, lon, lat, area, device, speed, direction, altitude, alarm_bits, status_bits, extras)
  ${exact(isExact)})`
}
const countedBy = (part: 'r' | 'p', sent: string): string =>
  `(select json_build_object('n', count(*), 'ids', case when count(*) < ${sent} then json_agg(id) end) from ${part})`
interface Counted {
  readonly n: number
  readonly ids: readonly string[] | null
}
const newOnes = (counted: Counted | null | undefined, all: number): readonly string[] | null =>
  !counted || counted.n === all ? null : (counted.ids ?? [])

const touchedHours = (readings: readonly ReadingPoint[]): ReadonlyMap<string, readonly [string, string, number]> => {
  const touched = new Map<string, readonly [string, string, number]>()
  for (const { deviceId, quantity, at } of readings) {
    const hour = at - (at % hourMs)
    const key = `${deviceId}${quantity}${hour}`
    if (!touched.has(key)) touched.set(key, [deviceId, quantity, hour])
  }
  return touched
}
/** Device-hours already told in this bucket by this process: told once, not with every batch. */
export interface Told {
  bucket: number
  readonly keys: Set<string>
}

/** First of each id: a batch may hold the same point twice. */
export const firsts = <T extends { readonly id: string }>(points: readonly T[]): readonly T[] => {
  const seen = new Set<string>()
  for (const { id } of points) seen.add(id)
  if (seen.size === points.length) return points
  seen.clear()
  return points.filter(({ id }) => !seen.has(id) && seen.add(id))
}

const readingParams = (
  readings: readonly ReadingPoint[],
  bucket: number,
  hours: readonly (readonly [string, string, number])[],
) => [
  list(readings, (r) => r.id),
  list(readings, (r) => r.at),
  list(readings, (r) => r.areaCode),
  list(readings, (r) => r.deviceId),
  list(readings, (r) => r.quantity),
  list(readings, (r) => r.value),
  list(readings, (r) => r.quality),
  new Date(bucket),
  list(hours, ([deviceId]) => deviceId),
  list(hours, ([, quantity]) => quantity),
  list(hours, ([, , hour]) => hour),
]
const positionParams = (positions: readonly PositionPoint[]) => [
  list(positions, (p) => p.id),
  list(positions, (p) => p.at),
  list(positions, (p) => p.lon),
  list(positions, (p) => p.lat),
  list(positions, (p) => p.areaCode),
  list(positions, (p) => p.deviceId),
  list(positions, (p) => p.speed),
  list(positions, (p) => p.direction),
  list(positions, (p) => p.altitude),
  list(positions, (p) => p.alarmBits),
  list(positions, (p) => p.statusBits),
  list(positions, (p) => quoted(p.extras)),
]
const bucketOf = (now: Date, told: Told | undefined): number => {
  const bucket = now.getTime() - (now.getTime() % bucketMs)
  if (told && told.bucket !== bucket) {
    told.bucket = bucket
    told.keys.clear()
  }
  return bucket
}

/** PostgreSQL's word for a key that is there. */
export const isKnownPoint = (error: unknown): boolean => (error as { readonly code?: unknown } | undefined)?.code === '23505'

/**
 * Writes a batch in one statement; its points must differ from one another (`firsts`). Exact: repeating it writes nothing twice. Not
 * exact: faster, and throws `isKnownPoint` when any point is there already, having written nothing.
 */
export const writeBatch = async (
  run: RunSql,
  district: string,
  { readings, positions }: Batch,
  now: Date,
  { told, isExact = true }: { readonly told?: Told; readonly isExact?: boolean } = {},
): Promise<Written> => {
  const parts: string[] = []
  const params: unknown[] = [district, now]
  const bucket = bucketOf(now, told)
  const touched = [...touchedHours(readings)].filter(([key]) => !told?.keys.has(key))
  if (readings.length > 0) {
    parts.push(readingSql(isExact), touchSql)
    params.push(
      ...readingParams(
        readings,
        bucket,
        touched.map(([, hour]) => hour),
      ),
    )
  }
  if (positions.length > 0) {
    parts.push(positionSql(params.length + 1, isExact))
    params.push(...positionParams(positions))
  }
  const all = { readings: readings.length, positions: positions.length, readingIds: null, positionIds: null }
  if (parts.length === 0) return all
  // How many were sent is a parameter: the text is the same for every batch, and planned once.
  const sent = (part: 'r' | 'p', n: number): string => (n > 0 ? countedBy(part, `$${params.push(n)}::int`) : 'null::json')
  const answer = isExact ? `${sent('r', readings.length)} as r, ${sent('p', positions.length)} as p` : '1'
  const { rows } = await run<{ r: Counted | null; p: Counted | null }>(`with ${parts.join(',\n')}\nselect ${answer}`, params)
  for (const [key] of touched) told?.keys.add(key)
  if (!isExact) return all
  const [row] = rows
  return {
    readings: row?.r?.n ?? 0,
    positions: row?.p?.n ?? 0,
    readingIds: newOnes(row?.r, readings.length),
    positionIds: newOnes(row?.p, positions.length),
  }
}
