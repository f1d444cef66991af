/** A domain: its primitives and what it adds by hand. `defineDomain` is the only thing a domain's `index.ts` exports. */

import type { WorkContext } from '../context.ts'
import type { BoundRoute } from '../http/bind.ts'
import type { Kernel } from '../kernel.ts'
import type { Fact } from './fact.ts'
import type { FigureSource } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { Paper } from './paper.ts'
import type { Procedure } from './procedure.ts'
import type { RecordDefinition } from './record.ts'
import type { Register } from './register.ts'
import type { Rule } from './rule.ts'

export interface Listener {
  readonly fact: Fact<unknown>
  readonly handle: (payload: unknown, ctx: WorkContext) => Promise<void>
  /** Whether it has anything to do about this one; asked before the fact is written, so that most facts need no delivery. */
  readonly concerns: (payload: unknown) => boolean
}
/**
 * Listens to a fact published by any domain; runs in its own transaction, at least once: make it idempotent. `concerns` says
 * cheaply, from the payload alone, that a fact is none of its business; without it every one is delivered.
 */
export const listen = <T>(
  about: Fact<T>,
  handle: (payload: T, ctx: WorkContext) => Promise<void>,
  concerns: (payload: T) => boolean = () => true,
): Listener => ({
  fact: about as Fact<unknown>,
  handle: handle as Listener['handle'],
  concerns: concerns as Listener['concerns'],
})
export interface Job {
  readonly id: string
  readonly zh: string
  /** Run every so many minutes of the platform's clock. */
  readonly everyMinutes: number
  readonly run: (ctx: WorkContext) => Promise<void>
}
export interface MenuEntry {
  readonly path: string
  readonly zh: string
  readonly group: string
  readonly verb?: string
}
export interface DomainSpec {
  readonly id: string
  readonly zh: string
  readonly registers?: readonly Register[]
  readonly records?: readonly RecordDefinition[]
  readonly rules?: readonly Rule[]
  readonly procedures?: readonly Procedure[]
  readonly indicators?: readonly Indicator[]
  /** Figures kept as data of the district. */
  readonly figures?: FigureSource
  readonly routes?: (kernel: Kernel) => readonly BoundRoute[]
  readonly papers?: readonly Paper[]
  readonly jobs?: readonly Job[]
  readonly listens?: readonly Listener[]
  /** Verbs beyond those that follow from the definitions, with their Chinese names. */
  readonly verbs?: Readonly<Record<string, string>>
  readonly menu?: readonly MenuEntry[]
  /** Reference rows of the domain, written idempotently at start. */
  readonly seed?: (kernel: Kernel) => Promise<void>
}
export type Domain = DomainSpec & { readonly primitive: 'domain' }
export const defineDomain = (spec: DomainSpec): Domain => ({ primitive: 'domain', ...spec })
