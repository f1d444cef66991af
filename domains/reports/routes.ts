/** Routes of reports. */
import { type BoundRoute, bind } from '#kernel'
import { thenNowRoute } from './route-contract.ts'
import { thenAndNow } from './then-now.ts'

export const reportRoutes = (): readonly BoundRoute[] => [
  bind(thenNowRoute, ({ id }, ctx) => ctx.work((work) => thenAndNow(work, id))),
]
