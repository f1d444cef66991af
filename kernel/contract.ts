/** The isomorphic façade: what a domain's `contract.ts` and screens may import. Nothing here touches Node or the database. */
export * from './define/field.ts'
export { type Route, route } from './http/route.ts'
export { defineErrors, type ErrorEntry, type Refusal, refuse } from './errors.ts'
export { type Fact, fact, type FactMessage, say } from './define/fact.ts'
