/** Many points as heat or as clusters; a window of days chooses which. */
import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, MapLayerMouseEvent, Map as MapLibre } from 'maplibre-gl'

export type DensityMode = 'heat' | 'cluster'
export type Packed = readonly (readonly [number, number, number])[]
const source = 'density'
const layers = ['density heat', 'density cluster', 'density count', 'density one'] as const
/** Points of the days [first, last]. */
export const within = (points: Packed, first: number, last: number): FeatureCollection => ({
  type: 'FeatureCollection',
  features: points
    .filter(([, , day]) => day >= first && day <= last)
    .map(([lon, lat]) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon / 1e6, lat / 1e6] }, properties: {} })),
})
export const dropDensity = (map: MapLibre): void => {
  for (const layer of layers) if (map.getLayer(layer)) map.removeLayer(layer)
  if (map.getSource(source)) map.removeSource(source)
}
const addHeat = (map: MapLibre): void => {
  map.addLayer(
    {
      id: 'density heat',
      type: 'heatmap',
      source,
      paint: {
        'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 10, 10, 13, 24, 16, 48],
        'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 10, 0.25, 15, 1],
        'heatmap-opacity': 0.75,
      },
    },
    'points-halo',
  )
}
/** Zooms to where a cluster falls apart. */
const openCluster = (map: MapLibre) => (event: MapLayerMouseEvent) => {
  const feature = event.features?.[0]
  if (feature?.geometry.type !== 'Point') return
  const [lon = 0, lat = 0] = feature.geometry.coordinates
  map
    .getSource<GeoJSONSource>(source)
    ?.getClusterExpansionZoom(Number(feature.properties.cluster_id))
    .then((zoom) => map.easeTo({ center: [lon, lat], zoom }))
    .catch(() => undefined)
}
const addClusters = (map: MapLibre): void => {
  map.addLayer({
    id: 'density cluster',
    type: 'circle',
    source,
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': ['step', ['get', 'point_count'], '#1d5fbf', 50, '#b06f00', 300, '#cf222e'],
      'circle-radius': ['step', ['get', 'point_count'], 14, 50, 19, 300, 26],
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1.5,
    },
  })
  map.addLayer({
    id: 'density count',
    type: 'symbol',
    source,
    filter: ['has', 'point_count'],
    layout: { 'text-field': ['to-string', ['get', 'point_count']], 'text-size': 12 },
    paint: { 'text-color': '#ffffff' },
  })
  map.addLayer({
    id: 'density one',
    type: 'circle',
    source,
    filter: ['!', ['has', 'point_count']],
    paint: { 'circle-radius': 4, 'circle-color': '#1d5fbf', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 1 },
  })
}
export const showDensity = (map: MapLibre, mode: DensityMode): void => {
  dropDensity(map)
  map.addSource(source, {
    type: 'geojson',
    data: within([], 0, 0),
    ...(mode === 'cluster' ? { cluster: true, clusterRadius: 46, clusterMaxZoom: 17 } : {}),
  })
  if (mode === 'heat') addHeat(map)
  else addClusters(map)
}
export const setDensity = (map: MapLibre, data: FeatureCollection): void => {
  map.getSource<GeoJSONSource>(source)?.setData(data)
}
export const followClusters = (map: MapLibre): void => {
  map.on('click', 'density cluster', openCluster(map))
}
