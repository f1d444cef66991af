/**
 * Years of cases for the journeys of analysis, drawn from what the simulated district reports (its mix, its texts, its weekends), written
 * in bulk as an import would leave them, and counted anew.
 */
import { buildTallies, raw } from '#kernel'
import { createRandom, type Random } from '#sim/city/random.ts'
import { days } from '#sim/life/days.ts'
import { beijing, type World } from '../world.ts'

export interface PlantedCase {
  readonly at: Date
  readonly kind: string
  readonly category: string
  readonly text: string
  readonly cell: { readonly code: string; readonly lon: number; readonly lat: number }
  readonly source?: string
  readonly unitId?: string | null
  readonly handler?: string | null
  readonly dispatchedAt?: Date
  readonly handledAt?: Date
  readonly dueAt?: Date
  readonly limit?: { readonly value: number; readonly unit: string }
}
export const cellsOf = async (w: World) =>
  (
    await raw<PlantedCase['cell']>(
      w.kernel.db.admin,
      "select code, st_x(p) as lon, st_y(p) as lat from (select code, st_pointonsurface(geom) as p from kernel.area where level = 'cell' and valid_to is null) c order by code",
      [],
    )
  ).rows
export const unitsOf = async (w: World) =>
  (
    await raw<{ id: string; name: string; people: string[] }>(
      w.kernel.db.admin,
      `select u.id, u.name, array(select distinct a.person_id::text from kernel.appointment a where a.unit_id = u.id and a.post_id = any (array['handler', 'officer']) order by 1) as people
       from kernel.unit u order by u.name`,
      [],
    )
  ).rows
let planted = 0
const hour = 3_600_000
/** Rows of closed cases; without times of their own they are dispatched in half an hour and handled in a day. */
export const plant = async (w: World, cases: readonly PlantedCase[]): Promise<readonly string[]> => {
  const rows = cases.map((c) => {
    const dispatched = c.dispatchedAt ?? new Date(c.at.getTime() + hour / 2)
    const handled = c.handledAt ?? new Date(dispatched.getTime() + 24 * hour)
    return {
      id: crypto.randomUUID(),
      number: `P${String(++planted).padStart(7, '0')}`,
      at: c.at,
      filed: new Date(c.at.getTime() + hour / 4),
      dispatched,
      handled,
      due: c.dueAt ?? new Date(dispatched.getTime() + 72 * hour),
      closed: new Date(handled.getTime() + hour),
      lon: c.cell.lon,
      lat: c.cell.lat,
      area: c.cell.code,
      text: c.text,
      kind: c.kind,
      category: c.category,
      source: c.source ?? 'hotline',
      unit: c.unitId ?? null,
      handler: c.handler ?? null,
      limit: c.limit ?? { value: 3, unit: 'natural_day' },
    }
  })
  for (let n = 0; n < rows.length; n += 2000)
    await raw(
      w.kernel.db.admin,
      `insert into cases."case" (district, id, number, status, procedure_version, version, head, created_at, updated_at, closed_at, lon, lat, area_code, description, source, category_kind, category, urgency, level, pending, is_self_solved, is_appealed, is_shelved_once, return_count, rework_count, extension_count, reopen_count, urge_count, supervision_count, filed_at, dispatched_at, handled_at, handle_due_at, unit_id, handler, handle_limit)
       select '${w.district}', x.id, x.number, 'evaluated', 1, 1, '', x.at, x.closed, x.closed, x.lon, x.lat, x.area, x.text, x.source, x.kind, x.category, 'normal', 'district', 'none', false, false, false, 0, 0, 0, 0, 0, 0, x.filed, x.dispatched, x.handled, x.due, x.unit, x.handler, x."limit"
       from jsonb_to_recordset($1::jsonb) as x(id uuid, number text, at timestamptz, filed timestamptz, dispatched timestamptz, handled timestamptz, due timestamptz, closed timestamptz, lon float8, lat float8, area text, text text, kind text, category text, source text, unit uuid, handler uuid, "limit" jsonb)`,
      [JSON.stringify(rows.slice(n, n + 2000))],
    )
  return rows.map((r) => r.id)
}
export const recount = (w: World) => buildTallies(w.kernel, w.district, { isAnew: true })

const pickWeighted = <T extends { readonly weight: number }>(list: readonly T[], at: number): T => {
  let left = at * list.reduce((n, x) => n + x.weight, 0)
  const found = list.find((x) => {
    left -= x.weight
    return left < 0
  })
  return found ?? (list[0] as T)
}
const poisson = (mean: number, random: Random): number => {
  let [k, p] = [0, Math.exp(-mean)]
  for (let sum = p, at = random.next(); at > sum && k < 500; sum += p) p *= mean / ++k
  return k
}
export interface LivedOptions {
  readonly from: string
  readonly days: number
  readonly perDay: number
  /** Swing of the year, highest in July. */
  readonly swing?: number
  readonly seed: number
  readonly cells: readonly PlantedCase['cell'][]
  /** Share of the days with heavy rain, in summer only. */
  readonly rain?: number
}
/** What the simulated district reports over a span of days, at random times of their hours. */
export const livedDays = ({ from, days: n, perDay, swing = 0, seed, cells, rain = 0 }: LivedOptions): PlantedCase[] => {
  const random = createRandom(seed)
  const begin = beijing(`${from} 00:00`).getTime()
  const hot = cells.filter(() => random.chance(0.2))
  return Array.from({ length: n }, (_, d) => d).flatMap((d) => {
    const at = new Date(begin + d * 24 * hour + 8 * hour)
    const yearDay = (at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / (24 * hour)
    const season = 1 + swing * Math.cos((2 * Math.PI * (yearDay - 196)) / 365)
    const isRain = yearDay > 150 && yearDay < 250 && random.chance(rain)
    const day = isRain ? days.rainstorm : days.ordinary
    if (!day) return []
    const weekend = [0, 6].includes(at.getUTCDay()) ? 0.7 : 1
    return Array.from({ length: poisson(perDay * season * weekend * (isRain ? 3 : 1), random) }, (): PlantedCase => {
      const matter = pickWeighted(day.mix, random.next())
      const slot = pickWeighted(
        day.hours.map((weight, i) => ({ weight, i })),
        random.next(),
      ).i
      return {
        at: new Date(begin + d * 24 * hour + (slot + random.next()) * hour),
        kind: matter.kind,
        category: matter.category,
        text: random.pick(matter.texts),
        cell: random.chance(0.7) && hot.length > 0 ? random.pick(hot) : random.pick(cells),
      }
    })
  })
}
