/** What a volunteer does with his phone, without an account: his number and phone are asked every time. */
import {
  type Actor,
  type BoundRoute,
  bind,
  createOpener,
  dayText,
  type Kernel,
  many,
  one,
  perform,
  type RequestContext,
  reject,
  type Tx,
} from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { checkInRoute, checkOutRoute, mineRoute, pieceRoute } from './contract.ts'

const self: Actor = { kind: 'system', id: null, name: '志愿者' }
interface Known {
  readonly id: string
  readonly name: string
  readonly team: string
}
const knownSql = `select v.id, v.name, t.name as team from volunteers.volunteer v join volunteers.team t on t.district = v.district and t.id = v.team where v.code = $1 and v.phone = $2 and v.retired_at is null`
const find = async (tx: Tx, code: string, phone: string): Promise<Known> =>
  (await one<Known>(tx, knownSql, [code, phone])) ?? reject('volunteers.unknown')
const sumSql = `select coalesce(sum(hours), 0)::float8 as hours, coalesce(sum(points), 0)::int as points from volunteers.ledger where volunteer = $1`
const openSql = `select id, number, what, started_at as "startedAt" from volunteers.service where volunteer = $1 and status = 'serving'`
const kindsSql = `select k.id, k.name, k.unit, k.points, greatest(0, k.day_most - coalesce((select sum(p.pieces) from volunteers.piece p where p.kind = k.id and p.volunteer = $1 and p.status <> 'dropped' and (p.created_at at time zone 'Asia/Shanghai')::date = $2::date), 0))::int as left
  from volunteers.piece_kind k where k.is_on and k.retired_at is null order by k.name`
interface Piece {
  readonly number: string
  readonly points: number
}
const pieceSql = 'select number, points from volunteers.piece where volunteer = $1 and client_key = $2'
interface Open {
  readonly id: string
  readonly number: string
  readonly what: string
  readonly startedAt: Date
}
const shown = (ctx: RequestContext, key: { code: string; phone: string }) =>
  ctx.work(async ({ tx, now }) => {
    const v = await find(tx, key.code, key.phone)
    const sums = await one<{ hours: number; points: number }>(tx, sumSql, [v.id])
    const open = await one<Open>(tx, openSql, [v.id])
    const kinds = await many<{ id: string; name: string; unit: string; points: number; left: number }>(tx, kindsSql, [
      v.id,
      dayText(now),
    ])
    return {
      // The family name is enough to see that it is oneself.
      name: `${v.name.slice(0, 1)}**`,
      team: v.team,
      hours: Math.round((sums?.hours ?? 0) * 10) / 10,
      points: sums?.points ?? 0,
      serving: open ? { number: open.number, what: open.what, startedAt: new Date(open.startedAt) } : null,
      kinds: [...kinds],
    }
  })
export const volunteerRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const open = createOpener(kernel)
  const buckets = createBuckets({ capacity: 30, perMinute: 10, now: () => kernel.now().getTime() })
  const spend = (ctx: RequestContext): void => {
    const seconds = buckets.take(ctx.ip)
    if (seconds > 0) reject('kernel.too-many', { seconds })
  }
  return [
    bind(mineRoute, (key, ctx) => {
      spend(ctx)
      return shown(ctx, key)
    }),
    bind(checkInRoute, async ({ lon, lat, what, ...key }, ctx) => {
      spend(ctx)
      const { id } = await ctx.work(({ tx }) => find(tx, key.code, key.phone))
      await open({
        procedure: 'volunteers.service',
        district: ctx.district,
        actor: self,
        input: { volunteer: id, what },
        lon,
        lat,
      })
      ctx.reply.code(201)
      return shown(ctx, key)
    }),
    bind(checkOutRoute, async ({ lon, lat, ...key }, ctx) => {
      spend(ctx)
      const serving = await ctx.work(async ({ tx }) => one<Open>(tx, openSql, [(await find(tx, key.code, key.phone)).id]))
      if (!serving) return reject('volunteers.not-yet', { why: '没有签到中的服务' })
      await perform(ctx.kernel, ctx.district, {
        procedure: 'volunteers.service',
        subjectId: serving.id,
        action: 'checkOut',
        input: { lon, lat },
        who: null,
        actor: self,
      })
      const after = await ctx.work(({ tx }) =>
        one<{ hours: number; doubt: string | null }>(
          tx,
          'select hours::float8 as hours, doubt from volunteers.service where id = $1',
          [serving.id],
        ),
      )
      return { ...(await shown(ctx, key)), counted: after?.hours ?? 0, doubt: after?.doubt ?? null }
    }),
    bind(pieceRoute, async ({ lon, lat, kind, pieces, photos, clientKey, ...key }, ctx) => {
      spend(ctx)
      const { id } = await ctx.work(({ tx }) => find(tx, key.code, key.phone))
      // Said twice over a bad line: the day's limit is not asked a second time.
      const known = clientKey ? await ctx.work(({ tx }) => one<Piece>(tx, pieceSql, [id, clientKey])) : undefined
      if (known) return known
      const input = { volunteer: id, kind, pieces, photos }
      const opened = await open({
        procedure: 'volunteers.piece',
        district: ctx.district,
        actor: self,
        input,
        lon,
        lat,
        clientKey,
      })
      const row = await ctx.work(({ tx }) =>
        one<{ points: number }>(tx, 'select points from volunteers.piece where id = $1', [opened.id]),
      )
      ctx.reply.code(opened.isKnown ? 200 : 201)
      return { number: opened.number, points: row?.points ?? 0 }
    }),
  ]
}
