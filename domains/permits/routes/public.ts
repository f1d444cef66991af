/** The applicant's side: apply, follow, supplement, pay and receive without coming to the hall; and everybody's: verify a certificate. */

import {
  type Actor,
  type BoundRoute,
  bind,
  createOpener,
  dayOf,
  type Kernel,
  loadSubject,
  mask,
  perform,
  type RequestContext,
  raw,
  reject,
} from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { applyName } from '../application/definition.ts'
import { application } from '../application/index.ts'
import { receiptFits } from '../application/renewal.ts'
import { kindNames } from '../contract.ts'
import { publicKeyOf, sealKey, unseal } from '../seal.ts'
import { appointment } from '../window.ts'
import {
  publicApplyRoute,
  publicBookRoute,
  publicCodeRoute,
  publicFaqRoute,
  publicItemsRoute,
  publicKeyRoute,
  publicProgressRoute,
  publicStepRoute,
  publicVerifyRoute,
} from './contract.ts'

const applicant: Actor = { kind: 'public', id: null, name: '申请人' }
interface Found {
  readonly id: string
  readonly number: string
  readonly status: string
}
/** The application with that number, if the receipt is the one handed out for it. */
const findMine = async (ctx: RequestContext, number: string, receipt: string): Promise<Found> => {
  const found = await ctx.work(async ({ tx }) => {
    const { rows } = await raw<Found>(tx, 'select id, number, status from permits.application where number = $1', [number])
    const [row] = rows
    return row && (await receiptFits(tx, row.id, receipt)) ? row : undefined
  })
  return found ?? reject('permits.receipt')
}
const maskHolder = (kind: string, name: string): string => (kind === 'person' ? mask('name', name) : name)
interface Card {
  readonly number: string
  readonly kind: keyof typeof kindNames
  readonly item: string
  readonly status: string
  readonly holder: string
  readonly holderKind: string
  readonly address: string
  readonly conditions: string
  readonly validFrom: string
  readonly validTo: string
  readonly endedOn: string | null
  readonly endReason: string | null
  readonly plates: readonly string[] | null
}
const cardSql = `select number, kind, item_name as item, status, holder, holder_kind as "holderKind", address, conditions, valid_from::text as "validFrom",
  valid_to::text as "validTo", ended_on::text as "endedOn", end_reason as "endReason", plates from permits.certificate where number = $1`
const states: Readonly<Record<string, string>> = {
  valid: '有效',
  revoked: '已撤销',
  withdrawn: '已撤回',
  cancelled: '已注销',
  expired: '已失效',
}
/** What everybody may see: names of persons masked, addresses only of firms. */
const verified = async (ctx: RequestContext, number: string) => {
  const card = await ctx.work(async ({ tx }) => (await raw<Card>(tx, cardSql, [number])).rows[0])
  if (!card) return undefined
  const day = dayOf(ctx.kernel, ctx.district, ctx.now)
  const isInForce = card.status === 'valid' && card.validFrom <= day && day <= card.validTo
  return {
    ...card,
    kind: kindNames[card.kind],
    holder: maskHolder(card.holderKind, card.holder),
    address: card.holderKind === 'person' ? mask('address', card.address) : card.address,
    isValid: isInForce,
    state: card.status === 'valid' && day < card.validFrom ? '尚未生效' : (states[card.status] ?? card.status),
    checkedOn: day,
  }
}

const applyRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const open = createOpener(kernel)
  const buckets = createBuckets({ capacity: 60, perMinute: 30, now: () => kernel.now().getTime() })
  const slow = (ctx: RequestContext): void => {
    const seconds = buckets.take(ctx.ip)
    if (seconds > 0) reject('kernel.too-many', { seconds })
  }
  return [
    bind(publicApplyRoute, async ({ kind, values, ...place }, ctx) => {
      slow(ctx)
      const opened = await open({
        procedure: application.id,
        action: applyName(kind),
        district: ctx.district,
        actor: applicant,
        input: { ...values, channel: 'online' },
        ...place,
      })
      ctx.reply.code(opened.isKnown ? 200 : 201)
      return { number: opened.number, receipt: opened.receipt, isKnown: opened.isKnown }
    }),
    bind(publicStepRoute, async ({ number, receipt, action, values }, ctx) => {
      slow(ctx)
      const mine = await findMine(ctx, number, receipt)
      // The receipt is the permission: the step is done in the applicant's name, under the same guards as at the window.
      const after = await perform(ctx.kernel, ctx.district, {
        procedure: application.id,
        subjectId: mine.id,
        action,
        input: values,
        who: null,
        actor: { ...applicant, kind: 'system' },
      })
      return { status: application.spec.statuses[after.status as 'done']?.zh ?? after.status }
    }),
    bind(publicBookRoute, async ({ values }, ctx) => {
      slow(ctx)
      const opened = await open({
        procedure: appointment.id,
        action: 'book',
        district: ctx.district,
        actor: applicant,
        input: values,
      })
      ctx.reply.code(201)
      return { number: opened.number }
    }),
  ]
}
const readRoutes: readonly BoundRoute[] = [
  bind(publicItemsRoute, async (_input, ctx) => {
    const day = dayOf(ctx.kernel, ctx.district, ctx.now)
    const rows = await ctx.work(
      async ({ tx }) =>
        (
          await raw<{ isOnline: boolean }>(
            tx,
            `select id, code, name, kind, edition, basis, legal_days as "legalDays", promised_days as "promisedDays", documents, deferrable_ as deferrable, steps, can_commit as "canCommit",
               can_defer as "canDefer", fee_fen as "feeFen", online_apply as "onlineApply", online_apply and online_supplement and online_pay and online_deliver as "isOnline"
             from permits.item where retired_at is null and valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by code`,
            [day],
          )
        ).rows,
    )
    const online = rows.filter((r) => r.isOnline).length
    return { rows: [...rows] as never, onlineShare: rows.length === 0 ? null : Math.round((online * 10_000) / rows.length) / 100 }
  }),
  bind(publicProgressRoute, async ({ number, receipt }, ctx) => {
    const mine = await findMine(ctx, number, receipt)
    const loaded = await ctx.work(({ tx }) => loadSubject(tx, ctx.kernel, application.id, mine.id, false))
    const s = (loaded?.subject ?? {}) as Readonly<Record<string, unknown>>
    const shown = [
      'number',
      'itemName',
      'corrections',
      'correctionOn',
      'missing',
      'supplyOn',
      'acceptedAt',
      'review',
      'decidedAt',
      'reason',
      'doneAt',
      'feeFen',
      'paidOn',
      'promiseDueAt',
      'decideDueAt',
      'actualDays',
      'promisedDays',
    ]
    const card = await ctx.work(
      async ({ tx }) =>
        (await raw<{ number: string }>(tx, 'select number from permits.certificate where application = $1', [mine.id])).rows[0],
    )
    return {
      ...Object.fromEntries(shown.map((k) => [k, s[k] ?? null])),
      statusZh: application.spec.statuses[mine.status as 'done']?.zh ?? mine.status,
      certificateNumber: card?.number ?? null,
      steps: (loaded?.past ?? []).map((p) => ({ at: p.at.toISOString(), zh: application.actions[p.action]?.zh ?? p.action })),
    }
  }),
  bind(
    publicVerifyRoute,
    async ({ number }, ctx) => (await verified(ctx, number)) ?? reject('kernel.not-found', { what: '证照' }),
  ),
  bind(publicKeyRoute, async (_input, ctx) => ({
    algorithm: 'Ed25519' as const,
    publicKey: publicKeyOf(sealKey(ctx.kernel.fileDir, ctx.district)),
  })),
  bind(publicCodeRoute, async ({ code }, ctx) => {
    const said = unseal(publicKeyOf(sealKey(ctx.kernel.fileDir, ctx.district)), code)
    if (!said) return { isGenuine: false, said: null, register: null }
    return { isGenuine: true, said: said as never, register: (await verified(ctx, said.n)) ?? null }
  }),
  bind(publicFaqRoute, async ({ search }, ctx) => ({
    rows: await ctx.work(async ({ tx }) => [
      ...(
        await raw<Record<string, unknown>>(
          tx,
          `select topic, question, answer, asked_before as "askedBefore", published_on::text as "publishedOn" from permits.faq
           where retired_at is null and ($1::text is null or topic ilike '%' || $1 || '%' or question ilike '%' || $1 || '%') order by asked_before desc`,
          [search ?? null],
        )
      ).rows,
    ]),
  })),
]
export const publicRoutes = (kernel: Kernel): readonly BoundRoute[] => [...applyRoutes(kernel), ...readRoutes]
