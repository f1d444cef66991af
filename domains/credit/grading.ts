/** Working out one subject's grade from what is in force today, writing it with its reasons, and telling who acts upon it. */
import { creditGraded } from '#catalogue/facts.ts'
import { createRow, dayOf, editRow, publish, raw, say, type WorkContext } from '#kernel'
import type { Trade } from './contract.ts'
import { subject } from './registers.ts'
import { type Counted, type Model, scoreOf } from './score.ts'

export interface Named {
  readonly name: string
  readonly code: string
  readonly kind: string
  readonly trade: string
}
export const ensureSubject = async (ctx: WorkContext, who: Named): Promise<string> => {
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    'select id from credit.subject where trade = $1 and code = $2 and retired_at is null',
    [who.trade, who.code],
  )
  return rows[0]?.id ?? String((await createRow(ctx, subject, who)).id)
}
export const readModel = async (ctx: WorkContext, trade: string, day: string): Promise<Model | undefined> =>
  (
    await raw<Model>(
      ctx.tx,
      `select edition, base_score::float8 as "baseScore", cut_a::float8 as "cutA", cut_b::float8 as "cutB", cut_c::float8 as "cutC" from credit.scheme
       where trade = $1 and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by edition desc limit 1`,
      [trade, day],
    )
  ).rows[0]
/** What counts: in force, disputed (until decided) and under repair (until granted). */
const countedSql = `select number, item_name as name, points::float8 as points, happened_on::text as "happenedOn", valid_until::text as "validUntil", severity, status = 'objected' as "isDisputed"
  from credit.event where trade = $1 and code = $2 and status = any (array['effective', 'objected', 'repairing']) order by happened_on, number`
export const regrade = async (ctx: WorkContext, trade: Trade, code: string): Promise<void> => {
  const day = dayOf(ctx.kernel, ctx.district, ctx.now)
  const model = await readModel(ctx, trade, day)
  const named = (
    await raw<Named>(
      ctx.tx,
      'select name, code, kind, trade from credit.event where trade = $1 and code = $2 order by created_at desc limit 1',
      [trade, code],
    )
  ).rows[0]
  if (!model || !named) return
  const id = await ensureSubject(ctx, named)
  const { rows } = await raw<Counted>(ctx.tx, countedSql, [trade, code])
  const { score, grade, reasons } = scoreOf(model, rows, day)
  await editRow(
    ctx,
    subject,
    id,
    { score, grade, reasons: [...reasons], edition: model.edition, gradedOn: day },
    { reason: '信用重新评定' },
  )
  await publish(ctx, [say(creditGraded, { trade, code, name: named.name, grade, score })])
}
