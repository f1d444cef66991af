/** Doors of things: a phone's tap, and what machines report with their own keys. */
import { type BoundRoute, bind, type Kernel, type RequestContext, reject, systemActor, type WorkContext } from '#kernel'
import { radioRoute } from '../contract.ts'
import type { Device } from '../devices.ts'
import { ingestOf } from '../ingest.ts'
import { takeMove } from './bike.ts'
import { bikeRoute, dropRoute, exchangeRoute, issueBatchRoute, scanRoute, tapRoute } from './contract.ts'
import { takeTap } from './nfc.ts'
import { takeScan } from './parking.ts'
import { exchange, takeDrop } from './points.ts'
import { readRadio } from './radio-now.ts'
import { issueBatch } from './spot-batch.ts'

const credentials = ({ request }: RequestContext): readonly [number: string, key: string] => {
  const { authorization, 'x-device-number': number, 'x-device-key': key } = request.headers
  if (!authorization?.startsWith('Basic ')) return [String(number ?? ''), String(key ?? '')]
  const text = Buffer.from(authorization.slice(6), 'base64').toString('utf8')
  const colon = text.lastIndexOf(':')
  return [text.slice(0, colon), text.slice(colon + 1)]
}
/** The work of a device that has shown its key, in its own district. */
const byDevice = async <T>(ctx: RequestContext, run: (work: WorkContext, device: Device) => Promise<T>): Promise<T> => {
  const { kernel } = ctx
  const [number, key] = credentials(ctx)
  const device = number && key ? await (await ingestOf(kernel)).book.authenticate(number, key) : undefined
  if (device?.state !== 'active') return reject('sensing.key')
  const { district } = device
  const actor = { ...systemActor, name: `设备${device.number}` }
  return kernel.db.withDistricts([district], (tx) => run({ kernel, tx, district, now: ctx.now, actor }, device))
}
export const thingRoutes = (_kernel: Kernel): readonly BoundRoute[] => [
  bind(tapRoute, (tap, ctx) => ctx.work((work) => takeTap(work, tap))),
  bind(radioRoute, (_input, ctx) => ctx.work((work) => readRadio(work, ctx.who))),
  bind(dropRoute, (input, ctx) => byDevice(ctx, (work, device) => takeDrop(work, device, input))),
  bind(exchangeRoute, (input, ctx) => byDevice(ctx, (work, device) => exchange(work, device, input))),
  bind(bikeRoute, (input, ctx) => byDevice(ctx, (work, device) => takeMove(work, device, input))),
  bind(issueBatchRoute, ({ id }, ctx) => ctx.work((work) => issueBatch(work, id))),
  bind(scanRoute, (input, ctx) => byDevice(ctx, (work, device) => takeScan(work, device, input))),
]
