/** Frames handed in by a box, and frames fetched from cameras that have an address. */
import { type BoundRoute, bind, type Job, type Kernel, type RequestContext, raw, reject } from '#kernel'
import { readParts } from '#kernel/files/index.ts'
import { detectorModel } from '#kernel/vision/index.ts'
import { ingestOf } from '../ingest.ts'
import { frameRoute } from './contract.ts'
import { fetchSnapshot, hostsOf } from './snapshot.ts'
import { watchOf } from './watch.ts'

const credentialsOf = ({ request }: RequestContext): readonly [number: string, key: string] => {
  const { authorization } = request.headers
  if (!authorization?.startsWith('Basic ')) return ['', '']
  const text = Buffer.from(authorization.slice(6), 'base64').toString('utf8')
  const colon = text.lastIndexOf(':')
  return [text.slice(0, colon), text.slice(colon + 1)]
}
export const watchRoutes = (kernel: Kernel): readonly BoundRoute[] => [
  bind(frameRoute, async ({ camera, at }, ctx) => {
    const [number, key] = credentialsOf(ctx)
    const { book } = await ingestOf(kernel)
    const device = number && key ? await book.authenticate(number, key) : undefined
    if (device?.state !== 'active') return reject('sensing.key')
    const when = at ? new Date(at) : ctx.now
    if (Math.abs(when.getTime() - ctx.now.getTime()) > 3_600_000)
      return reject('sensing.field', { why: '抓图时间与平台相差一小时以上' })
    for await (const part of readParts(ctx.request)) {
      const seen = await watchOf(kernel)(device, { camera, at: when, bytes: part.bytes })
      return { objects: [...seen.objects], told: [...seen.told], refused: [...seen.refused] }
    }
    return reject('kernel.invalid', { detail: '没有图片' })
  }),
]
interface Asked {
  readonly number: string
  readonly url: string
  readonly device: string
}
/** One frame a minute is enough for what stays; the job only starts the work, so that a slow camera holds up nobody. */
export const snapshotJob: Job = {
  id: 'sensing.snapshots',
  zh: '摄像头抓图识别',
  everyMinutes: 1,
  run: async ({ kernel, tx, now }) => {
    const hosts = hostsOf(process.env.CITYLOOP_CAMERA_HOSTS)
    if (hosts.size === 0 || !detectorModel()) return
    const { rows } = await raw<Asked>(
      tx,
      `select c.number, c.snapshot_url as url, d.number as device from sensing.camera c join sensing.device d on d.district = c.district and d.id = c.box
       where c.snapshot_url is not null and c.is_on and c.retired_at is null and exists (select from sensing.zone z where z.camera = c.id and z.is_on and z.retired_at is null)`,
      [],
    )
    const { book } = await ingestOf(kernel)
    for (const { number, url, device } of rows) {
      const known = book.find(device) ?? (await book.seek(device))
      if (known?.state !== 'active') continue
      fetchSnapshot(url, hosts)
        .then((bytes) => watchOf(kernel)(known, { camera: number, at: now, bytes }))
        .catch((error: unknown) => kernel.log.warn({ err: error, camera: number }, 'a camera could not be read'))
    }
  },
}
