/** An observation that a device adds itself, by its number and key: the same way into the database as any other message of a device. */
import type { Device } from '#domains/sensing/devices.ts'
import { type Ingest, ingestOf } from '#domains/sensing/ingest.ts'
import { timeOf } from '#domains/sensing/interpret.ts'
import { pointId } from '#domains/sensing/point.ts'
import { type Kernel, Refused, type RequestContext, raw, refusalZh, reject } from '#kernel'
import { wrong } from './filter.ts'

type Body = Readonly<Record<string, unknown>>
const credentials = (ctx: RequestContext): readonly [string, string] => {
  const { authorization = '' } = ctx.request.headers
  const text = authorization.startsWith('Basic ') ? Buffer.from(authorization.slice(6), 'base64').toString('utf8') : ''
  const colon = text.lastIndexOf(':')
  return [text.slice(0, Math.max(0, colon)), text.slice(colon + 1)]
}
const isBody = (value: unknown): value is Body => value !== null && typeof value === 'object' && !Array.isArray(value)
const streamShape = /^\/?Datastreams\('([0-9a-f-]{36}):([A-Za-z0-9]{1,40})'\)\/Observations$/
/** Which datastream is meant: by the address, or named in the body. */
export const streamOf = (path: string, body: Body): readonly [device: string, quantity: string] => {
  const [, device, quantity] = streamShape.exec(path) ?? []
  if (device && quantity) return [device, quantity]
  if (!/^\/?Observations$/.test(path)) return wrong("只能向 Observations 或 Datastreams('…')/Observations 新增")
  const named = isBody(body.Datastream) ? String(body.Datastream['@iot.id'] ?? '') : ''
  const [id, code] = named.split(':')
  return id && code ? [id, code] : wrong('请在 Datastream 的 @iot.id 中指明数据流')
}
/** The item a device would have sent. @param number the device the datastream is of */
const itemOf = (body: Body, number: string, quantity: string, now: number) => {
  const at = timeOf(body.phenomenonTime ?? body.resultTime, now)
  if (Number.isNaN(at)) return wrong('phenomenonTime 应为带时区的 ISO 8601 时间')
  return { device: number, at, quantity, value: body.result }
}
/** The device itself, or one behind it; another's datastream is refused. */
const speaker = async (kernel: Kernel, ingest: Ingest, sender: Device, id: string): Promise<Device> => {
  if (id === sender.id) return sender
  const { rows } = await kernel.db.withDistricts([sender.district], (tx) =>
    raw<{ number: string }>(tx, 'select number from sensing.device where id = $1::uuid', [id]),
  )
  const device = rows[0] && (await ingest.book.seek(`${sender.district}:${rows[0].number}`))
  return device?.gatewayId === sender.id ? device : reject('sensing.field', { why: '数据流不属于本设备' })
}
/** @param path `Observations` or `Datastreams('…')/Observations` */
export const takeObservation = async (
  kernel: Kernel,
  ingest: Ingest,
  sender: Device,
  channel: 'http' | 'mqtt',
  path: string,
  body: unknown,
) => {
  if (!isBody(body)) return wrong('观测应为一个 JSON 对象')
  const [deviceId, quantity] = streamOf(path, body)
  const device = await speaker(kernel, ingest, sender, deviceId)
  const item = itemOf(body, device.number, quantity, kernel.now().getTime())
  const taken = await ingest.takeItems(channel, sender, [item])
  const known = await ingest.book.seekQuantity(device.district, quantity)
  return {
    id: pointId(device.prefix, item.at, known?.serial ?? 0),
    at: new Date(item.at),
    value: item.value,
    /** Why it was not taken; it is kept as a dead letter then. */
    refusal: taken.refused[0]?.detail,
  }
}
export const addObservation = async (ctx: RequestContext, path: string) => {
  const ingest = await ingestOf(ctx.kernel)
  const [number, key] = credentials(ctx)
  const sender = number && key ? await ingest.book.authenticate(number, key) : undefined
  if (!sender) return reject('sensing.key')
  if (ingest.isFull()) return reject('kernel.too-many', { seconds: 2 })
  const { id, at, value, refusal } = await takeObservation(ctx.kernel, ingest, sender, 'http', path, ctx.request.body)
  if (refusal) reject('kernel.invalid', { detail: refusal })
  return { id, entity: { phenomenonTime: at.toISOString(), resultTime: at.toISOString(), result: value } }
}

/** The topics of the standard, `v1.1/Datastreams('…')/Observations`. */
export const isObservationTopic = (topic: string): boolean => /^v1\.1\/(Datastreams\(.+\)\/)?Observations$/.test(topic)
/** An observation by MQTT: what cannot be read is kept as a dead letter, another device's datastream is an error. */
export const takeObservationText = async (
  kernel: Kernel,
  ingest: Ingest,
  sender: Device,
  topic: string,
  text: string,
): Promise<void> => {
  try {
    await takeObservation(kernel, ingest, sender, 'mqtt', topic.slice('v1.1/'.length), JSON.parse(text))
  } catch (error) {
    const isUnreadable = error instanceof SyntaxError || (error instanceof Refused && error.refusal.code === 'kernel.invalid')
    if (!isUnreadable) throw error
    const detail = error instanceof Refused ? refusalZh(error.refusal) : '不是有效的JSON'
    await ingest.takePoints('mqtt', sender, {
      readings: [],
      positions: [],
      refused: [{ reason: 'malformed', detail, item: text }],
    })
  }
}
