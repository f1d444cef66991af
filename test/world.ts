/** The world of the journeys: every domain of this installation. */
import { domains } from '#apps/server/domains.ts'
import { routesOf } from '#apps/server/routes.ts'
import { createWorld, type World } from '#sim/world.ts'

export const world = (startsAt?: string): Promise<World> => createWorld({ domains, routes: routesOf, startsAt })
export type { Client, World } from '#sim/world.ts'
export { beijing, photo } from '#sim/world.ts'
/** A point in the middle of the small test district. */
export const somewhere = { lon: 119.9073, lat: 31.7261 }
