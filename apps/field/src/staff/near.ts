/** Components around a place. */
import { listRows } from '#kernel/web/api.ts'
import type { Row } from '#kernel/web/types.ts'
import { metresBetween } from '../place/distance.ts'

const nearSpan = 0.0012
export interface NearComponent {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly category: string
  readonly metres: number
}
/** The nearest first: an officer stands beside the one that is meant. */
export const nearComponents = async (at: { readonly lon: number; readonly lat: number }): Promise<readonly NearComponent[]> => {
  const { rows } = await listRows('grid.component', {
    box: [at.lon - nearSpan, at.lat - nearSpan, at.lon + nearSpan, at.lat + nearSpan],
    limit: 200,
  })
  return rows
    .flatMap((r: Row) =>
      typeof r.lon === 'number' && typeof r.lat === 'number'
        ? [
            {
              id: r.id,
              name: String(r.name),
              code: String(r.code),
              category: String(r.category),
              metres: metresBetween([at.lon, at.lat], [r.lon, r.lat]),
            },
          ]
        : [],
    )
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 30)
}
