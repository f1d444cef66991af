/** What bikes does when told by its own procedures. */
import { createRow, editRow, type Listener, listen, one } from '#kernel'
import { bikeMarked, linePainted, towClaimed } from './facts.ts'
import { placeBike } from './move.ts'
import { line, towed } from './registers.ts'

export const bikesListeners = [
  listen(bikeMarked, async ({ bike, state, station }, ctx) => placeBike(ctx, bike, state, station, ctx.now)),
  listen(linePainted, async ({ road, lengthM, capacity, direction, paintedOn, planId, lon, lat }, ctx) => {
    if (await one(ctx.tx, 'select 1 as n from bikes.line where plan = $1', [planId])) return
    await createRow(ctx, line, { road, lengthM, capacity, direction, paintedOn, plan: planId }, { lon, lat })
  }),
  listen(towClaimed, async ({ towed: id, state, feeFen, number }, ctx) => {
    await editRow(ctx, towed, id, { state, feeFen }, { reason: `认领${number}` })
  }),
] as unknown as readonly Listener[]
