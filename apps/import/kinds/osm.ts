/**
 * A map of OpenStreetMap (`.osm`, `.osm.xml`, `.geojson`; WGS-84) as registers of a district: roads, buildings, key points. Other named
 * places give their name to the building they stand in. A district that is not there is made: the box of the data with a lattice of cells.
 */
import type { FeatureCollection } from 'geojson'
import type { Transaction } from 'kysely'
import { building, keyPoint, road, roadClasses } from '#domains/grid/registers.ts'
import {
  type ChangeSet,
  dayOf,
  editRow,
  newRow,
  Refused,
  type Register,
  raw,
  refuse,
  type WorkContext,
  writeChanges,
} from '#kernel'
import { type LonLat, lengthM } from '#kernel/geo/index.ts'
import { type Entry, runBatches, type Written } from '../batches.ts'
import { needCode, tellAreas, writeDistrict, writeLattice } from '../district.ts'
import { ImportError, type Job, type Kind } from '../job.ts'
import { boxOf, grown, ringOf } from '../lattice.ts'
import { type OsmFeature, positionsOf } from '../osm/feature.ts'
import { buildingKind, findPlaceKind, findRoadClass, isPlace } from '../osm/words.ts'
import { type OsmReading, readOsmXml } from '../osm/xml.ts'
import { importActor } from '../steps.ts'
import { readJson } from './areas.ts'

type Target = 'road' | 'building' | 'key-point' | 'name'
export interface OsmItem {
  readonly target: Target
  readonly feature: OsmFeature
}
const channels: Readonly<Record<Target, string>> = {
  road: '道路 grid.road',
  building: '建筑 grid.building',
  'key-point': '重点点位 grid.key-point',
  name: '建筑名称 names of buildings',
}
const order: readonly Target[] = ['road', 'building', 'key-point', 'name']
const patrolHours = 24

/** What a feature becomes: a road, a building, a key point, a building and a key point, the name of a building, or nothing. */
export const targetsOf = ({ tags, shape }: OsmFeature): readonly Target[] => {
  if (tags.highway !== undefined && shape.type === 'LineString') return ['road']
  const isKeyPoint = isPlace(tags) && findPlaceKind(tags) !== undefined
  if (tags.building !== undefined && shape.type === 'Polygon') return isKeyPoint ? ['building', 'key-point'] : ['building']
  if (isKeyPoint && shape.type !== 'LineString') return ['key-point']
  return isPlace(tags) && shape.type === 'Point' ? ['name'] : []
}
const centre = (feature: OsmFeature): LonLat => {
  const box = boxOf(positionsOf(feature))
  return box ? [(box.west + box.east) / 2, (box.south + box.north) / 2] : [0, 0]
}
const floorsOf = (tags: OsmFeature['tags']): number | null => {
  const floors = Number.parseInt(tags['building:levels'] ?? '', 10)
  return floors >= 0 && floors < 200 ? floors : null
}
const addressOf = (tags: OsmFeature['tags']): string | null =>
  [tags['addr:street'], tags['addr:housenumber']]
    .filter((t) => t)
    .join('')
    .slice(0, 256) || null

const rowOf = (ctx: WorkContext, { target, feature }: OsmItem) => {
  const { id, tags, shape } = feature
  const make = (definition: Register, values: Readonly<Record<string, unknown>>, place: Parameters<typeof newRow>[3]) =>
    newRow(ctx, definition, values, place)
  if (target === 'road' && shape.type === 'LineString') {
    const kind = findRoadClass(tags)
    if (!kind) throw new Refused(refuse('kernel.check', { rule: `不收的道路类别 highway=${tags.highway}` }))
    const name = (tags.name ?? `未命名${roadClasses[kind]}(${id})`).slice(0, 60)
    return make(road, { name, class: kind, lengthM: Math.round(lengthM(shape.coordinates)) }, { geometry: shape })
  }
  if (target === 'building' && shape.type === 'Polygon')
    return make(
      building,
      { name: tags.name?.slice(0, 100) ?? null, kind: buildingKind(tags), floors: floorsOf(tags), address: addressOf(tags) },
      { geometry: shape },
    )
  const [lon, lat] = centre(feature)
  return make(
    keyPoint,
    { name: (tags.name ?? '').slice(0, 60), kind: findPlaceKind(tags), level: 'district', patrolHours, address: addressOf(tags) },
    { lon, lat },
  )
}

/** Names the smallest nameless building around a place; refuses a place that stands in none. */
const nameBuilding = async (ctx: WorkContext, feature: OsmFeature): Promise<Written> => {
  const [lon, lat] = centre(feature)
  const { rows } = await raw<{ id: string; name: string | null }>(
    ctx.tx,
    `select id, name from grid.building where retired_at is null and st_covers(geom, st_setsrid(st_makepoint($1::float8, $2::float8), 4326))
     order by name is not null, st_area(geom) limit 1`,
    [lon, lat],
  )
  const found = rows[0]
  if (!found) throw new Refused(refuse('kernel.check', { rule: `“${feature.tags.name}”不属于重点点位类型,也不在任何建筑内` }))
  if (found.name !== null) return { id: found.id, isKnown: true, reason: `所在建筑已名“${found.name}” its building has a name` }
  await editRow(ctx, building, found.id, { name: (feature.tags.name ?? '').slice(0, 100) }, { reason: `OSM ${feature.id}` })
  return { id: found.id, isKnown: false }
}

interface Prepared {
  readonly set?: ChangeSet
  readonly written: Written
}
/** A station has many doors and two platforms of one name: the first is the key point, the others are known. */
const createTwinFinder = async (job: Job, district: string) => {
  const { rows } = await job.kernel.db.withDistricts([district], (tx) =>
    raw<{ print: string; id: string }>(
      tx,
      `select kind || ' ' || name as print, id from grid.key_point where retired_at is null`,
      [],
    ),
  )
  const seen = new Map(rows.map((r) => [r.print, { key: '', id: r.id }]))
  return (key: string, feature: OsmFeature, id: () => string): string | undefined => {
    const print = `${findPlaceKind(feature.tags)} ${(feature.tags.name ?? '').slice(0, 60)}`
    const known = seen.get(print)
    if (known && known.key !== key) return known.id
    seen.set(print, { key, id: id() })
    return undefined
  }
}
const preparer = async (job: Job, district: string) => {
  const twinOf = await createTwinFinder(job, district)
  return async (tx: Transaction<unknown>, { key, item }: Entry<OsmItem>): Promise<Prepared> => {
    const ctx: WorkContext = { kernel: job.kernel, tx, district, actor: importActor, now: job.kernel.now() }
    if (item.target === 'name') return { written: await nameBuilding(ctx, item.feature) }
    const { set, row } = rowOf(ctx, item)
    const twin = item.target === 'key-point' ? twinOf(key, item.feature, () => row.id) : undefined
    return twin
      ? { written: { id: twin, isKnown: true, reason: '同名同类的点位已有 same name and kind' } }
      : { set, written: { id: row.id, isKnown: false } }
  }
}

const readGeoJson = (file: string): OsmReading => {
  const json = readJson(file) as FeatureCollection
  if (json.type !== 'FeatureCollection') throw new ImportError('不是 GeoJSON 要素集', 'not a GeoJSON FeatureCollection')
  const broken: string[] = []
  const features = json.features.flatMap((f, i): OsmFeature[] => {
    const tags = Object.fromEntries(
      Object.entries(f.properties ?? {}).flatMap(([k, v]) => (k === 'kind' || v === null ? [] : [[k, String(v)]])),
    )
    const id = String(f.id ?? f.properties?.['@id'] ?? `feature/${i + 1}`)
    const { type } = f.geometry ?? {}
    if (type === 'Point' || type === 'LineString' || type === 'Polygon')
      return [{ id, tags, shape: f.geometry as unknown as OsmFeature['shape'] }]
    broken.push(id)
    return []
  })
  return { features, relations: 0, broken }
}

async function* entriesOf(target: Target, features: readonly OsmFeature[]): AsyncGenerator<Entry<OsmItem>> {
  for (const [i, feature] of features.entries())
    if (targetsOf(feature).includes(target))
      yield { row: i + 1, key: `${target} ${feature.id}`, channel: channels[target], item: { target, feature } }
}
/** The district, made over the box of roads and buildings where it is not there: routes lead far out of a map, and their stops with them. */
const ensureDistrict = async (job: Job, code: string, features: readonly OsmFeature[]): Promise<number> => {
  const { kernel } = job
  const ground = features.filter((f) => targetsOf(f).some((t) => t === 'road' || t === 'building'))
  const tight = boxOf(ground.flatMap(positionsOf))
  if (!tight) throw new ImportError('没有道路也没有建筑', 'neither roads nor buildings in the file')
  const box = grown(tight, 5)
  const today = dayOf(kernel, code, kernel.now())
  const cells = await kernel.db.withDistricts([code], async (tx) => {
    const isNew = await writeDistrict(tx, { code, name: job.option('name') ?? `区划${code}`, shape: [[ringOf(box)]] }, today)
    return isNew ? writeLattice(tx, code, box, today) : 0
  })
  await tellAreas(kernel, code)
  return cells
}

export const osm: Kind = {
  id: 'osm',
  zh: 'OpenStreetMap → 道路、建筑、重点点位',
  en: 'OpenStreetMap → roads, buildings, key points',
  options: {
    district: '区划代码(默认320102,没有则按数据范围建立并生成网格) district, made on first use',
    name: '区划名称 its name',
  },
  run: async (job) => {
    const district = needCode(job.option('district') ?? '320102')
    const reading = /\.(geo)?json(\.gz)?$/i.test(job.file) ? readGeoJson(job.file) : await readOsmXml(job.file)
    const cells = await ensureDistrict(job, district, reading.features)
    const prepare = await preparer(job, district)
    const wanted = reading.features.flatMap(targetsOf).length
    const total = { read: 0, added: 0, known: 0, refused: 0 }
    const byChannel = new Map<string, typeof total>()
    // One kind of thing after another: a place can name a building only once it is there.
    for (const target of order) {
      const done = total.read
      const summary = await runBatches<OsmItem, Prepared>(
        { ...job, progress: (n) => job.progress(done + n, wanted) },
        {
          importId: 'osm',
          district,
          rows: entriesOf(target, reading.features),
          prepare,
          write: async (tx, prepared) => {
            await writeChanges(
              tx,
              prepared.flatMap((p) => p.set ?? []),
            )
            return prepared.map((p) => p.written)
          },
        },
      )
      for (const [channel, tally] of summary.byChannel) byChannel.set(channel, { ...tally })
      for (const name of ['read', 'added', 'known', 'refused'] as const) total[name] += summary[name]
    }
    for (const id of reading.broken)
      job.errors.add({ row: 0, key: id, reason: '几何不全或不收的几何 incomplete or unknown geometry' })
    const unused = reading.features.filter((f) => targetsOf(f).length === 0).length
    const notes = [
      {
        zh: `文件中另有 ${unused} 个要素不属于台账(水系、用地、无名点等)、${reading.relations} 个关系未读;新建网格 ${cells} 个`,
        en: `${unused} other features and ${reading.relations} relations are not read; ${cells} cells made`,
      },
    ]
    return { ...total, byChannel, notes }
  },
}
