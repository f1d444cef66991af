/** The shape of a kind of item: what it states, what must be true to apply and to be granted, what the certificate says, what follows. */
import type { Transaction } from 'kysely'
import { type AreaShape, type Fields, type Kernel, type Refusal, refuse } from '#kernel'
import type { KindKey } from '../contract.ts'

export type Stated = Readonly<Record<string, unknown>>
export interface KindContext {
  readonly kernel: Kernel
  readonly tx: Transaction<unknown>
  readonly stated: Stated
  readonly day: string
  readonly lon: number | null
  readonly lat: number | null
  /** The application itself, which is not to be found in its own way. */
  readonly self: string
}
export interface Judged {
  readonly stated: Stated
  readonly found: Stated
  readonly day: string
  readonly parameter: (name: string) => number
}
export interface Terms {
  readonly validFrom: string
  readonly validTo: string
  readonly conditions: string
  readonly plates?: readonly string[]
  readonly windowFrom?: string
  readonly windowTo?: string
  readonly berths?: number
  readonly drawing?: AreaShape | null
}
export interface FollowUp {
  readonly phase: 'construction' | 'use'
  readonly content: string
  readonly inDays: number
}
export interface Kind {
  readonly key: KindKey
  readonly prefix: string
  readonly fields: Fields
  /** Reads what the guards ask. */
  readonly look?: (ctx: KindContext) => Promise<Stated>
  readonly apply?: (judged: Judged) => Refusal | undefined
  readonly grant?: (judged: Judged) => Refusal | undefined
  readonly terms: (judged: Judged & { readonly validMonths: number }) => Terms
  readonly follow?: (stated: Stated) => readonly FollowUp[]
  /** A breach seen on the spot ends the consent at once (本市办法:一次性、限时限段的许可). */
  readonly endsOnBreach?: boolean
  /** Opinions come in rounds: the applicant changes the plan and hands it in again. */
  readonly hasRounds?: boolean
}
export const fails = (why: string): Refusal => refuse('permits.condition', { why })
export const wrong = (why: string): Refusal => refuse('permits.field', { why })
export const first = (...found: readonly (Refusal | undefined)[]): Refusal | undefined => found.find((r) => r !== undefined)
export const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])
