/** A position with its accuracy as shapes: the dot, and the circle it may lie in. */
import type { Feature, FeatureCollection } from 'geojson'

export type LonLat = readonly [number, number]
const degreeM = 111_320
const corners = 48
const ring = (lon: number, lat: number, radiusM: number): number[][] =>
  Array.from({ length: corners + 1 }, (_, i) => {
    const turn = (i / corners) * 2 * Math.PI
    return [
      lon + (Math.cos(turn) * radiusM) / (degreeM * Math.cos((lat * Math.PI) / 180)),
      lat + (Math.sin(turn) * radiusM) / degreeM,
    ]
  })
export const circleOf = (
  here: { readonly lon: number; readonly lat: number; readonly accuracyM: number } | null,
): FeatureCollection => {
  if (!here) return { type: 'FeatureCollection', features: [] }
  const features: Feature[] = [
    { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring(here.lon, here.lat, here.accuracyM)] } },
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [here.lon, here.lat] } },
  ]
  return { type: 'FeatureCollection', features }
}
