/**
 * GBFS 3.0 (MobilityData, General Bikeshare Feed Specification): public bikes as open data, and the fences of shared bikes. Docked bikes
 * are counted by station; where a single bike is is not published, and there are no free-floating ones of ours.
 */
import { dayText, raw, type WorkContext } from '#kernel'

export const gbfsVersion = '3.0'
export const feedNames = [
  'gbfs',
  'gbfs_versions',
  'system_information',
  'vehicle_types',
  'station_information',
  'station_status',
  'geofencing_zones',
] as const
export type FeedName = (typeof feedNames)[number]
export interface Site {
  /** Address below which the feeds are, without a slash at the end. */
  readonly base: string
  readonly email: string
}
const bicycle = 'bicycle'
const said = (text: string) => [{ text, language: 'zh-CN' }]
interface StationRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly docks: number
  readonly mode: string
  readonly lon: number
  readonly lat: number
  readonly parked: number
  readonly disabled: number
  readonly seenAt: Date | null
}
const stationSql = `select s.id, s.code, s.name, s.docks, s.mode, s.lon, s.lat,
    (select count(*)::int from bikes.bike_now b where b.station = s.id and b.state = 'docked') as parked,
    (select count(distinct r.dock_no)::int from bikes.repair r where r.station = s.id and r.what = 'dock' and r.status = 'open') as disabled,
    (select max(l.at) from bikes.level l where l.station = s.id) as "seenAt"
  from bikes.station s where s.retired_at is null and s.lon is not null and s.opened_on <= $1::date order by s.code`
const stationsOf = async ({ tx, now }: WorkContext): Promise<readonly StationRow[]> =>
  (await raw<StationRow>(tx, stationSql, [dayText(now)])).rows
const fenceSql = `select name, kind, st_asgeojson(st_multi(st_forcepolygonccw(geom)), 7) as geometry from bikes.fence where retired_at is null and geom is not null order by name`

const makers: Readonly<Record<FeedName, (ctx: WorkContext, site: Site) => Promise<unknown>>> = {
  gbfs: async (_, { base }) => ({ feeds: feedNames.map((name) => ({ name, url: `${base}/${name}.json` })) }),
  gbfs_versions: async (_, { base }) => ({ versions: [{ version: gbfsVersion, url: `${base}/gbfs.json` }] }),
  system_information: async ({ tx, district }, { email }) => {
    const { rows } = await raw<{ name: string }>(tx, 'select name from kernel.district where code = $1', [district])
    return {
      system_id: `public-bike-${district}`,
      languages: ['zh-CN'],
      name: said(`${rows[0]?.name ?? district}公共自行车`),
      opening_hours: '24/7',
      feed_contact_email: email,
      timezone: 'Asia/Shanghai',
    }
  },
  vehicle_types: async () => ({
    vehicle_types: [
      {
        vehicle_type_id: bicycle,
        form_factor: 'bicycle',
        propulsion_type: 'human',
        name: said('公共自行车'),
        wheel_count: 2,
        return_constraint: 'any_station',
      },
    ],
  }),
  station_information: async (ctx) => ({
    stations: (await stationsOf(ctx)).map((s) => ({
      station_id: s.code,
      name: said(s.name),
      lat: s.lat,
      lon: s.lon,
      capacity: s.docks,
      vehicle_docks_capacity: [{ vehicle_type_ids: [bicycle], count: s.docks }],
    })),
  }),
  station_status: async (ctx) => ({
    stations: (await stationsOf(ctx)).map((s) => {
      const free = Math.max(0, s.docks - s.parked - s.disabled)
      return {
        station_id: s.code,
        num_vehicles_available: s.parked,
        vehicle_types_available: [{ vehicle_type_id: bicycle, count: s.parked }],
        num_docks_available: free,
        num_docks_disabled: s.disabled,
        vehicle_docks_available: [{ vehicle_type_ids: [bicycle], count: free }],
        is_installed: true,
        is_renting: true,
        is_returning: free > 0 || s.mode === 'bluetooth',
        last_reported: (s.seenAt ?? ctx.now).toISOString(),
      }
    }),
  }),
  geofencing_zones: async ({ tx }) => {
    const { rows } = await raw<{ name: string; kind: 'park' | 'ban'; geometry: string }>(tx, fenceSql, [])
    const rule = (isEndAllowed: boolean) => ({
      ride_start_allowed: true,
      ride_end_allowed: isEndAllowed,
      ride_through_allowed: true,
    })
    return {
      geofencing_zones: {
        type: 'FeatureCollection',
        features: rows.map((r) => ({
          type: 'Feature',
          geometry: JSON.parse(r.geometry) as unknown,
          properties: { name: said(r.name), rules: [rule(r.kind === 'park')] },
        })),
      },
      global_rules: [rule(true)],
    }
  },
}
const ttlSeconds = 30
/** One feed with its envelope. */
export const makeFeed = async (ctx: WorkContext, name: FeedName, site: Site) => ({
  last_updated: ctx.now.toISOString(),
  ttl: ttlSeconds,
  version: gbfsVersion,
  data: await makers[name](ctx, site),
})
