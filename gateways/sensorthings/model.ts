/**
 * The eight entities of SensorThings 1.1 (OGC 18-088) over what sensing keeps. Every row carries the device and the quantity it is
 * about; a navigation is nothing but the same device, the same quantity, or both.
 */
export type PropertyType = 'text' | 'number' | 'time' | 'json'
export interface EntitySet {
  readonly name: string
  /** Rows with `id`, `device`, `quantity` and the properties, as a subquery; `$1` is the district. */
  readonly sql: string
  readonly properties: Readonly<Record<string, PropertyType>>
  readonly navigation: Readonly<Record<string, Navigation>>
  readonly orderBy: string
}
export interface Navigation {
  readonly set: string
  readonly isMany: boolean
  readonly by: readonly ('device' | 'quantity')[]
}
const many = (set: string, ...by: Navigation['by']): Navigation => ({ set, isMany: true, by })
const one = (set: string, ...by: Navigation['by']): Navigation => ({ set, isMany: false, by })
const kindZh = `coalesce((select k.zh from kernel.code k where k.list = 'device-kind' and k.code = d.kind order by k.valid_from desc limit 1), d.kind)`
const devices = 'from sensing.device d where d.district = $1 and d.retired_at is null'
const point = `json_build_object('type', 'Point', 'coordinates', json_build_array(d.lon, d.lat))`
const keys = 'd.id::text as id, d.id as device, null::text as quantity'
/** A device's pair with a quantity exists once a good reading was counted, or one has just come. */
const streams = `from sensing.device d cross join sensing.quantity q
  where d.district = $1 and d.retired_at is null and q.district = $1 and q.retired_at is null
    and (exists (select from sensing.hourly h where h.district = $1 and h.device = d.id and h.quantity = q.code)
      or (d.id, q.code) in (select t.device, t.quantity from sensing.touched t where t.district = $1))`

const sets: readonly EntitySet[] = [
  {
    name: 'Things',
    sql: `select ${keys}, d.name, ${kindZh} as description, json_build_object('number', d.number, 'kind', d.kind, 'state', d.state) as properties ${devices}`,
    properties: { name: 'text', description: 'text', properties: 'json' },
    navigation: {
      Datastreams: many('Datastreams', 'device'),
      Locations: many('Locations', 'device'),
      HistoricalLocations: many('HistoricalLocations', 'device'),
    },
    orderBy: 'r.id',
  },
  {
    name: 'Locations',
    sql: `select ${keys}, d.name, '安装位置'::text as description, 'application/geo+json'::text as "encodingType", ${point} as location ${devices} and d.lon is not null`,
    properties: { name: 'text', description: 'text', encodingType: 'text', location: 'json' },
    navigation: { Things: many('Things', 'device'), HistoricalLocations: many('HistoricalLocations', 'device') },
    orderBy: 'r.id',
  },
  {
    name: 'HistoricalLocations',
    sql: `select ${keys}, d.created_at as time ${devices} and d.lon is not null`,
    properties: { time: 'time' },
    navigation: { Thing: one('Things', 'device'), Locations: many('Locations', 'device') },
    orderBy: 'r.id',
  },
  {
    name: 'Datastreams',
    sql: `select d.id::text || ':' || q.code as id, d.id as device, q.code as quantity, d.name || ' ' || q.name as name, q.name as description,
      'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement'::text as "observationType",
      json_build_object('name', q.unit, 'symbol', q.unit, 'definition', '') as "unitOfMeasurement", ${point} as "observedArea" ${streams}`,
    properties: { name: 'text', description: 'text', observationType: 'text', unitOfMeasurement: 'json', observedArea: 'json' },
    navigation: {
      Thing: one('Things', 'device'),
      Sensor: one('Sensors', 'device'),
      ObservedProperty: one('ObservedProperties', 'quantity'),
      Observations: many('Observations', 'device', 'quantity'),
    },
    orderBy: 'r.device, r.quantity',
  },
  {
    name: 'Sensors',
    sql: `select ${keys}, concat_ws(' ', d.maker, d.model, d.number) as name, ${kindZh} as description, 'text/html'::text as "encodingType",
      concat_ws(' ', d.maker, d.model) as metadata ${devices}`,
    properties: { name: 'text', description: 'text', encodingType: 'text', metadata: 'text' },
    navigation: { Datastreams: many('Datastreams', 'device') },
    orderBy: 'r.id',
  },
  {
    name: 'ObservedProperties',
    sql: `select q.code as id, null::uuid as device, q.code as quantity, q.name, 'urn:cityloop:quantity:' || q.code as definition,
      concat_ws(',', q.name, nullif(q.unit, '')) as description from sensing.quantity q where q.district = $1 and q.retired_at is null`,
    properties: { name: 'text', definition: 'text', description: 'text' },
    navigation: { Datastreams: many('Datastreams', 'quantity') },
    orderBy: 'r.id',
  },
  {
    name: 'Observations',
    sql: `select o.id::text as id, o.id as key, o.device, o.quantity, o.at as "phenomenonTime", o.at as "resultTime", o.value::float8 as result,
      o.quality as "resultQuality", o.area_code, o.by_id, o.district from sensing.reading o where o.district = $1`,
    properties: { phenomenonTime: 'time', resultTime: 'time', result: 'number', resultQuality: 'text' },
    navigation: { Datastream: one('Datastreams', 'device', 'quantity'), FeatureOfInterest: one('FeaturesOfInterest', 'device') },
    orderBy: 'r."phenomenonTime" desc, r.id desc',
  },
  {
    name: 'FeaturesOfInterest',
    sql: `select ${keys}, d.name, '安装位置'::text as description, 'application/geo+json'::text as "encodingType", ${point} as feature ${devices} and d.lon is not null`,
    properties: { name: 'text', description: 'text', encodingType: 'text', feature: 'json' },
    navigation: { Observations: many('Observations', 'device') },
    orderBy: 'r.id',
  },
]
export const entitySets: ReadonlyMap<string, EntitySet> = new Map(sets.map((s) => [s.name, s]))
