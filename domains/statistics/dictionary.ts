/** The dictionary of a district as formulas see it: matters by name, figures by code. */
import type { Transaction } from 'kysely'
import { type Kernel, raw } from '#kernel'
import type { Machine } from './formula/evaluate.ts'
import { type Goal, type PrintRule, readGoal } from './formula/print.ts'
import type { Book } from './formula/sql.ts'

export interface Metric extends PrintRule {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly formula: string
  readonly definition: string
  readonly goal: Goal | undefined
  /** The days for which the goal was set; open where not stated. */
  readonly goalFrom: string | null
  readonly goalTo: string | null
  readonly owner: string | null
  readonly status: string
}
export const readBook = async (kernel: Kernel, tx: Transaction<unknown>, district: string): Promise<Book> => {
  const { rows } = await raw<{ id: string; name: string }>(
    tx,
    'select id, name from statistics.matter where district = $1 and retired_at is null',
    [district],
  )
  return { kernel, matters: new Map(rows.map((m) => [m.name, m])), zone: kernel.calendar(district).zone }
}
type Row = Omit<Metric, 'goal' | 'decimals' | 'step'> & { goal: string | null; decimals: number; step: string | number | null }
/** Figures in force; `withDrafts` for those who write them. */
export const readMetrics = async (
  tx: Transaction<unknown>,
  district: string,
  withDrafts = false,
): Promise<ReadonlyMap<string, Metric>> => {
  const { rows } = await raw<Row>(
    tx,
    `select m.id, m.code, m.name, m.formula, m.unit, m.decimals, m.form, m.step, m.definition, m.goal, m.valid_from::text as "goalFrom", m.valid_to::text as "goalTo", m.status, u.name as owner
     from statistics.metric m left join kernel.unit u on u.district = m.district and u.id = m.owner
     where m.district = $1 and m.status = any($2::text[]) order by m.code`,
    [district, withDrafts ? ['active', 'draft'] : ['active']],
  )
  return new Map(
    rows.map((r) => [
      r.code,
      { ...r, decimals: Number(r.decimals), step: r.step === null ? null : Number(r.step), goal: readGoal(r.goal ?? '') },
    ]),
  )
}
/** The goal that holds on the last day of a period. */
export const goalAt = (metric: Metric, lastDay: string | undefined): Goal | undefined =>
  lastDay === undefined || ((metric.goalFrom ?? '') <= lastDay && (metric.goalTo === null || lastDay < metric.goalTo))
    ? metric.goal
    : undefined
export const machineOf = (tx: Transaction<unknown>, book: Book, metrics: ReadonlyMap<string, Metric>): Machine => ({
  tx,
  book,
  formulaOf: (code) => metrics.get(code)?.formula,
})
