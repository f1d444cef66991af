/** The shapes every geo function takes: GeoJSON coordinate arrays, degrees, longitude first (EPSG:4490/4326). */

/** `[longitude, latitude]` in degrees. */
export type LonLat = readonly [lon: number, lat: number]
export type LineCoords = readonly LonLat[]
/** Closed: the first position comes again at the end. */
export type RingCoords = readonly LonLat[]
/** Outer ring first, then holes; either winding is accepted. */
export type PolygonCoords = readonly RingCoords[]
export type MultiPolygonCoords = readonly PolygonCoords[]
