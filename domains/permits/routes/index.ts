/** Routes of permits for officers: the code of a certificate, what is valid here, versions compared, promised against actual, the window. */

import type { Transaction } from 'kysely'
import { create } from 'qrcode'
import type { z } from 'zod'
import { type BoundRoute, bind, createRow, dayOf, type Kernel, type RequestContext, raw, reject } from '#kernel'
import { partKinds } from '../contract.ts'
import { addDays } from '../days.ts'
import { faq } from '../registers.ts'
import { seal, sealKey } from '../seal.ts'
import {
  compareRoute,
  hereRoute,
  nodesRoute,
  plateRoute,
  promisedRoute,
  publishRoute,
  qrRoute,
  topicsRoute,
  windowRoute,
} from './contract.ts'
import { publicRoutes } from './public.ts'

const many = async <T extends object>(tx: Transaction<unknown>, sql: string, params: readonly unknown[]): Promise<T[]> => [
  ...(await raw<T>(tx, sql, [...params])).rows,
]
const clockText = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
/** The code as squares: a picture that needs no font and no script. */
const drawSvg = (code: string): string => {
  const { size, data } = create(code, { errorCorrectionLevel: 'M' }).modules
  const squares = Array.from(data).flatMap((dark, i) => (dark ? [`M${(i % size) + 2} ${Math.floor(i / size) + 2}h1v1h-1z`] : []))
  const side = size + 4
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${squares.join('')}"/></svg>`
}
/** Whether a time of day lies in a window, which may run over midnight (22:00 to 05:00). */
export const isWithin = (time: string, from: string | null, to: string | null): boolean =>
  from === null || to === null || (from <= to ? time >= from && time < to : time >= from || time < to)

const parameter = (ctx: RequestContext, name: string): number =>
  ctx.kernel.parameters.value(ctx.district, name, dayOf(ctx.kernel, ctx.district, ctx.now))
const boundsOf = (from: string, to: string): readonly [Date, Date] => [
  new Date(`${from}T00:00:00+08:00`),
  new Date(`${addDays(to, 1)}T00:00:00+08:00`),
]
const cardColumns = `c.id, c.number, c.kind, c.item_name as item, c.holder, c.address, c.conditions, c.valid_from::text as "validFrom", c.valid_to::text as "validTo",
  c.plates, c.window_from as "windowFrom", c.window_to as "windowTo", c.breaches, c.findings`
type Here = z.input<typeof hereRoute.output>['rows'][number]
type Plate = z.input<typeof plateRoute.output>
type Held = Omit<Plate['rows'][number], 'isWithinWindow'>
const fieldRoutes: readonly BoundRoute[] = [
  bind(qrRoute, async ({ id }, ctx) => {
    const card = await ctx.work(
      async ({ tx }) =>
        (
          await raw<{
            number: string
            item: string
            holder: string
            f: string
            t: string
            plates: string[] | null
            w: string | null
          }>(
            tx,
            `select number, item_name as item, holder, valid_from::text as f, valid_to::text as t, plates, window_from || '-' || window_to as w from permits.certificate where id = $1`,
            [id],
          )
        ).rows[0],
    )
    if (!card) return reject('kernel.not-found', { what: '证照' })
    const code = seal(sealKey(ctx.kernel.fileDir, ctx.district), {
      n: card.number,
      i: card.item,
      h: card.holder,
      f: card.f,
      t: card.t,
      d: ctx.district,
      ...(card.plates?.length ? { p: card.plates } : {}),
      ...(card.w ? { w: card.w } : {}),
    })
    return { number: card.number, code, svg: drawSvg(code) }
  }),
  bind(hereRoute, async (input, ctx) => {
    const metres = input.metres ?? parameter(ctx, 'permits.here-metres')
    const day = dayOf(ctx.kernel, ctx.district, ctx.now)
    const rows = await ctx.work(({ tx }) =>
      many<Omit<Here, 'isWithinWindow'>>(
        tx,
        `select ${cardColumns}, coalesce(o.is_inside, false) as "isInside",
           round(st_distance(c.geom::geography, st_setsrid(st_makepoint($1, $2), 4326)::geography)::numeric, 0)::float8 as metres
         from permits.certificate c
         left join lateral (select true as is_inside from permits.occupation o where o.certificate = c.id and o.state = 'valid' and st_contains(o.geom, st_setsrid(st_makepoint($1, $2), 4326))) o on true
         where c.status = 'valid' and c.valid_from <= $3::date and c.valid_to >= $3::date
           and (o.is_inside or st_dwithin(c.geom::geography, st_setsrid(st_makepoint($1, $2), 4326)::geography, $4))
         order by metres nulls last limit 50`,
        [input.lon, input.lat, day, metres],
      ),
    )
    const time = clockText(ctx.now)
    return {
      metres,
      at: `${day} ${time}`,
      rows: rows.map((r) => ({ ...r, isWithinWindow: isWithin(time, r.windowFrom, r.windowTo) })),
    }
  }),
  bind(plateRoute, async ({ plate }, ctx) => {
    const day = dayOf(ctx.kernel, ctx.district, ctx.now)
    const time = clockText(ctx.now)
    return ctx.work(async ({ tx }) => {
      const [truck] = await many<NonNullable<Plate['truck']>>(
        tx,
        `select plate, hauler_name as "haulerName", hauler_code as "haulerCode", state, is_new_type as "isNewType", has_safety_system as "hasSafetySystem" from permits.truck where plate = $1 and retired_at is null`,
        [plate],
      )
      const rows = await many<Held>(
        tx,
        `select ${cardColumns} from permits.certificate c where c.status = 'valid' and c.valid_from <= $2::date and c.valid_to >= $2::date and c.plates @> to_jsonb($1::text) order by c.valid_to`,
        [plate, day],
      )
      const cards = rows.map((r) => ({ ...r, isWithinWindow: isWithin(time, r.windowFrom, r.windowTo) }))
      const disposal = cards.filter((c) => c.kind === 'muck' || c.kind === 'dayMuck')
      return {
        truck: truck ?? null,
        rows: cards,
        verdict:
          truck?.state !== 'admitted'
            ? '未准入'
            : disposal.length === 0
              ? '无有效处置核准或白天运输许可'
              : disposal.some((c) => c.isWithinWindow)
                ? '许可时段内'
                : '不在许可时段',
      }
    })
  }),
]
type Version = z.input<typeof compareRoute.output>['from']
const missingFrom = (before: readonly string[], after: readonly string[]) => before.filter((x) => !after.includes(x))
const itemRoutes: readonly BoundRoute[] = [
  bind(compareRoute, async ({ code, from, to }, ctx) => {
    const versions = await ctx.work(({ tx }) =>
      many<Version>(
        tx,
        `select edition, name, documents, steps, legal_days as "legalDays", promised_days as "promisedDays", can_commit as "canCommit", can_defer as "canDefer",
           online_apply and online_supplement and online_pay and online_deliver as "isOnline", valid_from::text as "validFrom" from permits.item where code = $1 and retired_at is null order by edition`,
        [code],
      ),
    )
    const newer = to ? versions.find((v) => v.edition === to) : versions.at(-1)
    const older = from ? versions.find((v) => v.edition === from) : versions.filter((v) => v !== newer).at(-1)
    if (!newer || !older) return reject('kernel.not-found', { what: '事项版本' })
    const cut = { documents: missingFrom(older.documents, newer.documents), steps: missingFrom(older.steps, newer.steps) }
    return {
      code,
      from: older,
      to: newer,
      cutDocuments: cut.documents,
      addedDocuments: missingFrom(newer.documents, older.documents),
      cutSteps: cut.steps,
      cutDays: older.promisedDays - newer.promisedDays,
      text: `要件由${older.documents.length}个减为${newer.documents.length}个,环节由${older.steps.length}个减为${newer.steps.length}个,承诺期限由${older.promisedDays}个工作日压缩到${newer.promisedDays}个工作日(法定${newer.legalDays}个)`,
    }
  }),
  bind(promisedRoute, async (input, ctx) => {
    const rows = await ctx.work(({ tx }) =>
      many<z.input<typeof promisedRoute.output>['rows'][number]>(
        tx,
        `select item_code as code, item_name as name, kind, count(*)::int as decided, min(promised_days)::int as "promisedDays", min(legal_days)::int as "legalDays",
           round(avg(actual_days), 2)::float8 as "actualDays", max(actual_days)::int as "longest", (count(*) filter (where actual_days <= promised_days))::int as "inPromise",
           (count(*) filter (where is_late))::int as late
         from permits.application where decided_at >= $1 and decided_at < $2 and actual_days is not null group by 1, 2, 3 order by 1`,
        boundsOf(input.from, input.to),
      ),
    )
    return { rows }
  }),
  bind(windowRoute, async ({ from, to, cutOff }, ctx) => {
    const [start, end] = boundsOf(from, to)
    const items = await ctx.work(({ tx }) =>
      many<{ name: string; accepted: number; finished: number }>(
        tx,
        `select item_name as name, count(*)::int as accepted, (count(*) filter (where done_at < $3))::int as finished from permits.application
         where accepted_at >= $1 and accepted_at < $2 group by 1 order by 2 desc, 1`,
        [start, end, boundsOf(cutOff, cutOff)[1]],
      ),
    )
    const accepted = items.reduce((n, r) => n + r.accepted, 0)
    const finished = items.reduce((n, r) => n + r.finished, 0)
    const rate = accepted === 0 ? null : Math.round((finished * 10_000) / accepted) / 100
    return {
      cutOff,
      accepted,
      finished,
      rate,
      items,
      text: `${from}至${to}窗口共受理审批事项${accepted}件,截至${cutOff}办结${finished}件,办结率${rate === null ? '—' : `${rate}%`}`,
    }
  }),
  bind(nodesRoute, async ({ id }, ctx) => {
    const nodes = await ctx.work(({ tx }) =>
      many<Omit<z.input<typeof nodesRoute.output>['nodes'][number], 'partZh' | 'part'> & { part: keyof typeof partKinds }>(
        tx,
        `select id, number, part, status, rounds, review_due_at as "dueAt", reviewed_at as "reviewedAt", opinion from permits.filing_part where filing = $1 order by part`,
        [id],
      ),
    )
    return { nodes: nodes.map((n) => ({ ...n, partZh: partKinds[n.part] })) }
  }),
]
const topicSql = `select topic, sum(people)::int as people, count(*)::int as times from permits.consultation where at >= $1 and ($2::text is null or topic = $2) group by topic order by 2 desc, 1`
const consultRoutes: readonly BoundRoute[] = [
  bind(topicsRoute, async (_input, ctx) => {
    const days = parameter(ctx, 'permits.faq-days')
    const least = parameter(ctx, 'permits.faq-least')
    const rows = await ctx.work(({ tx }) =>
      many<{ topic: string; people: number; times: number }>(tx, topicSql, [
        new Date(ctx.now.getTime() - days * 86_400_000),
        null,
      ]),
    )
    return { days, least, rows: rows.map((r) => ({ ...r, isFrequent: r.people >= least })) }
  }),
  bind(publishRoute, async ({ topic, question, answer }, ctx) => {
    const days = parameter(ctx, 'permits.faq-days')
    const least = parameter(ctx, 'permits.faq-least')
    return ctx.work(async (work) => {
      const [asked] = await many<{ people: number }>(work.tx, topicSql, [new Date(ctx.now.getTime() - days * 86_400_000), topic])
      const people = asked?.people ?? 0
      if (people < least)
        return reject('permits.before', { why: `“${topic}”近${days}天咨询${people}人次,不足${least}人次,不属高频咨询` })
      const publishedOn = dayOf(ctx.kernel, ctx.district, ctx.now)
      const row = await createRow(work, faq, { topic, question, answer, askedBefore: people, publishedOn })
      ctx.reply.code(201)
      return { id: row.id, askedBefore: people }
    })
  }),
]
export const permitRoutes = (kernel: Kernel): readonly BoundRoute[] => [
  ...publicRoutes(kernel),
  ...fieldRoutes,
  ...itemRoutes,
  ...consultRoutes,
]
