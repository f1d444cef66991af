/** A thing of OpenStreetMap, whichever of its two file forms it came in. */
import type { LonLat } from '#kernel/geo/index.ts'

export type OsmShape =
  | { readonly type: 'Point'; readonly coordinates: LonLat }
  | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly LonLat[])[] }
export interface OsmFeature {
  /** `way/27811140`. */
  readonly id: string
  readonly tags: Readonly<Record<string, string>>
  readonly shape: OsmShape
}
export const positionsOf = ({ shape }: OsmFeature): readonly LonLat[] =>
  shape.type === 'Point' ? [shape.coordinates] : shape.type === 'LineString' ? shape.coordinates : shape.coordinates.flat()
