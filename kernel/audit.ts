/** The audit log: what people looked at or changed about people and permissions. Append-only; read by the audit administrator. */

import type { WorkContext } from './context.ts'
import { raw } from './db/index.ts'
import { newId } from './id.ts'

export const audit = async (
  ctx: Pick<WorkContext, 'tx' | 'district' | 'now' | 'actor'>,
  kind: string,
  detail: Readonly<Record<string, unknown>>,
  ip?: string,
): Promise<void> => {
  await raw(
    ctx.tx,
    'insert into kernel.audit (district, id, at, actor_id, actor_name, kind, detail, ip) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)',
    [ctx.district, newId(), ctx.now, ctx.actor.id, ctx.actor.name, kind, JSON.stringify(detail), ip ?? null],
  )
}
