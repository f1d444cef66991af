/** Small things every file of internal works needs. */
import { type Refusal, raw, refusals, refuse, type Tx } from '#kernel'

export const { why, notYet } = refusals('office')
export const openItems = (count: number, what: string): Refusal | undefined =>
  count > 0 ? refuse('office.open-items', { count, what }) : undefined
export const sameHand = (actorId: string | null, other: string | null, role: string, otherRole: string): Refusal | undefined =>
  actorId !== null && actorId === other ? refuse('office.same-person', { role, other: otherRole }) : undefined
export const countOf = async (tx: Tx, sql: string, params: readonly unknown[]): Promise<number> =>
  (await raw<{ n: number }>(tx, sql, [...params])).rows[0]?.n ?? 0
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.round((values.reduce((n, v) => n + v, 0) / values.length) * 100) / 100
