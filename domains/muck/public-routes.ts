/** Residents book the collection of renovation waste; the receipt they are given is the permission to look, cancel and rate. */
import {
  type Actor,
  type BoundRoute,
  bind,
  createOpener,
  type Kernel,
  one,
  perform,
  type RequestContext,
  reject,
  type Tx,
} from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { publicBookRoute, publicCancelRoute, publicProgressRoute, publicRateRoute } from './contract.ts'
import { renovation } from './renovation.ts'

const citizen: Actor = { kind: 'system', id: null, name: '市民' }
interface Booking {
  readonly id: string
  readonly number: string
  readonly status: keyof typeof renovation.spec.statuses
  readonly wantedOn: string
  readonly plannedOn: string | null
  readonly plate: string | null
  readonly m3: number | null
  readonly feeFen: number | null
  readonly score: number | null
  readonly hash: string | null
}
const bookingSql = `select id, number, status, wanted_on::text as "wantedOn", planned_on::text as "plannedOn", plate, m3::float8 as m3, fee_fen as "feeFen", score,
  (select j.hash from kernel.journal j where j.subject_id = r.id and j.seq = 1) as hash from muck.renovation r where number = $1`
const findHeld = async (tx: Tx, number: string, receipt: string): Promise<Booking> => {
  const found = await one<Booking>(tx, bookingSql, [number])
  return found && found.hash === receipt ? found : reject('muck.receipt')
}
const shown = ({ id: _id, hash: _hash, ...b }: Booking) => ({ ...b, statusZh: renovation.spec.statuses[b.status].zh })
const act = async (ctx: RequestContext, held: { number: string; receipt: string }, action: string, input: object) => {
  const { id } = await ctx.work(({ tx }) => findHeld(tx, held.number, held.receipt))
  await perform(ctx.kernel, ctx.district, { procedure: renovation.id, subjectId: id, action, input, who: null, actor: citizen })
  return shown(await ctx.work(({ tx }) => findHeld(tx, held.number, held.receipt)))
}
export const publicRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const open = createOpener(kernel)
  const buckets = createBuckets({ capacity: 30, perMinute: 10, now: () => kernel.now().getTime() })
  return [
    bind(publicBookRoute, async (input, ctx) => {
      const seconds = buckets.take(ctx.ip)
      if (seconds > 0) reject('kernel.too-many', { seconds })
      const opened = await open({ procedure: renovation.id, district: ctx.district, actor: citizen, input })
      ctx.reply.code(201)
      return { number: opened.number, receipt: opened.receipt }
    }),
    bind(publicProgressRoute, async ({ number, receipt }, ctx) =>
      shown(await ctx.work(({ tx }) => findHeld(tx, number, receipt))),
    ),
    bind(publicCancelRoute, (held, ctx) => act(ctx, held, 'cancel', { reason: '居民取消' })),
    bind(publicRateRoute, ({ score, ...held }, ctx) => act(ctx, held, 'rate', { score })),
  ]
}
