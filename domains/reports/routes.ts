/** Routes of reports. */
import { type BoundRoute, bind } from '#kernel'
import { sectionsRoute, thenNowRoute } from './route-contract.ts'
import { readSections } from './sections.ts'
import { thenAndNow } from './then-now.ts'

export const reportRoutes = (): readonly BoundRoute[] => [
  bind(sectionsRoute, ({ year }, ctx) => ctx.work(({ tx }) => readSections(tx, year))),
  bind(thenNowRoute, ({ id }, ctx) => ctx.work((work) => thenAndNow(work, id))),
]
