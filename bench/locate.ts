/** Locate: points a second found in memory over 20,000 cells, and their agreement with PostGIS on integer geometry, borders included. */

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, raw } from '#kernel'
import { bootstrap } from '#kernel/db/index.ts'
import { createLocator, SNAP, snap } from '#kernel/geo/index.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { median, round } from './stage.ts'

const points = 1_000_000
export const benchLocate = async (): Promise<Record<string, unknown>> => {
  const plan = planCity(7, { columns: 200, rows: 104 })
  const cells = plan.areas.filter((a) => a.level === 'cell').map((a) => ({ code: a.code, polygon: [[a.ring]] }))
  const locator = createLocator(cells)
  const random = createRandom(11)
  const ring = plan.areas[0]?.ring ?? []
  const [w, e] = [Math.min(...ring.map((p) => p[0])), Math.max(...ring.map((p) => p[0]))]
  const [s, n] = [Math.min(...ring.map((p) => p[1])), Math.max(...ring.map((p) => p[1]))]
  const corners = cells.flatMap((c) => c.polygon[0]?.[0] ?? [])
  const xs = new Float64Array(points)
  const ys = new Float64Array(points)
  for (let i = 0; i < points; i++) {
    const corner = i % 10 === 0 ? random.pick(corners) : undefined
    xs[i] = corner ? corner[0] : snap(random.between(w, e)) / SNAP
    ys[i] = corner ? corner[1] : snap(random.between(s, n)) / SNAP
  }
  const rates: number[] = []
  const answers = new Int32Array(points)
  for (let r = 0; r < 5; r++) {
    const from = performance.now()
    for (let i = 0; i < points; i++) answers[i] = locator.locate(xs[i] ?? 0, ys[i] ?? 0)
    rates.push(points / ((performance.now() - from) / 1000))
  }
  const disagreements = await compare(cells, xs, ys, answers, locator.codes)
  return {
    bench: 'locate',
    cells: cells.length,
    points,
    pointsPerSecond: Math.round(median(rates)),
    disagreements,
    rounds: rates.map((r) => round(r / 1e6)),
    goals: { pointsPerSecond: '>= 1,000,000', disagreements: 0 },
  }
}

interface Cell {
  readonly code: string
  readonly polygon: readonly (readonly (readonly (readonly [number, number])[])[])[]
}
/** PostGIS on the same integers (degrees × 1e7): the smallest code among the cells that touch the point. */
const compare = async (
  cells: readonly Cell[],
  xs: Float64Array,
  ys: Float64Array,
  answers: Int32Array,
  codes: readonly string[],
): Promise<number> => {
  const dir = mkdtempSync(join(tmpdir(), 'cityloop-locate-'))
  // So that the database's own user can walk in, and its files go with the folder.
  chmodSync(dir, 0o711)
  const db = await openDatabase({ prefer: 'cluster', dataDir: dir })
  await bootstrap(db.admin)
  await raw(db.admin, 'create table public.cell (code text, geom geometry)', [])
  const wkt = (c: Cell): string => `POLYGON((${(c.polygon[0]?.[0] ?? []).map((p) => `${snap(p[0])} ${snap(p[1])}`).join(',')}))`
  for (let i = 0; i < cells.length; i += 2000)
    await raw(
      db.admin,
      `insert into public.cell select code, st_geomfromtext(wkt) from jsonb_to_recordset($1::jsonb) as x(code text, wkt text)`,
      [JSON.stringify(cells.slice(i, i + 2000).map((c) => ({ code: c.code, wkt: wkt(c) })))],
    )
  await raw(db.admin, 'create index on public.cell using gist (geom)', [])
  await raw(db.admin, 'analyze public.cell', [])
  let wrong = 0
  const step = 20_000
  for (let i = 0; i < xs.length; i += step) {
    const list = Array.from({ length: Math.min(step, xs.length - i) }, (_, k) => [
      i + k,
      snap(xs[i + k] ?? 0),
      snap(ys[i + k] ?? 0),
    ])
    const { rows } = await raw<{ i: number; code: string | null }>(
      db.admin,
      `select (p->>0)::int as i, (select min(c.code collate "C") from public.cell c where st_intersects(c.geom, st_makepoint((p->>1)::float8, (p->>2)::float8))) as code from jsonb_array_elements($1::jsonb) p`,
      [JSON.stringify(list)],
    )
    for (const row of rows) if ((codes[answers[row.i] ?? -1] ?? null) !== row.code) wrong++
  }
  await db.close()
  rmSync(dir, { recursive: true, force: true })
  return wrong
}
