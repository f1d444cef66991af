/** Rows as points on a map, painted by their light; the chosen one keeps its halo. */
import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, MapLayerMouseEvent, Map as MapLibre } from 'maplibre-gl'
import { type Light, lightColour } from '../light.ts'

export interface MapPoint {
  readonly id: string
  readonly lon: number
  readonly lat: number
  readonly light: Light
  readonly title: string
}
const collection = (points: readonly MapPoint[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: points.map((p) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [p.lon, p.lat] },
    properties: { id: p.id, colour: lightColour[p.light], title: p.title },
  })),
})
export const addPoints = (map: MapLibre, onSelect: (id: string) => void): void => {
  map.addSource('points', { type: 'geojson', data: collection([]) })
  map.addLayer({
    id: 'points-halo',
    type: 'circle',
    source: 'points',
    filter: ['==', ['get', 'id'], ''],
    paint: {
      'circle-radius': 14,
      'circle-color': ['get', 'colour'],
      'circle-opacity': 0.25,
      'circle-stroke-width': 2,
      'circle-stroke-color': ['get', 'colour'],
    },
  })
  map.addLayer({
    id: 'points',
    type: 'circle',
    source: 'points',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 4, 16, 7],
      'circle-color': ['get', 'colour'],
      'circle-stroke-width': 1.5,
      'circle-stroke-color': '#ffffff',
    },
  })
  map.on('click', 'points', (event: MapLayerMouseEvent) => {
    const id: unknown = event.features?.[0]?.properties.id
    if (typeof id === 'string') onSelect(id)
  })
  map.on('mouseenter', 'points', () => {
    map.getCanvas().style.cursor = 'pointer'
  })
  map.on('mouseleave', 'points', () => {
    map.getCanvas().style.cursor = ''
  })
}
export const showPoints = (map: MapLibre, points: readonly MapPoint[]): void => {
  map.getSource<GeoJSONSource>('points')?.setData(collection(points))
}
export const markPoint = (map: MapLibre, id: string | null | undefined): void => {
  if (map.getLayer('points-halo')) map.setFilter('points-halo', ['==', ['get', 'id'], id ?? ''])
}
export const boundsOf = (points: readonly MapPoint[]): [[number, number], [number, number]] | undefined => {
  if (points.length === 0) return undefined
  const lons = points.map((p) => p.lon)
  const lats = points.map((p) => p.lat)
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ]
}
