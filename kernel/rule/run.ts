/** Rules at work: evaluated on every new record, row or fact they watch; each firing kept with its key; dry-run over history. */

import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { FactMessage } from '../define/fact.ts'
import type { Rule, RuleContext } from '../define/rule.ts'
import { readColumns, readRow, tableName } from '../define/table.ts'
import { publish } from '../events/publish.ts'
import type { Kernel } from '../kernel.ts'
import { dayOf } from '../time.ts'

/** The internal fact that a watched record or register row was written. */
export const writtenFact = (definitionId: string): string => `written:${definitionId}`

export const rulesOn = (kernel: Kernel, sourceId: string): readonly Rule[] =>
  kernel.domains.flatMap((d) => d.rules ?? []).filter((r) => 'id' in r.spec.on && r.spec.on.id === sourceId)

const ruleContext = (kernel: Kernel, rule: Rule, district: string, at: Date): RuleContext => ({
  now: at,
  parameter: (name) => {
    const own = rule.spec.parameters?.[name]
    if (!own) throw new Error(`rule ${rule.id} has no parameter ${name}`)
    return kernel.parameters.find(district, `${rule.id}.${name}`, dayOf(kernel, district, at)) ?? own.value
  },
})

const hasFiredWithin = async (ctx: WorkContext, rule: string, key: string, hours: number): Promise<boolean> => {
  const { rows } = await raw(ctx.tx, 'select 1 from kernel.rule_firing where rule = $1 and key = $2 and at > $3 limit 1', [
    rule,
    key,
    new Date(ctx.now.getTime() - hours * 3_600_000),
  ])
  return rows.length > 0
}

/** Applies one rule to one row. @returns the facts it published. */
export const applyRule = async (
  ctx: WorkContext,
  rule: Rule,
  row: Readonly<Record<string, unknown>>,
): Promise<readonly FactMessage[]> => {
  const context = ruleContext(ctx.kernel, rule, ctx.district, ctx.now)
  if (!rule.spec.when(row as never, context)) return []
  const key = rule.spec.once?.per(row as never) ?? String(row.id ?? ctx.now.toISOString())
  if (rule.spec.once && (await hasFiredWithin(ctx, rule.id, key, rule.spec.once.withinHours))) return []
  const facts = rule.spec.then(row as never, context)
  await raw(
    ctx.tx,
    'insert into kernel.rule_firing (district, rule, key, at, subject) values ($1, $2, $3, $4, $5::jsonb) on conflict do nothing',
    [ctx.district, rule.id, key, ctx.now, JSON.stringify({ id: row.id ?? null, facts: facts.map((f) => f.fact) })],
  )
  await publish(ctx, facts)
  return facts
}

const loadRow = async (
  ctx: WorkContext,
  definitionId: string,
  id: string,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const definition = ctx.kernel.definition(definitionId)
  if (!definition) return undefined
  const { rows } = await raw(ctx.tx, `select ${readColumns(definition)} from ${tableName(definition)} r where id = $1`, [id])
  return rows[0] ? readRow(definition, rows[0]) : undefined
}

/** Called by the outbox for every message. */
export const runRules = async (
  ctx: WorkContext,
  message: { readonly fact: string; readonly payload: unknown },
): Promise<void> => {
  const source = message.fact.startsWith('written:') ? message.fact.slice('written:'.length) : message.fact
  const rules = rulesOn(ctx.kernel, source)
  if (rules.length === 0) return
  const isRow = source !== message.fact
  const row = isRow
    ? await loadRow(ctx, source, (message.payload as { id: string }).id)
    : { ...(message.payload as object), district: ctx.district }
  if (!row) return
  for (const rule of rules) await applyRule(ctx, rule, row)
}

export interface DryRun {
  readonly looked: number
  readonly hits: readonly { readonly id: string; readonly at: Date; readonly key: string }[]
}
/** What a rule would have done over the records of a period, writing nothing: for trying a threshold before dating it. */
export const dryRun = async (
  ctx: WorkContext,
  rule: Rule,
  from: Date,
  to: Date,
  overrides: Readonly<Record<string, number>> = {},
): Promise<DryRun> => {
  const definition = 'id' in rule.spec.on ? ctx.kernel.definition(rule.spec.on.id) : undefined
  if (!definition) return { looked: 0, hits: [] }
  const column = definition.primitive === 'record' ? 'at' : 'created_at'
  const { rows } = await raw<Record<string, unknown>>(
    ctx.tx,
    `select ${readColumns(definition)} from ${tableName(definition)} r where ${column} >= $1 and ${column} < $2 order by ${column} limit 100000`,
    [from, to],
  )
  const hits: { id: string; at: Date; key: string }[] = []
  const last = new Map<string, number>()
  for (const raw of rows) {
    const row = readRow<Record<string, unknown>>(definition, raw)
    const at = (row.at ?? row.createdAt) as Date
    const context = ruleContext(ctx.kernel, rule, ctx.district, at)
    const tried: RuleContext = { now: at, parameter: (name) => overrides[name] ?? context.parameter(name) }
    if (!rule.spec.when(row as never, tried)) continue
    const key = rule.spec.once?.per(row as never) ?? String(row.id)
    const window = (rule.spec.once?.withinHours ?? 0) * 3_600_000
    if (rule.spec.once && at.getTime() - (last.get(key) ?? Number.NEGATIVE_INFINITY) < window) continue
    last.set(key, at.getTime())
    hits.push({ id: String(row.id), at, key })
  }
  return { looked: rows.length, hits }
}
