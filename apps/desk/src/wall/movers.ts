/** Vehicles and people on the wall: asked for every few seconds, gliding in between; the same two arrays for a week. */
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'

export type Mover = readonly [id: string, lon: number, lat: number]
interface Glide {
  fromLon: number
  fromLat: number
  toLon: number
  toLat: number
}
const source = 'movers'
const stepMs = 500
export interface Movers {
  readonly set: (movers: readonly Mover[]) => void
  readonly stop: () => void
}
/** @param everyMs how long a glide takes: until the next answer is due. */
export const showMovers = (map: MapLibre, everyMs: number): Movers => {
  const glides = new Map<string, Glide>()
  let startedAt = 0
  map.addSource(source, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  map.addLayer(
    {
      id: source,
      type: 'circle',
      source,
      paint: { 'circle-radius': 4, 'circle-color': '#3fc1c9', 'circle-stroke-color': '#0b0f15', 'circle-stroke-width': 1 },
    },
    'points-halo',
  )
  const draw = (): void => {
    const part = Math.min(1, (performance.now() - startedAt) / everyMs)
    map.getSource<GeoJSONSource>(source)?.setData({
      type: 'FeatureCollection',
      features: [...glides.values()].map((g) => ({
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Point',
          coordinates: [g.fromLon + (g.toLon - g.fromLon) * part, g.fromLat + (g.toLat - g.fromLat) * part],
        },
      })),
    })
  }
  const timer = setInterval(() => {
    if (!document.hidden && glides.size > 0 && performance.now() - startedAt < everyMs + stepMs) draw()
  }, stepMs)
  return {
    set: (movers) => {
      const part = Math.min(1, (performance.now() - startedAt) / everyMs)
      const there = new Set(movers.map(([id]) => id))
      for (const id of glides.keys()) if (!there.has(id)) glides.delete(id)
      for (const [id, lon6, lat6] of movers) {
        const [toLon, toLat] = [lon6 / 1e6, lat6 / 1e6]
        const known = glides.get(id)
        glides.set(id, {
          fromLon: known ? known.fromLon + (known.toLon - known.fromLon) * part : toLon,
          fromLat: known ? known.fromLat + (known.toLat - known.fromLat) * part : toLat,
          toLon,
          toLat,
        })
      }
      startedAt = performance.now()
      draw()
    },
    stop: () => clearInterval(timer),
  }
}
