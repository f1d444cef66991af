/** A published fact: how domains meet without importing one another. Declared in `catalogue/facts.ts`, sent through the outbox. */
import type { z } from 'zod'

export interface Fact<T> {
  readonly id: string
  readonly zh: string
  readonly payload: z.ZodType<T>
}
export const fact = <T>(id: string, zh: string, payload: z.ZodType<T>): Fact<T> => ({ id, zh, payload })

export interface FactMessage<T = unknown> {
  readonly fact: string
  readonly payload: T
}
export const say = <T>(about: Fact<T>, payload: T): FactMessage<T> => ({ fact: about.id, payload })
