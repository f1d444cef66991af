/** Registers as tile layers over the ground. */
import type { ExpressionSpecification, MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import { tileSource } from '#kernel/web/map/ground.ts'
import type { DefinitionMeta } from '#kernel/web/types.ts'

const palette = ['#0b7285', '#a61e4d', '#5f3dc4', '#2b8a3e', '#d9480f', '#364fc7', '#862e9c', '#5c940d', '#9c5221', '#1864ab']
export const layerColour = (index: number): string => palette[index % palette.length] ?? '#364fc7'
export const minZoomOf = (d: DefinitionMeta): number => (d.geometry === 'Point' ? 14 : 12)
const id = (d: DefinitionMeta): string => `layer ${d.id}`
const name: ExpressionSpecification = ['coalesce', ['get', 'name'], '']

const addPoint = (map: MapLibre, d: DefinitionMeta, colour: string): void => {
  const from = { source: id(d), 'source-layer': d.id, minzoom: minZoomOf(d) } as const
  map.addLayer(
    {
      id: id(d),
      type: 'circle',
      ...from,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, 2.5, 18, 6],
        'circle-color': colour,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 1,
      },
    },
    'points-halo',
  )
  map.addLayer({
    id: `${id(d)} name`,
    type: 'symbol',
    ...from,
    minzoom: 17,
    layout: {
      'text-field': name,
      'text-size': 11,
      'text-offset': [0, 1],
      'text-anchor': 'top',
      'text-max-width': 10,
      'text-optional': true,
    },
    paint: { 'text-color': colour, 'text-halo-color': '#ffffff', 'text-halo-width': 1.2 },
  })
}
const addShape = (map: MapLibre, d: DefinitionMeta, colour: string): void => {
  const from = { source: id(d), 'source-layer': d.id, minzoom: minZoomOf(d) } as const
  if (d.geometry === 'LineString')
    map.addLayer(
      { id: id(d), type: 'line', ...from, paint: { 'line-color': colour, 'line-width': 3, 'line-opacity': 0.7 } },
      'points-halo',
    )
  else
    map.addLayer(
      { id: id(d), type: 'fill', ...from, paint: { 'fill-color': colour, 'fill-opacity': 0.25, 'fill-outline-color': colour } },
      'points-halo',
    )
}
export const addRegister = (map: MapLibre, d: DefinitionMeta, colour: string): void => {
  if (map.getSource(id(d))) return
  map.addSource(id(d), tileSource(d.id))
  if (d.geometry === 'Point') addPoint(map, d, colour)
  else addShape(map, d, colour)
}
export const dropRegister = (map: MapLibre, d: DefinitionMeta): void => {
  for (const layer of [`${id(d)} name`, id(d)]) if (map.getLayer(layer)) map.removeLayer(layer)
  if (map.getSource(id(d))) map.removeSource(id(d))
}
export interface Found {
  readonly definition: string
  readonly id: string
}
/** What was clicked: the object on top of the register layers that are on. */
export const objectAt = (
  map: MapLibre,
  point: { readonly x: number; readonly y: number },
  shown: readonly DefinitionMeta[],
): Found | undefined => {
  const layers = shown.map(id).filter((l) => map.getLayer(l))
  if (layers.length === 0) return undefined
  const reach = 4
  const box: [[number, number], [number, number]] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ]
  const hit: MapGeoJSONFeature | undefined = map.queryRenderedFeatures(box, { layers })[0]
  const row: unknown = hit?.properties.id
  return hit?.sourceLayer && typeof row === 'string' ? { definition: hit.sourceLayer, id: row } : undefined
}
