/** What the steps of an application share: reading the item, the kind's facts, certificates and telling the applicant. */
import type { Transaction } from 'kysely'
import { dayOf, type Kernel, type Refusal, raw, type Spawn } from '#kernel'
import type { KindKey } from '../contract.ts'
import { readCredit, refuseCredit } from '../credit.ts'
import { addDays } from '../days.ts'
import { kinds } from '../kinds/index.ts'
import type { Judged, Stated } from '../kinds/kind.ts'

export interface ItemRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: KindKey
  readonly edition: number
  readonly legalDays: number
  readonly promisedDays: number
  readonly documents: readonly string[]
  readonly deferrable: readonly string[]
  readonly needsSiteCheck: boolean
  readonly canCommit: boolean
  readonly commitDays: number
  readonly canDefer: boolean
  readonly deferDays: number
  readonly validMonths: number
  readonly feeFen: number
  readonly isOnline: boolean
  readonly canApplyOnline: boolean
  readonly validFrom: string
  readonly validTo: string | null
}
export const itemColumns = `id, code, name, kind, edition, legal_days as "legalDays", promised_days as "promisedDays", documents, deferrable_ as deferrable,
  needs_site_check as "needsSiteCheck", can_commit as "canCommit", commit_days as "commitDays", can_defer as "canDefer", defer_days as "deferDays",
  valid_months as "validMonths", fee_fen as "feeFen", online_apply and online_supplement and online_pay and online_deliver as "isOnline", online_apply as "canApplyOnline", valid_from::text as "validFrom", valid_to::text as "validTo"`
export const readItem = async (tx: Transaction<unknown>, id: string): Promise<ItemRow | undefined> =>
  (await raw<ItemRow>(tx, `select ${itemColumns} from permits.item where id = $1 and retired_at is null`, [id])).rows[0]

interface Around {
  readonly kernel: Kernel
  readonly tx: Transaction<unknown>
  readonly subject: object & {
    readonly district: string
    readonly id: string
    readonly lon: number | null
    readonly lat: number | null
  }
  readonly now: Date
}
/** What a kind's guards ask, for an application as it stands (or as it is being filed). */
export const readKind = async (ctx: Around, given: object = ctx.subject): Promise<Stated> => {
  const stated = given as Stated
  const { look } = kinds[stated.kind as KindKey]
  const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
  const { lon, lat, id } = ctx.subject
  return {
    ...(await look?.({ kernel: ctx.kernel, tx: ctx.tx, stated, day, lon, lat, self: id })),
    credit: await readCredit(ctx.tx, [stated.applicantCode, stated.haulerCode], stated.itemName, day),
  }
}
export const judged = (stated: object, found: Stated, day: string, parameter: Judged['parameter']): Judged => ({
  stated: stated as Stated,
  found,
  day,
  parameter,
})
/** Why it may not be granted: the conditions of its kind, and the grade of who asks. */
export const refuseGrant = (
  row: object,
  found: { readonly facts: Stated; readonly day: string },
  parameter: Judged['parameter'],
): Refusal | undefined => kindOf(row).grant?.(judged(row, found.facts, found.day, parameter)) ?? refuseCredit(found.facts)
export const iso = (at: Date): string => at.toISOString()
export const kindOf = (subject: object) => kinds[(subject as Stated).kind as KindKey]

/** 状态逐步推送: each step is told to the applicant's phone. */
export const tell = (row: object, zh: string) => {
  const subject = row as Stated
  return typeof subject.phone === 'string' && subject.phone !== ''
    ? [
        {
          channel: 'sms' as const,
          recipient: subject.phone,
          body: `【城市管理局】您的“${subject.itemName}”申请${subject.number}${zh}`,
        },
      ]
    : []
}

export const readHash = async (tx: Transaction<unknown>, id: string): Promise<string | undefined> =>
  (await raw<{ hash: string }>(tx, 'select hash from kernel.journal where subject_id = $1 and seq = 1', [id])).rows[0]?.hash

/** The certificate and what follows from it, when the paper is handed out. */
export const certificateSpawn = (
  row: object & { readonly id: string },
  found: Stated,
  day: string,
  parameter: Judged['parameter'],
): readonly Spawn[] => {
  const subject = row as Stated & { readonly id: string }
  const kind = kindOf(subject)
  const terms = kind.terms({ ...judged(subject, found, day, parameter), validMonths: Number(subject.validMonths ?? 12) })
  return [
    {
      procedure: 'permits.certificate',
      input: {
        kind: kind.key,
        itemName: subject.itemName,
        application: subject.id,
        holder: subject.applicantName,
        holderCode: subject.applicantCode,
        holderKind: subject.applicantKind,
        phone: subject.phone ?? null,
        address: subject.address,
        conditions: terms.conditions.slice(0, 1000),
        validFrom: terms.validFrom,
        validTo: terms.validTo,
        plates: terms.plates ?? null,
        haulerCode: subject.haulerCode ?? null,
        windowFrom: terms.windowFrom ?? null,
        windowTo: terms.windowTo ?? null,
        berths: terms.berths ?? null,
        drawing: terms.drawing ?? null,
        validMonths: subject.validMonths ?? 12,
      },
    },
    ...checkSpawn(row, day),
  ]
}
/** 事中事后监管 of what was granted or renewed on a day. */
export const checkSpawn = (row: object & { readonly id: string }, day: string): readonly Spawn[] => {
  const subject = row as Stated & { readonly id: string }
  const kind = kindOf(subject)
  return (kind.follow?.(subject) ?? []).map((f) => ({
    procedure: 'permits.supervision',
    input: {
      phase: f.phase,
      content: f.content,
      application: subject.id,
      applicationNumber: subject.number,
      kind: kind.key,
      holder: subject.applicantName,
      holderCode: subject.applicantCode,
      address: subject.address,
      dueOn: addDays(day, f.inDays),
    },
  }))
}
