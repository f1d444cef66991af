/** A line or an area being drawn: its corners on the map, its measure, and back as GeoJSON. */
import type { FeatureCollection, Position } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { areaM2, lengthM } from '../../contract.ts'

export type ShapeKind = 'line' | 'area'
export interface Shape {
  readonly type: 'LineString' | 'Polygon' | 'MultiPolygon' | 'MultiLineString'
  readonly coordinates: unknown
}
export const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value
/** The corners that can still be moved: those of a single line or of an area's outer ring. */
export const cornersOf = (shape: Shape | null): readonly Position[] => {
  if (shape?.type === 'LineString') return shape.coordinates as Position[]
  if (shape?.type === 'Polygon') return ((shape.coordinates as Position[][])[0] ?? []).slice(0, -1)
  return []
}
export const shapeOf = (kind: ShapeKind, corners: readonly Position[]): Shape | null => {
  if (kind === 'line') return corners.length >= 2 ? { type: 'LineString', coordinates: [...corners] } : null
  const [first] = corners
  return first && corners.length >= 3 ? { type: 'Polygon', coordinates: [[...corners, first]] } : null
}
/** Metres of a line, square metres of an area; 0 while it is neither yet. */
export const measureOf = (shape: Shape | null): number => {
  switch (shape?.type) {
    case 'LineString':
      return lengthM(shape.coordinates as never)
    case 'MultiLineString':
      return (shape.coordinates as never[]).reduce((sum: number, line) => sum + lengthM(line), 0)
    case 'Polygon':
      return areaM2([shape.coordinates] as never)
    case 'MultiPolygon':
      return areaM2(shape.coordinates as never)
    default:
      return 0
  }
}
/** Reads GeoJSON as another program writes it: a geometry, a feature, or the first feature of a collection. */
export const readShape = (text: string, kind: ShapeKind): Shape | undefined => {
  const parsed = JSON.parse(text) as Record<string, unknown>
  const feature = parsed.type === 'FeatureCollection' ? (parsed.features as Record<string, unknown>[])[0] : parsed
  const geometry = feature?.type === 'Feature' ? feature.geometry : feature
  const wanted = kind === 'line' ? ['LineString', 'MultiLineString'] : ['Polygon', 'MultiPolygon']
  return isShape(geometry) && wanted.includes(geometry.type) ? geometry : undefined
}

const collection = (shape: Shape | null, corners: readonly Position[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    ...(shape ? [{ type: 'Feature' as const, geometry: shape as never, properties: {} }] : []),
    ...corners.map((at) => ({ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: at }, properties: {} })),
  ],
})
const colour = '#1d5fbf'
export const showShape = (map: MapLibre, shape: Shape | null, corners: readonly Position[]): void => {
  const source = map.getSource<GeoJSONSource>('shape')
  if (source) {
    source.setData(collection(shape, corners))
    return
  }
  map.addSource('shape', { type: 'geojson', data: collection(shape, corners) })
  map.addLayer({
    id: 'shape-area',
    type: 'fill',
    source: 'shape',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': colour, 'fill-opacity': 0.18 },
  })
  map.addLayer({
    id: 'shape-line',
    type: 'line',
    source: 'shape',
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': colour, 'line-width': 2.5 },
  })
  map.addLayer({
    id: 'shape-corner',
    type: 'circle',
    source: 'shape',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5, 'circle-color': '#ffffff', 'circle-stroke-color': colour, 'circle-stroke-width': 2 },
  })
}
