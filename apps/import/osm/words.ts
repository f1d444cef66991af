/** What OpenStreetMap's tags are in our words. Tables only; what is not in them is said to be so, never guessed. */
import type { placeKinds, roadClasses } from '#domains/grid/registers.ts'

export type RoadClass = keyof typeof roadClasses
export type PlaceKind = keyof typeof placeKinds
type Tags = Readonly<Record<string, string>>

/** CJJ 37 classes by how OSM uses its own in China (wiki: Zh-hans:Key:highway). */
const roadClassOf: Readonly<Record<string, RoadClass>> = {
  motorway: 'trunk',
  motorway_link: 'trunk',
  trunk: 'trunk',
  trunk_link: 'trunk',
  primary: 'trunk',
  primary_link: 'trunk',
  secondary: 'secondary',
  secondary_link: 'secondary',
  tertiary: 'branch',
  tertiary_link: 'branch',
  unclassified: 'branch',
  road: 'branch',
  residential: 'lane',
  living_street: 'lane',
  service: 'lane',
  track: 'lane',
  cycleway: 'slow',
  footway: 'pavement',
  pedestrian: 'pavement',
  path: 'pavement',
  steps: 'pavement',
}
export const findRoadClass = (tags: Tags): RoadClass | undefined => roadClassOf[tags.highway ?? '']

const placeKindOf: readonly (readonly [key: string, values: readonly string[], kind: PlaceKind])[] = [
  ['railway', ['station', 'subway_entrance', 'stop'], 'metro'],
  ['station', ['subway', 'light_rail'], 'metro'],
  ['amenity', ['bus_station', 'ferry_terminal'], 'hub'],
  ['aeroway', ['terminal', 'aerodrome'], 'hub'],
  ['amenity', ['school', 'kindergarten', 'university', 'college'], 'school'],
  ['amenity', ['hospital', 'clinic'], 'hospital'],
  ['shop', ['mall', 'supermarket', 'department_store'], 'mall'],
  ['amenity', ['marketplace'], 'mall'],
  ['tourism', ['attraction', 'museum', 'zoo', 'theme_park', 'gallery'], 'scenic'],
  ['leisure', ['park', 'garden', 'stadium'], 'scenic'],
  ['amenity', ['townhall', 'courthouse', 'police', 'post_office', 'library'], 'window'],
]
/** 地铁站台 without a `railway` tag are told by `public_transport`; bus stops have `highway=bus_stop` and are no key points. */
export const findPlaceKind = (tags: Tags): PlaceKind | undefined => {
  const found = placeKindOf.find(([key, values]) => values.includes(tags[key] ?? ''))
  if (found) return found[2]
  return tags.public_transport === 'stop_position' && tags.bus !== 'yes' && tags.highway === undefined ? 'metro' : undefined
}

const buildingKindOf: Readonly<Record<string, string>> = {
  residential: '住宅',
  apartments: '住宅',
  house: '住宅',
  dormitory: '宿舍',
  school: '学校',
  kindergarten: '学校',
  university: '学校',
  college: '学校',
  office: '办公',
  commercial: '商业',
  retail: '商业',
  supermarket: '商业',
  hotel: '酒店',
  hospital: '医院',
  civic: '公共建筑',
  public: '公共建筑',
  government: '公共建筑',
  industrial: '厂房',
  warehouse: '仓库',
  train_station: '车站',
}
/** `building=yes` says nothing of its use. */
export const buildingKind = (tags: Tags): string => buildingKindOf[tags.building ?? ''] ?? '未注明'

const placeKeys = ['amenity', 'shop', 'tourism', 'leisure', 'office', 'railway', 'public_transport', 'historic']
/** A named thing that people go to. */
export const isPlace = (tags: Tags): boolean => tags.name !== undefined && placeKeys.some((key) => key in tags)
