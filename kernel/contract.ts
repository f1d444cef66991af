/** The isomorphic façade: what a domain's `contract.ts` and screens may import. Nothing here touches Node or the database. */

export { type Fact, type FactMessage, fact, say } from './define/fact.ts'
export * from './define/field.ts'
export { defineErrors, type ErrorEntry, type Refusal, refusals, refuse } from './errors.ts'
export { areaM2, lengthM } from './geo/measure.ts'
export { type Route, route } from './http/route.ts'
export type { SheetMeta, Shown } from './http/sheet.ts'
export { asked, sheetsOf, titled } from './http/titled.ts'
