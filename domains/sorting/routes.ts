/** The doors of the points and all sheets. */
import {
  type Actor,
  type BoundRoute,
  bind,
  createOpener,
  type Kernel,
  many,
  one,
  parameterOf,
  type RequestContext,
  reject,
} from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { bulky } from './collection/bulky.ts'
import {
  earnRoute,
  exchangeRoute,
  publicBulkyProgressRoute,
  publicBulkyRoute,
  publicExchangeRoute,
  publicPointsRoute,
  reverseRoute,
} from './contract.ts'
import { earnPoints, exchangeGift, reverseOrder } from './public/points.ts'
import { sheetRoutes } from './sheets/index.ts'

const citizen: Actor = { kind: 'system', id: null, name: '市民' }
const pointsRoutes: readonly BoundRoute[] = [
  bind(exchangeRoute, (input, ctx) => ctx.work((work) => exchangeGift(work, input))),
  bind(reverseRoute, ({ id, reason }, ctx) => ctx.work((work) => reverseOrder(work, id, reason))),
  bind(earnRoute, (input, ctx) =>
    ctx.work(async (work) => {
      const found = await one<{ id: string; points: number }>(
        work.tx,
        'select id, points from sorting.account where code = $1 and retired_at is null and not is_frozen',
        [input.code],
      )
      if (!found) return reject('kernel.not-found', { what: '积分账户' })
      if (!(await one(work.tx, 'select 1 as n from sorting.facility where id = $1 and retired_at is null', [input.facility])))
        return reject('kernel.not-found', { what: '收集点' })
      if (!input.isCorrect) return { credited: 0, balance: found.points }
      if (await one(work.tx, 'select 1 as n from sorting.entry where account = $1 and key = $2', [found.id, input.key]))
        return { credited: 0, balance: found.points }
      const { credited, balance } = await earnPoints(
        work,
        found.id,
        'drop',
        parameterOf(work, 'sorting.points-drop'),
        input.key,
        '正确投放',
      )
      return { credited, balance: balance ?? found.points }
    }),
  ),
]
/** The household's own telephone is the permission; a wrong one says no more than that there is no such account. */
const findSelf = async (ctx: RequestContext, code: string, phone: string): Promise<{ id: string; points: number }> => {
  const found = await ctx.work(({ tx }) =>
    one<{ id: string; points: number }>(
      tx,
      'select id, points from sorting.account where code = $1 and phone = $2 and retired_at is null',
      [code, phone],
    ),
  )
  return found ?? reject('kernel.not-found', { what: '积分账户' })
}
const publicRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const open = createOpener(kernel)
  const buckets = createBuckets({ capacity: 30, perMinute: 10, now: () => kernel.now().getTime() })
  const take = (ip: string) => {
    const seconds = buckets.take(ip)
    if (seconds > 0) reject('kernel.too-many', { seconds })
  }
  return [
    bind(publicPointsRoute, async ({ code, phone }, ctx) => {
      take(ctx.ip)
      const found = await findSelf(ctx, code, phone)
      return ctx.work(async ({ tx }) => ({
        points: found.points,
        entries: [
          ...(await many<{ kind: string; points: number; dayOn: string; note: string | null }>(
            tx,
            'select kind, points, day_on::text as "dayOn", note from sorting.entry where account = $1 order by at desc, id desc limit 50',
            [found.id],
          )),
        ],
        gifts: [
          ...(await many<{ id: string; name: string; outlet: string; price: number; stock: number }>(
            tx,
            'select id, name, outlet, price, stock from sorting.gift where retired_at is null and stock > 0 order by price, name limit 200',
          )),
        ],
      }))
    }),
    bind(publicExchangeRoute, async ({ phone, ...input }, ctx) => {
      take(ctx.ip)
      await findSelf(ctx, input.code, phone)
      const { number, points, balance, isKnown } = await ctx.work((work) => exchangeGift({ ...work, actor: citizen }, input))
      return { number, points, balance, isKnown }
    }),
    bind(publicBulkyRoute, async (input, ctx) => {
      take(ctx.ip)
      const opened = await open({ procedure: bulky.id, district: ctx.district, actor: citizen, input })
      ctx.reply.code(201)
      return { number: opened.number, receipt: opened.receipt }
    }),
    bind(publicBulkyProgressRoute, async ({ number, receipt }, ctx) => {
      const found = await ctx.work(({ tx }) =>
        one<{ number: string; status: keyof typeof bulky.spec.statuses; wantedOn: string; feeFen: number | null; hash: string }>(
          tx,
          `select number, status, wanted_on::text as "wantedOn", fee_fen as "feeFen", (select j.hash from kernel.journal j where j.subject_id = r.id and j.seq = 1) as hash from sorting.bulky r where number = $1`,
          [number],
        ),
      )
      if (!found || found.hash !== receipt) return reject('kernel.not-found', { what: '预约' })
      const { hash: _, ...shown } = found
      return { ...shown, statusZh: bulky.spec.statuses[found.status].zh }
    }),
  ]
}
export const sortingRoutes = (kernel: Kernel): readonly BoundRoute[] => [...pointsRoutes, ...sheetRoutes, ...publicRoutes(kernel)]
