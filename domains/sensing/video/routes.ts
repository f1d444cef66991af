/** Live and kept pictures over HTTP, and where vehicles were silent. */
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import {
  addDays,
  type BoundRoute,
  bind,
  type Job,
  type Kernel,
  many,
  one,
  parameterOf,
  perform,
  type RequestContext,
  reject,
  startOf,
  systemActor,
} from '#kernel'
import { gapsRoute, liveRoute, replayRoute } from '../contract.ts'
import { type Frame, liveOf, packFrame } from './hub.ts'
import { waitSeconds } from './viewing.ts'

interface Viewing {
  readonly id: string
  readonly device: string
  readonly channel: number
  readonly status: string
  readonly viewer: string
}
const videoDir = (kernel: Kernel): string => {
  const dir = join(kernel.fileDir, 'video')
  mkdirSync(dir, { recursive: true })
  return dir
}
const fileOf = (kernel: Kernel, id: string): string => join(videoDir(kernel), `${id}.h264`)
const findViewing = async (ctx: RequestContext, id: string): Promise<Viewing> =>
  (await ctx.work(({ tx }) =>
    one<Viewing>(tx, 'select id, device, channel, status, viewer from sensing.viewing where id = $1', [id]),
  )) ?? reject('kernel.not-found', { what: '这次调看' })
/** Streams to the one who asked until they leave, the terminal stops, or the time is over; the same bytes go to the disk. */
const watch = (ctx: RequestContext, viewing: Viewing): PassThrough => {
  const { kernel, district } = ctx
  const out = new PassThrough({ highWaterMark: 1 << 20 })
  const file = createWriteStream(fileOf(kernel, viewing.id))
  let bytes = 0
  let [firstAt, lastAt] = [0, 0]
  let isEnded = false
  let quiet: ReturnType<typeof setTimeout> | undefined
  const act = (action: string, input: object = {}): void =>
    void perform(kernel, district, {
      procedure: 'sensing.viewing',
      subjectId: viewing.id,
      action,
      input: { ...input },
      who: null,
      actor: systemActor,
    }).catch((error: unknown) => kernel.log.warn({ err: error }, 'a viewing could not be written down'))
  const end = (): void => {
    if (isEnded) return
    isEnded = true
    clearTimeout(quiet)
    stop()
    out.end()
    file.end(() => act('end', { seconds: Math.round(Math.max(0, lastAt - firstAt) / 1000), kilobytes: Math.ceil(bytes / 1024) }))
  }
  const wait = (): void => {
    clearTimeout(quiet)
    quiet = setTimeout(end, waitSeconds * 1000).unref()
  }
  const stop = liveOf(kernel).watch(viewing.device, viewing.channel, (frame: Frame) => {
    if (bytes === 0) {
      firstAt = frame.at
      act('begin')
    }
    lastAt = frame.at
    const packed = packFrame(frame)
    bytes += packed.length
    file.write(packed)
    // A slow line loses pictures, never the server its memory.
    if (out.writableLength < 8 << 20) out.write(packed)
    wait()
  })
  wait()
  // An empty frame at once: the browser is answered before the first picture comes.
  out.write(packFrame({ isKey: false, at: 0, data: Buffer.alloc(0) }))
  out.on('close', end)
  return out
}
const gapsSql = `select device, plate, "from", "to", round(extract(epoch from "to" - "from") / 60)::int as minutes from (
    select p.device, d.plate, p.at as "from", lead(p.at) over (partition by p.device order by p.at) as "to" from sensing.position p
    join sensing.device d on d.district = p.district and d.id = p.device where d.plate is not null and p.at >= $1 and p.at < $2) x
  where "to" is not null and "to" - "from" > $3::int * interval '1 minute' order by minutes desc, plate limit 500`
export const videoRoutes: readonly BoundRoute[] = [
  bind(liveRoute, async ({ id }, ctx) => {
    const viewing = await findViewing(ctx, id)
    if (viewing.viewer !== ctx.who?.personId) return reject('sensing.not-yet', { why: '只有发起调看的人能看' })
    if (viewing.status !== 'watching') return reject('sensing.not-yet', { why: '这次调看已经结束' })
    return ctx.reply
      .header('content-type', 'application/octet-stream')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(watch(ctx, viewing))
  }),
  bind(replayRoute, async ({ id }, ctx) => {
    const viewing = await findViewing(ctx, id)
    const path = fileOf(ctx.kernel, id)
    if (viewing.status !== 'kept' || !existsSync(path))
      return reject('sensing.not-yet', { why: '没有保存的图像(未结束或已到期删除)' })
    return ctx.reply
      .header('content-type', 'application/octet-stream')
      .header('cache-control', 'no-store')
      .send(createReadStream(path))
  }),
  bind(gapsRoute, ({ on }, ctx) =>
    ctx.work(async (work) => {
      const least = parameterOf(work, 'sensing.gap-minutes')
      return { least, rows: await many(work.tx, gapsSql, [startOf(on), startOf(addDays(on, 1)), least]) } as never
    }),
  ),
]
/** Files of viewings that are no longer kept. */
export const videoJob: Job = {
  id: 'sensing.video',
  zh: '到期车载图像删除',
  everyMinutes: 60,
  run: async ({ tx, kernel }) => {
    const names = (await readdir(videoDir(kernel))).filter((n) => n.endsWith('.h264'))
    if (names.length === 0) return
    const gone = await many<{ id: string }>(
      tx,
      `select id from sensing.viewing where id = any($1::uuid[]) and status = any (array['dropped', 'missed'])`,
      [names.map((n) => n.slice(0, -5))],
    )
    for (const { id } of gone) await unlink(fileOf(kernel, id)).catch(() => undefined)
  },
}
