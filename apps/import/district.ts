/** The district that imported rows belong to: found, or made on first use. */
import type { Transaction } from 'kysely'
import { type Kernel, raw } from '#kernel'
import type { MultiPolygonCoords } from '#kernel/geo/index.ts'
import { ImportError } from './job.ts'
import { type Box, planLattice } from './lattice.ts'

export const needCode = (code: string): string => {
  if (!/^\d{6}$/.test(code)) throw new ImportError(`区划代码应为6位数字:${code}`, `not a district code of 6 digits: ${code}`)
  return code
}
/** The district asked for, or the one the server serves. */
export const existingDistrict = async (kernel: Kernel, asked: string | undefined): Promise<string> => {
  const wanted = asked ?? process.env.CITYLOOP_DISTRICT
  if (wanted) needCode(wanted)
  const { rows } = await raw<{ code: string }>(
    kernel.db.app,
    'select code from kernel.district where $1::text is null or code = $1 order by code limit 1',
    [wanted ?? null],
  )
  const code = rows[0]?.code
  if (code) return code
  throw new ImportError(
    `没有区划${wanted ?? ''};请先建立(npm run import -- areas …)`,
    `no district ${wanted ?? ''}; create it first (npm run import -- areas …)`,
  )
}

export interface NewDistrict {
  readonly code: string
  readonly name: string
  readonly shape?: MultiPolygonCoords
}
const shapeJson = (shape: MultiPolygonCoords | undefined): string | null =>
  shape ? JSON.stringify({ type: 'MultiPolygon', coordinates: shape }) : null
const geometryOf = (parameter: string): string => `st_setsrid(st_geomfromgeojson(${parameter}), 4326)`

/** @returns true when it was made now. */
export const writeDistrict = async (
  tx: Transaction<unknown>,
  { code, name, shape }: NewDistrict,
  today: string,
): Promise<boolean> => {
  const json = shapeJson(shape)
  const made = await raw(
    tx,
    `insert into kernel.district (code, name, geom) values ($1, $2, ${geometryOf('$3::text')}) on conflict do nothing`,
    [code, name, json],
  )
  if (made.count === 0) return false
  await raw(
    tx,
    `insert into kernel.area (district, code, valid_from, level, name, geom, area_m2, change_reason)
     select $1, $1, $4::date, 'district', $2, g, round(st_area(g::geography)::numeric, 1), '导入' from (select ${geometryOf('$3::text')} as g) x`,
    [code, name, json, today],
  )
  return true
}

/**
 * A lattice of about 10,000 m² cells over a district, with the streets and communities that their codes need, cut along the
 * district's border. It says of itself that it was generated: a bureau's own grid replaces it by 网格调整.
 * @returns how many cells there are.
 */
export const writeLattice = async (tx: Transaction<unknown>, district: string, box: Box, today: string): Promise<number> => {
  const areas = planLattice(district, box)
  let cells = 0
  for (let i = 0; i < areas.length; i += 2000) {
    const rows = areas
      .slice(i, i + 2000)
      .map((a) => ({ ...a, shape: JSON.stringify({ type: 'Polygon', coordinates: [a.ring] }), ring: undefined }))
    // Slivers under a square metre would be no area at all on the integer grid.
    const { rows: counts } = await raw<{ cells: number }>(
      tx,
      `with d as (select geom from kernel.district where code = $2),
        cut as (select x.*, case when d.geom is null or st_covers(d.geom, s.g) then st_multi(s.g) else st_multi(st_collectionextract(st_intersection(s.g, d.geom), 3)) end as geom
          from jsonb_to_recordset($1::jsonb) as x(code text, level text, name text, parent text, shape text), d, lateral (select ${geometryOf('x.shape')} as g) s),
        put as (insert into kernel.area (district, code, valid_from, level, name, parent, geom, area_m2, attributes, change_reason)
          select $2, code, $3::date, level, name, parent, geom, round(st_area(geom::geography)::numeric, 1), '{"generated": true}', '导入时按边长100米生成'
          from cut where not st_isempty(geom) and st_area(geom::geography) >= 1 on conflict do nothing returning level)
       select count(*) filter (where level = 'cell')::int as cells from put`,
      [JSON.stringify(rows), district, today],
    )
    cells += counts[0]?.cells ?? 0
  }
  return cells
}
/** Running servers and this process read the areas again. Outside any transaction. */
export const tellAreas = async (kernel: Kernel, district: string): Promise<void> => {
  await kernel.places.reload(district)
  await kernel.db.notify('cityloop_areas', district)
}
