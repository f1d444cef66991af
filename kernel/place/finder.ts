/**
 * Where is this point: the one unit grid cell (15 digits) that holds it today, found in memory (PostGIS stays the source of truth,
 * see `kernel/geo/locate.ts`). Reloaded when the areas of a district change.
 */
import { type Database, raw } from '../db/index.ts'
import { reject } from '../errors.ts'
import { createLocator, type Locator } from '../geo/index.ts'

export interface Place {
  readonly areaCode: string
  readonly lon: number
  readonly lat: number
}
export interface PlaceFinder {
  /** The cell of a point, or undefined outside the district. */
  readonly find: (district: string, lon: number, lat: number) => string | undefined
  /** The cell of a point; a refusal with the place when it lies outside. */
  readonly get: (district: string, lon: number, lat: number) => string
  readonly reload: (district: string) => Promise<void>
  readonly names: (district: string) => ReadonlyMap<string, string>
}

interface Loaded {
  readonly day: string
  readonly locator: Locator
  readonly names: ReadonlyMap<string, string>
}
const load = async (db: Database, district: string, today: string): Promise<Loaded> =>
  db.withDistricts([district], async (tx) => {
    const { rows } = await raw<{ code: string; name: string; level: string; shape: string | null }>(
      tx,
      `select code, name, level, case when level = 'cell' then st_asgeojson(geom, 8) end as shape
       from kernel.area where district = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
      [district, today],
    )
    const cells = rows.flatMap((r) =>
      r.shape ? [{ code: r.code, polygon: (JSON.parse(r.shape) as { coordinates: number[][][][] }).coordinates as never }] : [],
    )
    return { day: today, locator: createLocator(cells), names: new Map(rows.map((r) => [r.code, r.name])) }
  })

/** Told with the district's code when its areas were redrawn. */
export const areaChannel = 'cityloop_areas'

export const createPlaceFinder = async (
  db: Database,
  districts: readonly string[],
  today: () => string,
  onError: (error: unknown) => void,
): Promise<PlaceFinder> => {
  const loaded = new Map<string, Loaded>()
  const running = new Map<string, Promise<void>>()
  /** One reading after another, so that an older one never overwrites a newer. */
  const reload = (district: string): Promise<void> => {
    const next = (running.get(district) ?? Promise.resolve())
      // One that failed is its caller's to hear of; this one reads all the same.
      .catch(() => undefined)
      .then(() => load(db, district, today()))
      .then((read) => void loaded.set(district, read))
      .finally(() => {
        if (running.get(district) === next) running.delete(district)
      })
    running.set(district, next)
    return next
  }
  for (const district of districts) await reload(district)
  const refresh = (district: string): void => {
    reload(district).catch((error: unknown) => onError(error))
  }
  await db.listen(areaChannel, refresh)
  /** Areas begin and end at midnight: the first look of a new day has them read again. */
  const fresh = (district: string): Loaded | undefined => {
    const known = loaded.get(district)
    if (known && known.day !== today() && !running.has(district)) refresh(district)
    return known
  }
  const find: PlaceFinder['find'] = (district, lon, lat) => {
    const locator = fresh(district)?.locator
    const index = locator?.locate(lon, lat) ?? -1
    return index < 0 ? undefined : locator?.codes[index]
  }
  return {
    find,
    get: (district, lon, lat) =>
      find(district, lon, lat) ??
      reject('kernel.outside', { lon, lat, district: loaded.get(district)?.names.get(district) ?? district }),
    reload,
    names: (district) => loaded.get(district)?.names ?? new Map(),
  }
}
