/** Addresses without any outside service: crossings with an offset, house numbers, compounds, shops, points (GB/T 47678.4 写法). */
import type { Transaction } from 'kysely'
import { raw } from '#kernel'
import { metresPerDegree } from '#kernel/geo/index.ts'

export interface AddressHit {
  readonly label: string
  readonly kind: string
  readonly lon: number
  readonly lat: number
}
const bearings: Readonly<Record<string, readonly [number, number]>> = {
  东: [1, 0],
  西: [-1, 0],
  南: [0, -1],
  北: [0, 1],
  东南: [Math.SQRT1_2, -Math.SQRT1_2],
  东北: [Math.SQRT1_2, Math.SQRT1_2],
  西南: [-Math.SQRT1_2, -Math.SQRT1_2],
  西北: [-Math.SQRT1_2, Math.SQRT1_2],
}
export interface CrossingQuery {
  readonly a: string
  readonly b: string
  readonly direction: string | undefined
  readonly metres: number
}
const roadWord = '[\\u4e00-\\u9fa5A-Za-z0-9]{1,20}?(?:大道|大街|路|街|巷|弄|道|桥|线)'
/** “XX路与YY路交叉口东50米”, with 和、/、交汇处、路口 and no offset as variants. */
export const parseCrossing = (text: string): CrossingQuery | undefined => {
  const match = new RegExp(
    `(${roadWord})[与和、/&](${roadWord})(?:的)?(?:交叉口|路口|交汇处|交界处|口)?(?:向|往|偏)?(东南|东北|西南|西北|东|南|西|北)?(?:侧|边|方向)?(?:约)?(\\d{1,4})?(?:米|m)?`,
  ).exec(text)
  return match?.[1] && match[2] ? { a: match[1], b: match[2], direction: match[3], metres: Number(match[4] ?? 0) } : undefined
}
const offset = (lon: number, lat: number, direction: string | undefined, metres: number): readonly [number, number] => {
  const [x, y] = bearings[direction ?? ''] ?? [0, 0]
  const scale = metresPerDegree(lat)
  return [lon + (x * metres) / scale.lon, lat + (y * metres) / scale.lat]
}
const findCrossing = async (tx: Transaction<unknown>, q: CrossingQuery): Promise<readonly AddressHit[]> => {
  const { rows } = await raw<{ a: string; b: string; lon: number; lat: number }>(
    tx,
    `select a.name as a, b.name as b, st_x(p) as lon, st_y(p) as lat from grid.road a join grid.road b on a.id <> b.id,
       lateral (select st_centroid(st_intersection(a.geom, b.geom)) as p) x
     where a.name like '%' || $1 || '%' and b.name like '%' || $2 || '%' and a.retired_at is null and b.retired_at is null and st_intersects(a.geom, b.geom) limit 5`,
    [q.a, q.b],
  )
  return rows.map((r) => {
    const [lon, lat] = offset(r.lon, r.lat, q.direction, q.metres)
    return { label: `${r.a}与${r.b}交叉口${q.direction ? `${q.direction}${q.metres}米` : ''}`, kind: '路口', lon, lat }
  })
}
const byName = `
  select name || coalesce('(' || address || ')', '') as label, '商户' as kind, lon, lat, similarity(name || address, $1) as score from grid.shop where retired_at is null and (name ilike $2 or address ilike $2 or name || address ilike $2)
  union all select name, '小区', lon, lat, similarity(name, $1) + 0.2 from grid.compound where retired_at is null and name ilike $2
  union all select name, '点位', lon, lat, similarity(name, $1) + 0.2 from grid.key_point where retired_at is null and name ilike $2
  union all select name, '道路', lon, lat, similarity(name, $1) + 0.1 from grid.road where retired_at is null and name ilike $2
  union all select coalesce(address, name), '建筑', lon, lat, similarity(coalesce(address, name), $1) from grid.building where retired_at is null and (address ilike $2 or name ilike $2)`

/** Places a text may mean, best first. */
export const findAddress = async (tx: Transaction<unknown>, text: string): Promise<readonly AddressHit[]> => {
  const crossing = parseCrossing(text)
  const crossings = crossing ? await findCrossing(tx, crossing) : []
  const { rows } = await raw<AddressHit>(
    tx,
    `select label, kind, lon, lat from (${byName}) x where lon is not null order by score desc, label limit 10`,
    [text, `%${text.replaceAll(/[%_\\]/g, '')}%`],
  )
  return [...crossings, ...rows].slice(0, 12)
}
/** A place in words: the nearest crossing with direction and distance, or the nearest road. */
export const describePoint = async (tx: Transaction<unknown>, lon: number, lat: number): Promise<string | undefined> => {
  const { rows } = await raw<{ name: string; metres: number }>(
    tx,
    `select name, st_distance(geom::geography, st_setsrid(st_makepoint($1::float8, $2::float8), 4326)::geography) as metres from grid.road
     where retired_at is null and geom && st_expand(st_setsrid(st_makepoint($1::float8, $2::float8), 4326), 0.01) order by 2 limit 2`,
    [lon, lat],
  )
  const [first, second] = rows
  if (!first) return undefined
  if (!second) return `${first.name}附近${Math.round(first.metres)}米`
  const [crossing] = await findCrossing(tx, { a: first.name, b: second.name, direction: undefined, metres: 0 })
  if (!crossing) return `${first.name}附近${Math.round(first.metres)}米`
  const scale = metresPerDegree(lat)
  const [dx, dy] = [(lon - crossing.lon) * scale.lon, (lat - crossing.lat) * scale.lat]
  const metres = Math.round(Math.hypot(dx, dy))
  if (metres < 10) return crossing.label
  const names = ['东', '东北', '北', '西北', '西', '西南', '南', '东南']
  return `${crossing.label}${names[Math.round(Math.atan2(dy, dx) / (Math.PI / 4) + 8) % 8]}${metres}米`
}
