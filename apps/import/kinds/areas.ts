/** Borders of districts as GeoJSON, in any of the coordinate systems that maps in China use; with `--cells` also a lattice of cells. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Transaction } from 'kysely'
import { dayOf, Refused, raw, refuse } from '#kernel'
import {
  COORDINATE_SYSTEMS,
  type CoordinateSystem,
  geoJsonToStored,
  haversineM,
  type LonLat,
  type MultiPolygonCoords,
} from '#kernel/geo/index.ts'
import { type Bad, type Entry, runBatches, type Written } from '../batches.ts'
import { tellAreas, writeDistrict, writeLattice } from '../district.ts'
import { ImportError, type Job, type Kind } from '../job.ts'
import { boxOf } from '../lattice.ts'

interface Border {
  readonly code: string
  readonly name: string
  readonly shape: MultiPolygonCoords
  /** The farthest that converting moved a point. */
  readonly shiftM: number
}
export const readJson = (file: string): unknown => {
  const bytes = readFileSync(file)
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, ''))
}
const systemOf = (job: Job): CoordinateSystem => {
  const asked = job.option('crs') ?? 'CGCS2000'
  const system = COORDINATE_SYSTEMS.find((s) => s === asked.toUpperCase().replaceAll('-', ''))
  if (!system)
    throw new ImportError(`不认识的坐标系${asked},可选:${COORDINATE_SYSTEMS.join('、')}`, `unknown coordinate system ${asked}`)
  return system
}
const multi = (g: Polygon | MultiPolygon): MultiPolygonCoords =>
  (g.type === 'Polygon' ? [g.coordinates] : g.coordinates) as unknown as MultiPolygonCoords
const positions = (shape: MultiPolygonCoords): readonly LonLat[] => shape.flat(2)
/** The border as it will be stored: on the grid of 1e-7°, about a centimetre. */
const snapped = (shape: MultiPolygonCoords): MultiPolygonCoords =>
  shape.map((p) => p.map((ring) => ring.map(([lon, lat]) => [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7] as const)))

export const readBorder = (
  feature: Feature,
  row: number,
  system: CoordinateSystem,
  asked: string | undefined,
): Entry<Border> | Bad => {
  const code = String(feature.properties?.adcode ?? feature.properties?.code ?? asked ?? '').slice(0, 6)
  const name = String(feature.properties?.name ?? code)
  if (!/^\d{6}$/.test(code)) return { row, key: null, reason: '没有6位区划代码(adcode、code 或 --district) no district code' }
  const given = feature.geometry
  if (given?.type !== 'Polygon' && given?.type !== 'MultiPolygon')
    return { row, key: code, reason: `不是面 not an area: ${given?.type ?? 'null'}` }
  const stored = geoJsonToStored(system, given) as Polygon | MultiPolygon
  const shape = multi(stored)
  const [before, after] = [positions(multi(given)), positions(shape)]
  const shiftM = before.reduce((most, from, i) => Math.max(most, haversineM(from, after[i] ?? from)), 0)
  return { row, key: code, channel: system, item: { code, name, shape: snapped(shape), shiftM } }
}

const fillBorder = async (tx: Transaction<unknown>, { code, shape }: Border): Promise<boolean> => {
  const json = JSON.stringify({ type: 'MultiPolygon', coordinates: shape })
  const geometry = `st_setsrid(st_geomfromgeojson($2::text), 4326)`
  const filled = await raw(tx, `update kernel.district set geom = ${geometry} where code = $1 and geom is null`, [code, json])
  if (filled.count === 0) {
    const { rows } = await raw<{ isSame: boolean }>(
      tx,
      `select st_equals(geom, ${geometry}) as "isSame" from kernel.district where code = $1`,
      [code, json],
    )
    if (!rows[0]?.isSame) throw new Refused(refuse('kernel.check', { rule: `区划${code}已有另一条边界,请用“网格调整”` }))
    return false
  }
  await raw(
    tx,
    `update kernel.area set geom = ${geometry}, area_m2 = round(st_area(${geometry}::geography)::numeric, 1) where level = 'district' and code = $1 and valid_to is null and geom is null`,
    [code, json],
  )
  return true
}
/** Why PostGIS does not take it as an area. */
const findFault = async (tx: Transaction<unknown>, shape: MultiPolygonCoords): Promise<string | undefined> => {
  const { rows } = await raw<{ reason: string }>(tx, `select st_isvalidreason(st_geomfromgeojson($1::text)) as reason`, [
    JSON.stringify({ type: 'MultiPolygon', coordinates: shape }),
  ])
  return rows[0]?.reason === 'Valid Geometry' ? undefined : rows[0]?.reason
}

async function* each(one: Entry<Border> | Bad): AsyncGenerator<Entry<Border> | Bad> {
  yield one
}
const readFeatures = (job: Job, system: CoordinateSystem): readonly (Entry<Border> | Bad)[] => {
  const json = readJson(job.file) as FeatureCollection | Feature
  const features = json.type === 'FeatureCollection' ? json.features : json.type === 'Feature' ? [json] : undefined
  if (!features) throw new ImportError('不是 GeoJSON 要素或要素集', 'not a GeoJSON Feature or FeatureCollection')
  return features.map((f, i) => readBorder(f, i + 1, system, features.length === 1 ? job.option('district') : undefined))
}

const hasNoCells = async (tx: Transaction<unknown>, district: string): Promise<boolean> =>
  (await raw(tx, `select 1 from kernel.area where district = $1 and level = 'cell' limit 1`, [district])).rows.length === 0

/** Everything of one border; a batch is one border, so that checking and writing are one thing. */
const putBorder = async (
  tx: Transaction<unknown>,
  border: Border,
  today: string,
  wantsCells: boolean,
): Promise<Written & { readonly cells: number }> => {
  const fault = await findFault(tx, border.shape)
  if (fault) throw new Refused(refuse('kernel.check', { rule: `边界无效 invalid border: ${fault}` }))
  const isNew = (await writeDistrict(tx, border, today)) || (await fillBorder(tx, border))
  const box = boxOf(positions(border.shape))
  const cells = wantsCells && box && (await hasNoCells(tx, border.code)) ? await writeLattice(tx, border.code, box, today) : 0
  return { id: null, isKnown: !isNew && cells === 0, cells }
}

export const areas: Kind = {
  id: 'areas',
  zh: '区划边界 GeoJSON → 区划、网格',
  en: 'district borders → districts, areas, cells',
  options: {
    crs: `坐标系(默认CGCS2000) one of ${COORDINATE_SYSTEMS.join(', ')}`,
    district: '边界只有一条且无代码时的区划代码 code of a single border without one',
    cells: '生成约1万平方米的网格 make a lattice of cells',
  },
  run: async (job) => {
    const { kernel } = job
    const system = systemOf(job)
    const wantsCells = job.option('cells') !== undefined
    const today = dayOf(kernel, '000000', kernel.now())
    const read = readFeatures(job, system)
    const tally = { read: 0, added: 0, known: 0, refused: 0 }
    let cells = 0
    // A district is a tenant: each is a run of its own, in a transaction of its own.
    for (const one of read) {
      const district = 'item' in one ? one.item.code : '000000'
      const summary = await runBatches<Border, Written & { readonly cells: number }>(
        { ...job, progress: () => undefined },
        {
          importId: wantsCells ? 'areas+cells' : 'areas',
          district,
          rows: each(one),
          prepare: (tx, { item }) => putBorder(tx, item, today, wantsCells),
          write: async (_tx, written) => {
            cells += written[0]?.cells ?? 0
            return written
          },
        },
      )
      for (const name of ['read', 'added', 'known', 'refused'] as const) tally[name] += summary[name]
      if (summary.added > 0) await tellAreas(kernel, district)
      job.progress(tally.read, read.length)
    }
    const shiftM = read.reduce((most, one) => Math.max(most, 'item' in one ? one.item.shiftM : 0), 0)
    const notes = [{ zh: `${system} → CGCS2000,最大改正 ${shiftM.toFixed(1)} 米`, en: `largest shift ${shiftM.toFixed(1)} m` }]
    if (wantsCells) notes.push({ zh: `生成网格 ${cells} 个`, en: `${cells} cells made` })
    return { ...tally, byChannel: new Map([[system, tally]]), notes }
  },
}
