/** Names of areas, once each and in the middle of the part that is seen: tiles cut areas, and a name per piece would repeat. */
import type { Feature, FeatureCollection, Point, Position } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'

interface Extent {
  readonly name: string
  readonly level: string
  west: number
  south: number
  east: number
  north: number
}
type Nested = Position | readonly Nested[]
const widen = (extent: Extent, coordinates: Nested): void => {
  const [x, y] = coordinates
  if (typeof x === 'number' && typeof y === 'number') {
    extent.west = Math.min(extent.west, x)
    extent.east = Math.max(extent.east, x)
    extent.south = Math.min(extent.south, y)
    extent.north = Math.max(extent.north, y)
  } else for (const part of coordinates as readonly Nested[]) widen(extent, part)
}
const extentsIn = (map: MapLibre): readonly Extent[] => {
  const extents = new Map<string, Extent>()
  for (const feature of map.querySourceFeatures('areas', { sourceLayer: 'areas', filter: ['!=', ['get', 'level'], 'cell'] })) {
    const { code, name, level } = feature.properties as { code: string; name: string; level: string }
    const extent = extents.get(code) ?? { name, level, west: 180, south: 90, east: -180, north: -90 }
    if (feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon')
      widen(extent, feature.geometry.coordinates)
    extents.set(code, extent)
  }
  return [...extents.values()]
}
const labels = (map: MapLibre): FeatureCollection => {
  const view = map.getBounds()
  const round = (v: number): number => Math.round(v * 1e5) / 1e5
  const features = extentsIn(map).flatMap((e): Feature<Point>[] => {
    const west = Math.max(e.west, view.getWest())
    const east = Math.min(e.east, view.getEast())
    const south = Math.max(e.south, view.getSouth())
    const north = Math.min(e.north, view.getNorth())
    if (west >= east || south >= north) return []
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [round((west + east) / 2), round((south + north) / 2)] },
        properties: { name: e.name, level: e.level },
      },
    ]
  })
  return { type: 'FeatureCollection', features }
}
/** Keeps the names in place while the map moves; the style has an empty source `area-names`. */
export const followAreaNames = (map: MapLibre): void => {
  let last = ''
  map.on('idle', () => {
    const next = labels(map)
    const text = JSON.stringify(next)
    if (text === last) return
    last = text
    map.getSource<GeoJSONSource>('area-names')?.setData(next)
  })
}
