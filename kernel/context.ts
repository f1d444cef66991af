/** What a piece of work is given: who acts, when, where, and the open transaction. */
import type { Transaction } from 'kysely'
import type { Actor } from './define/procedure.ts'
import type { Kernel } from './kernel.ts'

export interface WorkContext {
  readonly kernel: Kernel
  readonly district: string
  readonly actor: Actor
  readonly now: Date
  readonly tx: Transaction<unknown>
}
export const systemActor: Actor = { kind: 'system', id: null, name: '系统' }
