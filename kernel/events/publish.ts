import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { FactMessage } from '../define/fact.ts'
import { newId } from '../id.ts'

/** Publishes facts within a transaction. */
export const publish = async (
  ctx: Pick<WorkContext, 'tx' | 'district' | 'now'>,
  facts: readonly FactMessage[],
): Promise<void> => {
  if (facts.length === 0) return
  const rows = facts.map((f) => ({ district: ctx.district, id: newId(), at: ctx.now, fact: f.fact, payload: f.payload }))
  await raw(
    ctx.tx,
    `insert into kernel.outbox (district, id, at, fact, payload) select district, id, at, fact, payload
     from jsonb_to_recordset($1::jsonb) as x(district text, id uuid, at timestamptz, fact text, payload jsonb)`,
    [JSON.stringify(rows)],
  )
}
