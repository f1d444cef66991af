/**
 * What machines say of berths and lots, over HTTP, behind one interface: ground sensors, high cameras, scan vehicles, lots' own systems
 * and vehicle-road messages differ only in the kind of their source. Each item is answered for itself; a bad one does no harm to the others.
 */
import { z } from 'zod'
import { takeFeed } from '#domains/parking/guide/feed.ts'
import { areaEntry } from '#domains/parking/lot/records.ts'
import { takeSighting } from '#domains/parking/lot/state.ts'

import '#domains/parking/errors.ts'
import { addRecord, type BoundRoute, bind, one, Refused, refusalZh, reject, systemActor, type WorkContext } from '#kernel'
import { route } from '#kernel/contract'
import type { RequestContext } from '#kernel/http/bind.ts'
import { sourceOf } from './source.ts'

const at = z.iso.datetime({ offset: true })
const plate = z.string().min(6).max(10)
const answered = z.object({
  accepted: z.number(),
  refused: z.array(z.object({ index: z.number(), zh: z.string() })),
})
const batch = 500
const berthsRoute = route({
  method: 'POST',
  path: '/ingest/parking/berths',
  zh: '泊位状态上报(地磁、视频、巡检、场库、车路协同)',
  permission: 'public',
  tag: 'parking',
  input: z.object({
    items: z
      .array(
        z.object({
          berth: z.string().min(1).max(30),
          isTaken: z.boolean(),
          plate: plate.nullish(),
          confidence: z.number().min(0).max(1).optional(),
          at,
        }),
      )
      .min(1)
      .max(batch),
  }),
  output: answered,
  refusals: ['parking.key'],
})
const lotsRoute = route({
  method: 'POST',
  path: '/ingest/parking/lots',
  zh: '场库余位上报',
  permission: 'public',
  tag: 'parking',
  input: z.object({ at, free: z.number().int(), total: z.number().int().min(0) }),
  output: z.object({ isSound: z.boolean() }),
  refusals: ['parking.key', 'parking.field'],
})
const entriesRoute = route({
  method: 'POST',
  path: '/ingest/parking/entries',
  zh: '车辆进入诱导区域(卡口、诱导屏旁视频)',
  permission: 'public',
  tag: 'parking',
  input: z.object({ board: z.string().max(40), items: z.array(z.object({ plate, at })).min(1).max(batch) }),
  output: answered,
  refusals: ['parking.key', 'parking.field'],
})
/** Each item in a transaction of its own; what is refused is named by its place in the batch. */
const eachOf = async <T>(ctx: RequestContext, items: readonly T[], take: (work: WorkContext, item: T) => Promise<unknown>) => {
  const refused: { index: number; zh: string }[] = []
  for (const [index, item] of items.entries()) {
    try {
      await ctx.work((work) => take({ ...work, actor: systemActor }, item))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused.push({ index, zh: refusalZh(error.refusal) })
    }
  }
  return { accepted: items.length - refused.length, refused }
}
export const parkingIngestRoutes: readonly BoundRoute[] = [
  bind(berthsRoute, async ({ items }, ctx) => {
    const source = await sourceOf(ctx)
    return eachOf(ctx, items, (work, item) =>
      takeSighting(work, { ...item, source: source.kind, at: new Date(item.at), told: source.code }),
    )
  }),
  bind(lotsRoute, async ({ at: said, free, total }, ctx) => {
    const source = await sourceOf(ctx)
    const { lot } = source
    if (lot === null) return reject('parking.field', { why: '该数据源没有对应的停车场' })
    return {
      isSound: await ctx.work((work) => takeFeed({ ...work, actor: systemActor }, lot, { at: new Date(said), free, total })),
    }
  }),
  bind(entriesRoute, async ({ board, items }, ctx) => {
    await sourceOf(ctx)
    const found = await ctx.work(({ tx }) =>
      one<{ id: string; areaCode: string | null }>(
        tx,
        'select id, area_code as "areaCode" from parking.board where code = $1 and retired_at is null',
        [board],
      ),
    )
    if (!found) return reject('parking.field', { why: `没有诱导屏${board}` })
    return eachOf(ctx, items, (work, item) =>
      addRecord(work, areaEntry, { board: found.id, plate: item.plate }, { at: new Date(item.at), areaCode: found.areaCode }),
    )
  }),
]
