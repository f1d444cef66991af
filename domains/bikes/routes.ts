/** The vendor's reports, and the nearest painted lines. */
import { type BoundRoute, bind, raw } from '#kernel'
import { distanceM } from '#kernel/geo/index.ts'
import { guideRoute, moveRoute } from './contract.ts'
import { takeMove } from './move.ts'
import { directions } from './words.ts'

interface LineRow {
  readonly road: string
  readonly capacity: number
  readonly direction: keyof typeof directions
  readonly note: string | null
  readonly lon: number
  readonly lat: number
}
/** About two kilometres in degrees of latitude. */
const near = 0.02
const most = 10
export const bikesRoutes: readonly BoundRoute[] = [
  bind(moveRoute, (move, ctx) => ctx.work((work) => takeMove(work, move))),
  bind(guideRoute, ({ lon, lat }, ctx) =>
    ctx.work(async ({ tx }) => {
      const { rows } = await raw<LineRow>(
        tx,
        `select road, capacity, direction, note, lon, lat from bikes.line where retired_at is null and lon between $1::float8 - ${near} and $1::float8 + ${near} and lat between $2::float8 - ${near} and $2::float8 + ${near} limit 1000`,
        [lon, lat],
      )
      const lines = rows
        .map(({ lon: x, lat: y, direction, ...r }) => ({
          ...r,
          direction: directions[direction],
          metres: Math.round(distanceM([lon, lat], [x, y])),
        }))
        .sort((a, b) => a.metres - b.metres)
        .slice(0, most)
      return { lines }
    }),
  ),
]
