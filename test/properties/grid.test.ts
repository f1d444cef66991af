import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { snap } from '#kernel/geo/index.ts'
import { type World, world } from '../world.ts'

const settings = { seed: Number(process.env.FC_SEED ?? 20_261_121), numRuns: Number(process.env.FC_RUNS ?? 25) }
type Grid = readonly [x: number, y: number]

describe('每一点恰有一个网格,与 PostGIS 一致', () => {
  let w: World
  let box = { west: 0, south: 0, east: 0, north: 0 }
  /** Corners of all cells, on the integer grid. */
  let corners: readonly Grid[] = []

  beforeAll(async () => {
    w = await world()
    // On the grid, as the header of `kernel/geo/locate.ts` says: over degrees a slanted border cannot be expressed.
    await raw(
      w.kernel.db.admin,
      `create table public.cell_e7 as select code, st_snaptogrid(st_scale(st_setsrid(geom, 0), 1e7, 1e7), 1) as geom from kernel.area where level = 'cell' and valid_to is null and district = '${w.district}';
       create index on public.cell_e7 using gist (geom); analyze public.cell_e7`,
    )
    const { rows } = await raw<{ west: number; south: number; east: number; north: number }>(
      w.kernel.db.admin,
      'select st_xmin(e)::float8 as west, st_ymin(e)::float8 as south, st_xmax(e)::float8 as east, st_ymax(e)::float8 as north from (select st_extent(geom) as e from public.cell_e7) x',
      [],
    )
    box = rows[0] ?? box
    const points = await raw<{ x: number; y: number }>(
      w.kernel.db.admin,
      'select distinct st_x(d.geom)::float8 as x, st_y(d.geom)::float8 as y from public.cell_e7 c, lateral st_dumppoints(c.geom) d',
      [],
    )
    corners = points.rows.map((p) => [p.x, p.y])
  })
  afterAll(async () => {
    await raw(w.kernel.db.admin, 'drop table if exists public.cell_e7', [])
    await w.close()
  })

  const byPostgis = async (points: readonly Grid[]): Promise<readonly (string | null)[]> => {
    const { rows } = await raw<{ code: string | null }>(
      w.kernel.db.admin,
      `select (select min(code collate "C") from public.cell_e7 c where st_intersects(c.geom, st_makepoint(p.x, p.y))) as code
       from unnest($1::float8[], $2::float8[]) with ordinality as p(x, y, n) order by n`,
      [points.map(([x]) => x), points.map(([, y]) => y)],
    )
    return rows.map((r) => r.code)
  }
  const ours = ([x, y]: Grid): string | null => w.kernel.places.find(w.district, x / 1e7, y / 1e7) ?? null
  const within = fc.record({ u: fc.double({ min: 0, max: 1, noNaN: true }), v: fc.double({ min: 0, max: 1, noNaN: true }) })

  it('区内任意一点', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(within, { minLength: 50, maxLength: 200 }), async (spots) => {
        const points = spots.map(
          ({ u, v }): Grid => [
            Math.round(box.west + u * (box.east - box.west)),
            Math.round(box.south + v * (box.north - box.south)),
          ],
        )
        const found = points.map(ours)
        for (const code of found) expect(code).toMatch(/^329901\d{9}$/)
        expect(found).toEqual(await byPostgis(points))
      }),
      settings,
    )
  })

  it('角上、边上与紧挨着边的点', async () => {
    const near = fc.record({
      i: fc.nat(1e6),
      j: fc.nat(1e6),
      t: fc.integer({ min: 0, max: 4 }),
      dx: fc.integer({ min: -2, max: 2 }),
      dy: fc.integer({ min: -2, max: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(near, { minLength: 50, maxLength: 200 }), async (spots) => {
        const points = spots.map(({ i, dx, dy, t, j }): Grid => {
          const [a, b] = [corners[i % corners.length] ?? [0, 0], corners[j % corners.length] ?? [0, 0]]
          // t = 0: a corner; otherwise a point between two corners, often along a border.
          return [Math.round(a[0] + ((b[0] - a[0]) * t) / 4) + dx, Math.round(a[1] + ((b[1] - a[1]) * t) / 4) + dy]
        })
        expect(points.map(ours)).toEqual(await byPostgis(points))
      }),
      settings,
    )
  })

  it('界外一格即是界外', () => {
    const [x, y] = [Math.round((box.west + box.east) / 2), Math.round((box.south + box.north) / 2)]
    for (const point of [
      [box.west - 1, y],
      [box.east + 1, y],
      [x, box.south - 1],
      [x, box.north + 1],
    ] as const)
      expect(ours(point)).toBeNull()
    for (const point of [
      [box.west, y],
      [box.east, y],
      [x, box.south],
      [x, box.north],
    ] as const)
      expect(ours(point)).not.toBeNull()
    expect(snap(box.west / 1e7)).toBe(box.west)
  })
})
