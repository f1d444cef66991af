/** SensorThings 1.1 below `/api/sensorthings/v1.1`: reading for who may see devices and readings; devices add observations with their keys. */
import { z } from 'zod'
import '#domains/sensing/errors.ts'
import { type BoundRoute, bind, mayDo, type RequestContext, reject } from '#kernel'
import { route } from '#kernel/contract'
import { wrong } from './filter.ts'
import { type EntitySet, entitySets } from './model.ts'
import { type Options, optionsOf } from './options.ts'
import { entityOf, findRows, getSet, linkOf, type Narrowing, narrowingOf, type Reader, type Row } from './read.ts'
import { addObservation } from './write.ts'

const path = '/sensorthings/v1.1'
const anything = z.object({}).loose()
const read = (at: string, zh: string) =>
  route({
    method: 'GET',
    path: `${path}${at}`,
    zh,
    permission: 'sensing.device.read',
    tag: 'sensorthings',
    input: anything,
    output: anything,
  })
const routes = {
  root: read('', 'SensorThings:服务首页'),
  below: read('/*', 'SensorThings:实体'),
  post: route({
    method: 'POST',
    path: `${path}/*`,
    zh: 'SensorThings:设备上报观测(设备编号与接入密钥)',
    permission: 'public',
    tag: 'sensorthings',
    input: anything,
    output: z.unknown(),
    refusals: ['sensing.key'],
    raw: 'application/json',
  }),
} as const
const baseOf = ({ request }: RequestContext): string => `${request.protocol}://${request.headers.host}/api${path}`
const requirement = (name: string): string => `http://www.opengis.net/spec/iot_sensing/1.1/${name}`
const rootOf = (base: string) => ({
  value: [...entitySets.keys()].map((name) => ({ name, url: `${base}/${name}` })),
  serverSettings: {
    conformance: [
      ...[
        'thing',
        'location',
        'historical-location',
        'datastream',
        'sensor',
        'observed-property',
        'observation',
        'feature-of-interest',
      ].map((name) => requirement(`req/datamodel/${name}/properties`)),
      requirement('req/resource-path/resource-path-to-entities'),
      ...['expand', 'select', 'orderby', 'skip', 'top', 'filter', 'count', 'pagination'].map((name) =>
        requirement(`req/request-data/${name}`),
      ),
    ],
  },
})
const segmentShape = /^([A-Za-z]+)(?:\('([^']*)'\))?$/
/** Walks `Datastreams('x')/Thing/Locations`: where it ends, and narrowed to what. */
interface Place {
  readonly set: EntitySet
  readonly to: Narrowing
  /** One entity is meant, not a collection. */
  readonly isOne: boolean
  readonly property?: string
  readonly isValue?: boolean
}
const plain: Options = { top: 1, skip: 0, isCounted: false, expand: [] }
const getRow = async (reader: Reader, set: EntitySet, to: Narrowing): Promise<Row> =>
  (await findRows(reader, set, to, plain)).rows[0] ??
  reject('kernel.not-found', { what: `${set.name}${to.id ? `('${to.id}')` : ''}` })
const uuidShape = /^[0-9a-f-]{36}$/i
const walk = async (reader: Reader, text: string): Promise<Place> => {
  const [first = '', ...rest] = text
    .split('/')
    .map((s) => decodeURIComponent(s))
    .filter((s) => s !== '')
  const [, name = '', id] = segmentShape.exec(first) ?? wrong(`地址中“${first}”读不懂(编号写作 ('…'))`)
  let place: Place = { set: getSet(name), to: id === undefined ? {} : { id }, isOne: id !== undefined }
  if (id !== undefined && name === 'Observations' && !uuidShape.test(id)) reject('kernel.not-found', { what: `${name}('${id}')` })
  for (const segment of rest) {
    if (segment === '$value' && place.property) {
      place = { ...place, isValue: true }
      continue
    }
    if (!place.isOne || place.property) wrong(`地址中“${segment}”之前应是一个实体`)
    const [, next = '', nextId] = segmentShape.exec(segment) ?? wrong(`地址中“${segment}”读不懂`)
    const navigation = place.set.navigation[next]
    if (!navigation) {
      if (!(next in place.set.properties)) wrong(`${place.set.name} 没有“${next}”`)
      place = { ...place, property: next }
      continue
    }
    const to = narrowingOf(await getRow(reader, place.set, place.to), navigation)
    place = {
      set: getSet(navigation.set),
      to: nextId === undefined ? to : { ...to, id: nextId },
      isOne: !navigation.isMany || nextId !== undefined,
    }
  }
  return place
}
const collection = async (
  reader: Reader,
  { set, to }: Place,
  options: Options,
  at: string,
  asked: Readonly<Record<string, string>>,
) => {
  const found = await findRows(reader, set, to, options)
  const value: Record<string, unknown>[] = []
  for (const row of found.rows) value.push(await entityOf(reader, set, row, options))
  const next = new URLSearchParams({ ...asked, $top: String(options.top), $skip: String(options.skip + options.top) })
  return {
    ...(found.count === undefined ? {} : { '@iot.count': found.count }),
    ...(found.hasMore ? { '@iot.nextLink': `${at}?${next.toString().replaceAll('%24', '$')}` } : {}),
    value,
  }
}
const answer = async (ctx: RequestContext): Promise<unknown> => {
  const base = baseOf(ctx)
  const [at = ''] = ctx.request.url.split('?')
  const asked = Object.fromEntries(Object.entries(ctx.request.query as object).map(([k, v]) => [k, String(v)]))
  const options = optionsOf(asked)
  return ctx.work(async ({ tx }) => {
    const reader: Reader = { tx, ctx, base }
    const inner = at.slice(at.indexOf(path) + path.length)
    const place = await walk(reader, inner)
    const isReading = place.set.name === 'Observations' || JSON.stringify(options.expand).includes('Observations')
    if (isReading && !(ctx.who && mayDo(ctx.who, 'sensing.reading.read'))) reject('permission.denied', { verb: '查看监测读数' })
    if (!place.isOne) return collection(reader, place, options, `${base}${inner}`, asked)
    const entity = await entityOf(reader, place.set, await getRow(reader, place.set, place.to), options)
    if (!place.property) return entity
    if (!place.isValue) return { [place.property]: entity[place.property] }
    const value = entity[place.property]
    ctx.reply.header('content-type', 'text/plain; charset=utf-8')
    return ctx.reply.send(typeof value === 'object' ? JSON.stringify(value) : String(value))
  })
}
export const sensorthingsRoutes: readonly BoundRoute[] = [
  bind(routes.root, async (_input, ctx) => rootOf(baseOf(ctx))),
  bind(routes.below, async (_input, ctx) => answer(ctx) as Promise<Record<string, unknown>>),
  bind(routes.post, async (_input, ctx) => {
    const [at = ''] = ctx.request.url.split('?')
    const made = await addObservation(ctx, decodeURIComponent(at.slice(at.indexOf(path) + path.length)))
    const link = linkOf(baseOf(ctx), getSet('Observations'), made.id)
    return ctx.reply
      .code(201)
      .header('location', link)
      .header('content-type', 'application/json')
      .send({ '@iot.id': made.id, '@iot.selfLink': link, ...made.entity })
  }),
]
