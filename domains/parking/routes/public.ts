/** The citizens' side: who asks for a lot, reserves, pays what is owed, or looks for the own car. The receipt of the account is the permission. */
import {
  type Actor,
  type BoundRoute,
  bind,
  createOpener,
  type Kernel,
  many,
  one,
  parameterOf,
  perform,
  type RequestContext,
  reject,
  type Tx,
} from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { account } from '../charge/account.ts'
import { deduct } from '../charge/listens.ts'
import { order } from '../charge/order.ts'
import { lotsNear, readLots } from '../guide/availability.ts'
import { getBoard, showBoard } from '../guide/board.ts'
import { findWalk, type Walkway } from '../guide/path.ts'
import { reservation } from '../guide/reservation.ts'
import { shareUse } from '../share/agreement.ts'
import { violation } from '../street/violation.ts'
import {
  publicAccountRoute,
  publicBoardRoute,
  publicBookRoute,
  publicCancelRoute,
  publicCarRoute,
  publicLotsRoute,
  publicMineRoute,
  publicOrderRoute,
  publicPayRoute,
  publicReserveRoute,
  publicShareRoute,
  publicViolationRoute,
  publicWalkRoute,
} from './public-contract.ts'

const citizen: Actor = { kind: 'system', id: null, name: '市民' }
interface Held {
  readonly id: string
  readonly status: string
}
/** The subject of that number, if the receipt is the one handed out with it. */
const findHeld = async (tx: Tx, table: 'account' | 'reservation', number: string, receipt: string): Promise<Held> => {
  const found = await one<Held & { hash: string | null }>(
    tx,
    `select r.id, r.status, (select j.hash from kernel.journal j where j.subject_id = r.id and j.seq = 1) as hash from parking.${table} r where r.number = $1`,
    [number],
  )
  return found && receipt.length >= 32 && found.hash === receipt ? found : reject('parking.receipt')
}
const statusZh = (status: string): string => order.spec.statuses[status as 'paid']?.zh ?? status
interface OrderRow {
  readonly number: string
  readonly lot: string
  readonly enteredAt: Date
  readonly leftAt: Date | null
  readonly minutes: number | null
  readonly amountFen: number | null
  readonly status: string
  readonly steps: string[] | null
  readonly invoiceNumber: string | null
}
const orderSql = `select o.number, l.name as lot, o.entered_at as "enteredAt", o.left_at as "leftAt", o.minutes, o.amount_fen as "amountFen", o.status, o.steps, o.invoice_number as "invoiceNumber"
  from parking."order" o join parking.lot l on l.district = o.district and l.id = o.lot`
const shown = (row: OrderRow) => ({ ...row, statusZh: statusZh(row.status) })

const guideRoutes: readonly BoundRoute[] = [
  bind(publicLotsRoute, async ({ lon, lat, metres, search }, ctx) => {
    const stale = parameterOf(ctx, 'parking.stale-minutes')
    const lots = await ctx.work(({ tx }) =>
      lon !== undefined && lat !== undefined
        ? lotsNear(tx, ctx.now, stale, { lon, lat }, metres ?? parameterOf(ctx, 'parking.near-metres'))
        : readLots(
            tx,
            ctx.now,
            stale,
            ` and ($1::text is null or l.name ilike '%' || $1 || '%' or l.address ilike '%' || $1 || '%')`,
            [search ?? null],
          ),
    )
    const wanted =
      search && lon !== undefined ? lots.filter((l) => l.name.includes(search) || (l.address ?? '').includes(search)) : lots
    return {
      at: ctx.now,
      lots: wanted.slice(0, 50).map((l) => ({
        id: l.id,
        name: l.name,
        kind: l.kind,
        address: l.address,
        price: l.priceText,
        openHours: l.openHours,
        spaces: l.spaces,
        free: l.free,
        ageMinutes: l.ageMinutes,
        lon: l.lon,
        lat: l.lat,
        metres: 'metres' in l ? Number(l.metres) : null,
      })),
    }
  }),
  bind(publicBoardRoute, ({ code }, ctx) =>
    ctx.work(async ({ tx }) => {
      const { lines, ...rest } = await showBoard(tx, await getBoard(tx, code), ctx.now, parameterOf(ctx, 'parking.stale-minutes'))
      return { ...rest, lines: [...lines] }
    }),
  ),
  bind(publicViolationRoute, async ({ number, plate }, ctx) =>
    ctx.work(async ({ tx }) => {
      const found = await one<{
        address: string
        status: string
        firstAt: Date | null
        secondAt: Date | null
        lon: number | null
        lat: number | null
      }>(
        tx,
        `select address, status, first_at as "firstAt", second_at as "secondAt", lon, lat from parking.violation where number = $1 and plate = $2`,
        [number, plate],
      )
      if (!found) return reject('kernel.not-found', { what: '违停告知' })
      const { lon, lat, status, ...rest } = found
      const near =
        lon === null || lat === null
          ? []
          : await lotsNear(
              tx,
              ctx.now,
              parameterOf(ctx, 'parking.stale-minutes'),
              { lon, lat },
              parameterOf(ctx, 'parking.near-metres'),
            )
      return {
        ...rest,
        status: violation.spec.statuses[status as 'found']?.zh ?? status,
        nearby: near.slice(0, 5).map((l) => ({ name: l.name, metres: l.metres, free: l.free, price: l.priceText })),
      }
    }),
  ),
  bind(publicShareRoute, async (_input, ctx) => ({
    rows: await ctx.work(async ({ tx }) => [
      ...(await many<{
        id: string
        unitName: string
        lot: string
        spaces: number
        days: string[]
        opensAt: string
        closesAt: string
        hourFen: number
        liability: string
      }>(
        tx,
        `select a.id, a.unit_name as "unitName", l.name as lot, a.spaces, a.days, a.opens_at as "opensAt", a.closes_at as "closesAt", a.hour_fen as "hourFen", a.liability
         from parking.agreement a join parking.lot l on l.district = a.district and l.id = a.lot where a.status = 'open' order by a.unit_name`,
      )),
    ]),
  })),
]
const accountRoutes: readonly BoundRoute[] = [
  bind(publicMineRoute, async ({ number, receipt }, ctx) =>
    ctx.work(async ({ tx }) => {
      const { id } = await findHeld(tx, 'account', number, receipt)
      const mine = await one<{ plate: string; status: string; balanceFen: number }>(
        tx,
        `select plate, status, balance_fen as "balanceFen" from parking.account where id = $1`,
        [id],
      )
      if (!mine) return reject('parking.receipt')
      // Until the licence was checked nobody knows that the plate is theirs.
      const orders =
        mine.status === 'active'
          ? await many<OrderRow>(
              tx,
              `${orderSql} where o.plate = $1 and o.status <> 'void' order by o.entered_at desc limit 50`,
              [mine.plate],
            )
          : []
      const owed = orders.filter((o) => ['due', 'arrears'].includes(o.status))
      return {
        number,
        ...mine,
        statusZh: account.spec.statuses[mine.status as 'active']?.zh ?? mine.status,
        owedFen: owed.reduce((n, o) => n + (o.amountFen ?? 0), 0),
        orders: orders.map(shown),
      }
    }),
  ),
  bind(publicPayRoute, async ({ number, receipt, order: wanted }, ctx) =>
    ctx.work(async (work) => {
      const { id, status } = await findHeld(work.tx, 'account', number, receipt)
      if (status !== 'active') return reject('parking.not-yet', { why: '账户尚未开通' })
      const owed = await one<{ id: string; status: string }>(
        work.tx,
        `select o.id, o.status from parking."order" o join parking.account a on a.district = o.district and a.id = $1 and a.plate = o.plate where o.number = $2`,
        [id, wanted],
      )
      if (!owed) return reject('kernel.not-found', { what: '停车订单' })
      if (!['due', 'arrears'].includes(owed.status))
        return reject('parking.not-yet', { why: `订单${statusZh(owed.status)},不需缴费` })
      const isPaid = await deduct(work, owed.id, { id, channel: 'ledger' })
      const after = await one<{ balanceFen: number }>(
        work.tx,
        'select balance_fen as "balanceFen" from parking.account where id = $1',
        [id],
      )
      return { status: isPaid ? '已缴' : '余额不足,未扣款', balanceFen: after?.balanceFen ?? 0 }
    }),
  ),
  bind(publicOrderRoute, async ({ number, plate }, ctx) => {
    const found = await ctx.work(({ tx }) =>
      one<OrderRow>(tx, `${orderSql} where o.number = $1 and o.plate = $2`, [number, plate]),
    )
    return found ? shown(found) : reject('kernel.not-found', { what: '停车订单' })
  }),
]
const walkwaysOf = (tx: Tx, lot: string) =>
  many<Walkway>(
    tx,
    `select from_node as "fromNode", to_node as "toNode", metres::float8 as metres, hint from parking.walkway where lot = $1 and retired_at is null`,
    [lot],
  )
interface Parked {
  readonly lotId: string
  readonly lot: string
  readonly berth: string
  readonly floor: string | null
  readonly section: string | null
  readonly node: string | null
  readonly seenAt: Date
}
const berthSql = `select l.id as "lotId", l.name as lot, b.number as berth, b.floor, b.section, b.node`
const findCarRoutes: readonly BoundRoute[] = [
  bind(publicCarRoute, async ({ number, receipt, from }, ctx) =>
    ctx.work(async ({ tx }) => {
      const { id, status } = await findHeld(tx, 'account', number, receipt)
      if (status !== 'active') return reject('parking.not-yet', { why: '账户尚未开通,不能查车' })
      const car = await one<Parked>(
        tx,
        `${berthSql}, n.said_at as "seenAt" from parking.berth_now n join parking.account a on a.district = n.district and a.id = $1 and a.plate = n.plate
         join parking.berth b on b.district = n.district and b.id = n.id join parking.lot l on l.district = b.district and l.id = b.lot
         where n.state <> 'free' order by n.said_at desc limit 1`,
        [id],
      )
      if (!car) return reject('kernel.not-found', { what: '车辆所在泊位' })
      const walk = car.node === null ? undefined : findWalk(await walkwaysOf(tx, car.lotId), from, car.node)
      const { lotId: _lot, node: _node, ...place } = car
      return { ...place, metres: walk?.metres ?? null, steps: [...(walk?.steps ?? [])] }
    }),
  ),
  bind(publicWalkRoute, async ({ number, from }, ctx) =>
    ctx.work(async ({ tx }) => {
      const found = await one<Parked>(
        tx,
        `${berthSql} from parking.berth b join parking.lot l on l.district = b.district and l.id = b.lot where b.number = $1 and b.retired_at is null and l.has_indoor_map`,
        [number],
      )
      const walk = found?.node ? findWalk(await walkwaysOf(tx, found.lotId), from, found.node) : undefined
      if (!found || !walk) return reject('kernel.not-found', { what: '场内路线' })
      return { floor: found.floor, section: found.section, metres: walk.metres, steps: [...walk.steps] }
    }),
  ),
]
const openRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const open = createOpener(kernel)
  const buckets = createBuckets({ capacity: 60, perMinute: 30, now: () => kernel.now().getTime() })
  const start = async (ctx: RequestContext, procedure: string, input: Readonly<Record<string, unknown>>) => {
    const seconds = buckets.take(ctx.ip)
    if (seconds > 0) reject('kernel.too-many', { seconds })
    const opened = await open({ procedure, district: ctx.district, actor: citizen, input })
    ctx.reply.code(201)
    return { id: opened.id, number: opened.number, receipt: opened.receipt }
  }
  return [
    bind(publicReserveRoute, async (input, ctx) => {
      const { id, ...made } = await start(ctx, reservation.id, { ...input })
      const row = await ctx.work(({ tx }) =>
        one<{ holdUntil: Date; missedBefore: number }>(
          tx,
          'select hold_until as "holdUntil", missed_before as "missedBefore" from parking.reservation where id = $1',
          [id],
        ),
      )
      return { ...made, holdUntil: row?.holdUntil.toISOString() ?? '', missedBefore: row?.missedBefore ?? 0 }
    }),
    bind(publicCancelRoute, async ({ number, receipt }, ctx) => {
      const { id } = await ctx.work(({ tx }) => findHeld(tx, 'reservation', number, receipt))
      const after = await perform(ctx.kernel, ctx.district, {
        procedure: reservation.id,
        subjectId: id,
        action: 'cancel',
        input: {},
        who: null,
        actor: citizen,
      })
      return { status: reservation.spec.statuses[after.status as 'held']?.zh ?? after.status }
    }),
    bind(publicAccountRoute, async (input, ctx) => {
      const { id: _id, ...made } = await start(ctx, account.id, { ...input })
      return made
    }),
    bind(publicBookRoute, async ({ id, ...input }, ctx) => {
      const { id: _id, ...made } = await start(ctx, shareUse.id, { agreement: id, ...input })
      return made
    }),
  ]
}
export const publicRoutes = (kernel: Kernel): readonly BoundRoute[] => [
  ...guideRoutes,
  ...accountRoutes,
  ...findCarRoutes,
  ...openRoutes(kernel),
]
