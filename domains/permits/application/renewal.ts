/** 延续 (行政许可法第50条): what is copied from the certificate's application, and why it may be too late; and the receipt of public steps. */
import { dayOf, findRow, type LookContext, type ProcedureBase, raw, refuse } from '#kernel'
import type { KindKey } from '../contract.ts'
import { addDays, endOfWorkDays } from '../days.ts'
import { kinds } from '../kinds/index.ts'
import type { Stated } from '../kinds/kind.ts'
import { applyForm } from './definition.ts'
import { type ItemRow, readHash, readItem } from './shared.ts'

export type Look = Pick<LookContext<ProcedureBase & Stated, Stated>, 'kernel' | 'tx' | 'subject' | 'input' | 'now'>
export const itemSet = (item: ItemRow, kind: KindKey, input: Stated) => ({
  kind,
  itemName: item.name,
  itemCode: item.code,
  itemVersion: item.edition,
  legalDays: item.legalDays,
  promisedDays: item.promisedDays,
  required: item.documents,
  deferrable: item.deferrable,
  needsSiteCheck: item.needsSiteCheck,
  commitDays: item.commitDays,
  deferDays: item.deferDays,
  validMonths: item.validMonths,
  feeFen: item.feeFen,
  isMeetingFree: input.channel === 'online' && item.isOnline,
  rounds: 0,
  pausedDays: 0,
})
/** A public step proves itself with the receipt that was handed out at the application. */
export const receiptFits = async (tx: LookContext<unknown, unknown>['tx'], id: string, receipt: string): Promise<boolean> =>
  receipt.length >= 32 && (await readHash(tx, id)) === receipt

const copied = Object.keys(applyForm).filter((k) => k !== 'papers' && k !== 'commitment')
export const readRenewal = async (ctx: Look) => {
  const calendar = ctx.kernel.calendar(ctx.subject.district)
  const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
  const ahead = ctx.kernel.parameters.value(ctx.subject.district, 'permits.renew-days', day)
  const ends = endOfWorkDays(calendar, ctx.now, ctx.kernel.parameters.value(ctx.subject.district, 'permits.intake-days', day))
  const { rows } = await raw<Stated & { status: string; validTo: string; application: string }>(
    ctx.tx,
    `select c.status, c.valid_to::text as "validTo", c.application, exists (select 1 from permits.application a where a.renews = c.id and a.closed_at is null) as "isPending" from permits.certificate c where c.id = $1`,
    [ctx.input.certificate],
  )
  const [card] = rows
  const bad = (why: string) => ({ refusal: refuse('permits.renew', { why }), copy: {}, ends })
  if (!card) return { refusal: refuse('kernel.not-found', { what: '证照' }), copy: {}, ends }
  if (card.status !== 'valid') return bad('只有有效的证照可以延续')
  if (card.isPending) return bad('该证照已有延续申请在办')
  const last = addDays(card.validTo, -ahead)
  if (day > last) return bad(`延续应在有效期届满${ahead}日前(${last})提出,请重新申请`)
  const definition = ctx.kernel.definition('permits.application')
  const old = definition ? await findRow<Record<string, unknown>>(ctx.tx, definition, card.application) : undefined
  const item = old ? await currentItem(ctx, String(old.itemCode), day) : undefined
  if (!old || !item) return bad('事项目录中已没有该事项')
  const fields = [...copied, ...Object.keys(kinds[item.kind].fields)]
  const copy = {
    ...Object.fromEntries(fields.map((k) => [k, old[k] ?? null])),
    ...itemSet(item, item.kind, ctx.input),
    mode: 'ordinary',
    item: item.id,
  }
  return { refusal: undefined, copy, ends }
}
const currentItem = async (ctx: Look, code: string, day: string) => {
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    'select id from permits.item where code = $1 and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by edition desc limit 1',
    [code, day],
  )
  return rows[0] ? readItem(ctx.tx, rows[0].id) : undefined
}
