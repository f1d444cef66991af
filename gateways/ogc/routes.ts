/** The addresses of OGC API – Features, below `/api/ogc`. */
import { z } from 'zod'
import { type BoundRoute, bind, type Definition } from '#kernel'
import { route } from '#kernel/contract'
import type { RequestContext } from '#kernel/http/bind.ts'
import { collectionOf, collectionsOf, extentOf, findItems, getItem, itemsQuery, queryablesOf } from './features.ts'

const open = z.object({}).loose()
const get = <I extends z.ZodType>(path: string, zh: string, input: I) =>
  route({ method: 'GET', path: `/ogc${path}`, zh, permission: 'signed-in', input, output: open, tag: 'ogc' })
const landingRoute = get('', '要素服务:首页', z.object({}).loose())
const conformanceRoute = get('/conformance', '要素服务:符合类', z.object({}).loose())
const collectionsRoute = get('/collections', '要素服务:要素集', z.object({}).loose())
const collectionRoute = get('/collections/:collection', '要素服务:一个要素集', z.object({ collection: z.string() }).loose())
const queryablesRoute = get(
  '/collections/:collection/queryables',
  '要素服务:可查询的属性',
  z.object({ collection: z.string() }).loose(),
)
const itemsRoute = route({
  method: 'GET',
  path: '/ogc/collections/:collection/items',
  zh: '要素服务:要素',
  permission: 'signed-in',
  input: z.object({ collection: z.string() }).loose(),
  output: open,
  tag: 'ogc',
  raw: 'application/geo+json',
})
const itemRoute = route({
  method: 'GET',
  path: '/ogc/collections/:collection/items/:item',
  zh: '要素服务:一个要素',
  permission: 'signed-in',
  input: z.object({ collection: z.string(), item: z.uuid() }).loose(),
  output: open,
  tag: 'ogc',
  raw: 'application/geo+json',
})

const baseOf = ({ request }: RequestContext): string => {
  const proto = String(request.headers['x-forwarded-proto'] ?? request.protocol)
  return `${proto}://${request.headers.host}/api/ogc`
}
const link = (href: string, rel: string, type = 'application/json', title?: string) => ({
  href,
  rel,
  type,
  ...(title ? { title } : {}),
})
const classes = ['core', 'geojson', 'oas30'].map((c) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${c}`)
const crs = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const describe = (base: string, d: Definition, bbox: readonly number[]) => ({
  id: d.id,
  title: d.spec.zh,
  ...(d.spec.help ? { description: d.spec.help } : {}),
  itemType: 'feature',
  extent: { spatial: { bbox: [bbox], crs } },
  crs: [crs],
  links: [
    link(`${base}/collections/${d.id}`, 'self'),
    link(`${base}/collections/${d.id}/items`, 'items', 'application/geo+json', d.spec.zh),
    link(
      `${base}/collections/${d.id}/queryables`,
      'http://www.opengis.net/def/rel/ogc/1.0/queryables',
      'application/schema+json',
    ),
  ],
})
const schemaType = (type: string): object => {
  if (type === 'boolean') return { type: 'boolean' }
  if (/^(integer|bigint)/.test(type)) return { type: 'integer' }
  if (/^(numeric|double)/.test(type)) return { type: 'number' }
  if (type === 'date') return { type: 'string', format: 'date' }
  return type.startsWith('timestamp') ? { type: 'string', format: 'date-time' } : { type: 'string' }
}

export const ogcRoutes: readonly BoundRoute[] = [
  bind(landingRoute, async (_input, ctx) => {
    const base = baseOf(ctx)
    return {
      title: '智慧城管要素服务',
      description: '台账、记录与案件中有位置的,按登录者的权限给出;坐标为 CGCS2000/WGS-84 经纬度。',
      links: [
        link(base, 'self'),
        link(`${base}/conformance`, 'conformance'),
        link(`${base}/collections`, 'data'),
        link(base.replace(/\/ogc$/, '/openapi.json'), 'service-desc', 'application/vnd.oai.openapi+json;version=3.1'),
      ],
    }
  }),
  bind(conformanceRoute, async () => ({ conformsTo: classes })),
  bind(collectionsRoute, async (_input, ctx) => {
    const base = baseOf(ctx)
    const bbox = await extentOf(ctx)
    return { links: [link(`${base}/collections`, 'self')], collections: collectionsOf(ctx).map((d) => describe(base, d, bbox)) }
  }),
  bind(collectionRoute, async ({ collection }, ctx) => describe(baseOf(ctx), collectionOf(ctx, collection), await extentOf(ctx))),
  bind(queryablesRoute, async ({ collection }, ctx) => {
    const definition = collectionOf(ctx, collection)
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${baseOf(ctx)}/collections/${collection}/queryables`,
      type: 'object',
      title: definition.spec.zh,
      properties: Object.fromEntries(
        queryablesOf(definition).map(({ name, type }) => [
          name,
          { title: definition.spec.fields[name]?.spec.zh ?? name, ...schemaType(type) },
        ]),
      ),
      additionalProperties: false,
    }
  }),
  bind(itemsRoute, async ({ collection }, ctx) => {
    const definition = collectionOf(ctx, collection)
    const asked = { ...(ctx.request.query as Record<string, unknown>) }
    const { features, matched, next } = await findItems(ctx, definition, itemsQuery(definition, asked))
    const at = `${baseOf(ctx)}/collections/${collection}/items`
    const page = (part: Readonly<Record<string, string>>) =>
      `${at}?${new URLSearchParams({ ...(asked as Record<string, string>), ...part }).toString()}`
    ctx.reply.header('content-type', 'application/geo+json')
    return {
      type: 'FeatureCollection',
      timeStamp: ctx.now.toISOString(),
      ...(matched === undefined ? {} : { numberMatched: matched }),
      numberReturned: features.length,
      features,
      links: [
        link(page({}), 'self', 'application/geo+json'),
        ...(next ? [link(page({ after: next }), 'next', 'application/geo+json')] : []),
      ],
    }
  }),
  bind(itemRoute, async ({ collection, item }, ctx) => {
    const feature = await getItem(ctx, collectionOf(ctx, collection), item)
    ctx.reply.header('content-type', 'application/geo+json')
    return { ...feature, links: [link(`${baseOf(ctx)}/collections/${collection}/items/${item}`, 'self', 'application/geo+json')] }
  }),
]
