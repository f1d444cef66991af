/** The pale ground: areas as hairlines, buildings, roads, names. No glyphs: maplibre draws all text from the system's fonts. */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { mapGround } from './config.ts'

interface Palette {
  readonly ground: string
  readonly building: string
  readonly edge: string
  readonly road: string
  readonly casing: string
  readonly border: string
  readonly word: string
  readonly halo: string
}
const light: Palette = {
  ground: '#f4f3ef',
  building: '#e6e3dc',
  edge: '#d8d4cb',
  road: '#ffffff',
  casing: '#d4d0c6',
  border: '#8e86a8',
  word: '#4b5260',
  halo: '#ffffff',
}
const dark: Palette = {
  ground: '#191d23',
  building: '#252b33',
  edge: '#303742',
  road: '#37404b',
  casing: '#14171c',
  border: '#7d759c',
  word: '#aab3bf',
  halo: '#14171c',
}

export const tileSource = (layer: string): SourceSpecification => ({
  type: 'vector',
  tiles: [`${location.origin}/api/tiles/${layer}/{z}/{x}/{y}`],
  minzoom: 9,
  maxzoom: 17,
})
const roadWidth = (extra: number): LayerSpecification['paint'] => ({
  'line-width': [
    'interpolate',
    ['exponential', 1.6],
    ['zoom'],
    11,
    ['match', ['get', 'class'], 'trunk', 1.6 + extra, 'secondary', 1 + extra, 0.4 + extra],
    18,
    ['match', ['get', 'class'], 'trunk', 28 + extra * 2, 'secondary', 20 + extra * 2, 'branch', 14 + extra * 2, 8 + extra * 2],
  ],
})
const roadLayers = (c: Palette): readonly LayerSpecification[] => {
  const { roads } = mapGround()
  if (!roads) return []
  const from = { source: 'roads', 'source-layer': roads } as const
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      id: 'road-casing',
      type: 'line',
      ...from,
      minzoom: 12,
      layout,
      paint: { 'line-color': c.casing, ...roadWidth(1.2) },
    } as LayerSpecification,
    { id: 'road', type: 'line', ...from, layout, paint: { 'line-color': c.road, ...roadWidth(0) } } as LayerSpecification,
  ]
}
const roadNames = (c: Palette): readonly LayerSpecification[] => {
  const { roads } = mapGround()
  if (!roads) return []
  return [
    {
      id: 'road-name',
      type: 'symbol',
      source: 'roads',
      'source-layer': roads,
      minzoom: 13,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10, 17, 13],
        'text-letter-spacing': 0.15,
        'symbol-spacing': 320,
      },
      paint: { 'text-color': c.word, 'text-halo-color': c.halo, 'text-halo-width': 1.4 },
    },
  ]
}
const buildingLayers = (c: Palette): readonly LayerSpecification[] => {
  const { buildings } = mapGround()
  return buildings
    ? [
        {
          id: 'building',
          type: 'fill',
          source: 'buildings',
          'source-layer': buildings,
          minzoom: 13,
          paint: { 'fill-color': c.building, 'fill-outline-color': c.edge },
        },
      ]
    : []
}
const borders = (c: Palette): readonly LayerSpecification[] => [
  {
    id: 'cell-border',
    type: 'line',
    source: 'areas',
    'source-layer': 'areas',
    minzoom: 15,
    filter: ['==', ['get', 'level'], 'cell'],
    paint: { 'line-color': c.border, 'line-opacity': 0.35, 'line-width': 0.6 },
  },
  {
    id: 'community-border',
    type: 'line',
    source: 'areas',
    'source-layer': 'areas',
    minzoom: 12,
    filter: ['==', ['get', 'level'], 'community'],
    paint: { 'line-color': c.border, 'line-opacity': 0.5, 'line-width': 0.8, 'line-dasharray': [4, 3] },
  },
  {
    id: 'street-border',
    type: 'line',
    source: 'areas',
    'source-layer': 'areas',
    filter: ['==', ['get', 'level'], 'street'],
    paint: { 'line-color': c.border, 'line-opacity': 0.8, 'line-width': 1.4 },
  },
]
const nameRange = { street: { from: 9, to: 15 }, community: { from: 13.5, to: 17.5 } } as const
const areaNames = (c: Palette): readonly LayerSpecification[] =>
  (['community', 'street'] as const).map((level) => ({
    id: `${level}-name`,
    type: 'symbol',
    source: 'area-names',
    minzoom: nameRange[level].from,
    maxzoom: nameRange[level].to,
    filter: ['==', ['get', 'level'], level],
    layout: { 'text-field': ['get', 'name'], 'text-size': level === 'street' ? 15 : 12, 'text-max-width': 12 },
    paint: { 'text-color': level === 'street' ? c.word : c.border, 'text-halo-color': c.halo, 'text-halo-width': 1.6 },
  }))

export const groundStyle = (isDark: boolean): StyleSpecification => {
  const c = isDark ? dark : light
  const { roads, buildings } = mapGround()
  const sources: Record<string, SourceSpecification> = {
    areas: tileSource('areas'),
    'area-names': { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
  }
  if (roads) sources.roads = tileSource(roads)
  if (buildings) sources.buildings = tileSource(buildings)
  return {
    version: 8,
    sources,
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': c.ground } },
      ...buildingLayers(c),
      ...roadLayers(c),
      ...borders(c),
      ...roadNames(c),
      ...areaNames(c),
    ],
  }
}
