/** The sheets of parking: each answers one question a row of the work asks. */
import { createHash, randomBytes } from 'node:crypto'
import { type BoundRoute, bind, dayMs, dayText, editRow, many, one, parameterOf, reject, startOf } from '#kernel'
import { topUp } from '../charge/channel.ts'
import { feeOfTrial } from '../charge/fee.ts'
import type { lotKinds } from '../contract.ts'
import { readBoards, showBoard } from '../guide/board.ts'
import { qualityOf } from '../guide/feed.ts'
import { standing, type Vote } from '../lot/belief.ts'
import { source } from '../lot/registers.ts'
import { beliefTerms, takeSighting } from '../lot/state.ts'
import { minuteMs, percentOf } from '../shared.ts'
import { newBerths, panelOf, turnover } from '../supply.ts'
import {
  boardsRoute,
  feeTryRoute,
  keyRoute,
  newBerthsRoute,
  panelRoute,
  schemeStreetsRoute,
  searchEffectRoute,
  shareProgressRoute,
  sightingRoute,
  topUpRoute,
  turnoverRoute,
  unconnectedRoute,
  whyRoute,
} from './contract.ts'

const supplyRoutes: readonly BoundRoute[] = [
  bind(panelRoute, ({ day }, ctx) => ctx.work((work) => panelOf(work, day))),
  bind(turnoverRoute, ({ from, to }, ctx) =>
    to < from ? reject('parking.field', { why: '止不能早于起' }) : ctx.work(({ tx }) => turnover(tx, from, to)),
  ),
  bind(newBerthsRoute, ({ year }, ctx) => ctx.work((work) => newBerths(work, year))),
  bind(boardsRoute, async (_input, ctx) => ({
    boards: await ctx.work(async ({ tx }) => {
      const stale = parameterOf(ctx, 'parking.stale-minutes')
      const found = await readBoards(tx)
      return Promise.all(found.map((board) => showBoard(tx, board, ctx.now, stale)))
    }),
  })),
  bind(searchEffectRoute, async ({ id, days }, ctx) => {
    const found = await ctx.work(async ({ tx }) => {
      const board = await one<{ startedOn: string }>(
        tx,
        'select started_on::text as "startedOn" from parking.board where id = $1',
        [id],
      )
      if (!board) return undefined
      const start = startOf(board.startedOn)
      const mean = (from: Date, to: Date) =>
        one<{ mean: number | null; n: number }>(
          tx,
          `select avg(o.search_minutes)::float8 as mean, count(o.search_minutes)::int as n from parking."order" o join parking.lot l on l.district = o.district and l.id = o.lot
           join parking.board b on b.district = o.district and b.id = $1 where o.entered_at >= $2 and o.entered_at < $3 and (b.lot = o.lot or l.area_code like b.area || '%')`,
          [id, from, to],
        )
      return {
        startedOn: board.startedOn,
        before: await mean(new Date(start.getTime() - days * dayMs), start),
        after: await mean(start, new Date(start.getTime() + days * dayMs)),
      }
    })
    if (!found) return reject('kernel.not-found', { what: '诱导屏' })
    const [before, after] = [found.before?.mean ?? null, found.after?.mean ?? null]
    return {
      startedOn: found.startedOn,
      before,
      beforeCount: found.before?.n ?? 0,
      after,
      afterCount: found.after?.n ?? 0,
      saved: before === null || after === null ? null : Math.round((before - after) * 10) / 10,
    }
  }),
]
interface Unconnected {
  readonly lot: string
  readonly kind: keyof typeof lotKinds
  readonly street: string
  readonly spaces: number
  readonly connection: string
  readonly missing: string
}
const unconnectedSql = `select id as lot, kind, coalesce(left(area_code, 9), district) as street, spaces, connection,
    concat_ws('、', case when address is null then '地址' end, case when price_text is null then '收费标准' end, case when open_hours is null then '开放时间' end,
      case when spaces = 0 then '泊位数' end, case when lon is null then '位置' end) as missing
  from parking.lot where retired_at is null and kind <> 'road' and connection <> 'connected' order by spaces desc, name`
const accessRoutes: readonly BoundRoute[] = [
  bind(unconnectedRoute, async (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<Unconnected>(tx, unconnectedSql)
      const all = await one<{ n: number }>(
        tx,
        `select count(*)::int as n from parking.lot where retired_at is null and kind <> 'road'`,
      )
      const total = all?.n ?? 0
      const from = new Date(ctx.now.getTime() - parameterOf(ctx, 'parking.feed-window') * minuteMs)
      const lots = []
      for (const row of rows) {
        const measured =
          row.connection === 'none'
            ? null
            : await qualityOf(
                tx,
                row.lot,
                from,
                ctx.now,
                parameterOf(ctx, 'parking.feed-minutes'),
                parameterOf(ctx, 'parking.feed-late-seconds'),
              )
        lots.push({ ...row, missing: row.missing || '齐全', score: measured?.score ?? null })
      }
      return { total, connected: total - rows.length, rate: percentOf(total - rows.length, total), lots }
    }),
  ),
  bind(keyRoute, async ({ id }, ctx) => {
    const key = randomBytes(24).toString('base64url')
    const row = await ctx.work((work) =>
      editRow(work, source, id, { keyHash: createHash('sha256').update(key).digest('hex') }, { reason: '发放密钥' }),
    )
    return { code: String((row as unknown as { code: string }).code), key }
  }),
  bind(whyRoute, async ({ id }, ctx) => {
    const found = await ctx.work(({ tx }) =>
      one<{ state: 'taken' | 'free' | 'unknown'; confidence: number; isDisputed: boolean; votes: readonly Vote[] }>(
        tx,
        `select state, confidence::float8 as confidence, is_disputed as "isDisputed", votes from parking.berth_now where id = $1`,
        [id],
      ),
    )
    if (!found) return reject('kernel.not-found', { what: '泊位实时状态' })
    const terms = beliefTerms(ctx)
    const now = ctx.now.getTime()
    return {
      rule: '每个来源只取最近一次;现值 = 权重 × 自报可信度 × 0.5^(龄 ÷ 减半时长);占用、空闲两方各自相加,大者为准,相等取新;可信度低于下限为不明。权重与减半时长为参数。',
      state: found.state,
      confidence: found.confidence,
      isDisputed: found.isDisputed,
      votes: found.votes.map((v) => ({
        source: v.source,
        isTaken: v.isTaken,
        at: new Date(v.at),
        ageMinutes: Math.floor((now - v.at) / minuteMs),
        stated: v.confidence,
        weight: terms.weight(v.source),
        standing: Math.round(standing(v, now, terms) * 1000) / 1000,
      })),
    }
  }),
]
const chargeRoutes: readonly BoundRoute[] = [
  bind(feeTryRoute, async ({ zone, plate, enteredAt, leftAt }, ctx) => {
    if (new Date(leftAt) < new Date(enteredAt)) return reject('parking.field', { why: '离场不能早于入位' })
    const tried = await ctx.work(({ tx }) =>
      feeOfTrial(tx, ctx.kernel, ctx.district, zone, plate, new Date(enteredAt), new Date(leftAt)),
    )
    if (!tried.hasTariff) return reject('parking.not-yet', { why: '该计费区域没有当日有效的收费标准' })
    return { tariff: tried.tariffName ?? '', minutes: tried.fee.minutes, amountFen: tried.fee.fen, steps: [...tried.fee.steps] }
  }),
  bind(sightingRoute, async ({ berth, isTaken, plate, source: by }, ctx) =>
    ctx.work(async (work) => {
      const belief = await takeSighting(work, {
        berth,
        isTaken,
        plate: plate ?? null,
        source: by,
        at: ctx.now,
        told: ctx.actor.name,
      })
      const order = await one<{ number: string; status: string; amountFen: number | null }>(
        work.tx,
        `select o.number, o.status, o.amount_fen as "amountFen" from parking."order" o join parking.berth b on b.district = o.district and b.id = o.berth where b.number = $1 order by o.entered_at desc, o.number desc limit 1`,
        [berth],
      )
      ctx.reply.code(201)
      return {
        state: belief.state,
        confidence: belief.confidence,
        order: order?.number ?? null,
        status: order?.status ?? null,
        amountFen: order?.amountFen ?? null,
      }
    }),
  ),
  bind(topUpRoute, async ({ id, amountFen, voucher }, ctx) => {
    const balanceFen = await ctx.work((work) => topUp(work, id, amountFen, voucher))
    ctx.reply.code(201)
    return { balanceFen }
  }),
]
const shareRoutes: readonly BoundRoute[] = [
  bind(schemeStreetsRoute, async (_input, ctx) => {
    const streets = await ctx.work(({ tx }) =>
      many<{ street: string; drafting: number; promoting: number; running: number }>(
        tx,
        `select a.code as street, (count(s.id) filter (where s.status = 'drafting'))::int as drafting, (count(s.id) filter (where s.status = 'promoting'))::int as promoting,
           (count(s.id) filter (where s.status = 'running'))::int as running
         from kernel.area a left join parking.scheme s on s.street = a.code where a.level = 'street' and a.valid_to is null and a.code like $1 || '%' group by a.code order by a.code`,
        [ctx.district],
      ),
    )
    const without = streets.filter((s) => s.running === 0).length
    return {
      without,
      text: without === 0 ? `${streets.length}个街道均有实施中的片区` : `${streets.length}个街道中${without}个还没有实施中的片区`,
      streets: streets.map((s) => ({ ...s, isMet: s.running > 0 })),
    }
  }),
  bind(shareProgressRoute, async ({ year: wanted }, ctx) => {
    const year = wanted ?? Number(dayText(ctx.now).slice(0, 4))
    const target = parameterOf(ctx, 'parking.share-target')
    const bounds = [`${year}-01-01`, `${year}-12-31`]
    return ctx.work(async ({ tx }) => {
      const kinds = await many<{ kind: string; units: number; spaces: number }>(
        tx,
        `select unit_kind as kind, (count(*) filter (where is_first = 'yes'))::int as units, sum(spaces)::int as spaces from parking.agreement where signed_on >= $1::date and signed_on <= $2::date group by 1 order by 2 desc, 1`,
        bounds,
      )
      const use = await many<{ agreement: string; uses: number; hours: number; overstays: number; complaints: number }>(
        tx,
        `select id as agreement, uses, hours::float8 as hours, overstays, complaints from parking.agreement where status = any (array['open', 'ended']) and uses + complaints > 0 order by hours desc`,
      )
      const units = kinds.reduce((n, k) => n + k.units, 0)
      return { year, target, units, rate: percentOf(units, target), kinds: [...kinds], use: [...use] }
    })
  }),
]
export const sheetRoutes: readonly BoundRoute[] = [...supplyRoutes, ...accessRoutes, ...chargeRoutes, ...shareRoutes]
