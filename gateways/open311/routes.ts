/**
 * Open311 GeoReport v2, below `/api/open311/v2`. Reading needs nothing; posting needs the key of a client, given by
 * `CITYLOOP_OPEN311_KEYS` (`name:key`, several by commas).
 */
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type BoundRoute, bind, dayOf, type Kernel, openIn, Refused, reject } from '#kernel'
import { route } from '#kernel/contract'
import { errorStatus, refusalZh } from '#kernel/errors.ts'
import type { RequestContext } from '#kernel/http/bind.ts'
import './errors.ts'
import { type Format, mime, write } from './format.ts'
import { listRequests, listServices, type RequestQuery } from './requests.ts'

const address = (method: 'GET' | 'POST', path: string, zh: string) =>
  route({
    method,
    path: `/open311/v2${path}`,
    zh,
    permission: 'public',
    input: z.object({}).loose(),
    output: z.unknown(),
    tag: 'open311',
    raw: 'application/json',
  })
const routes = {
  discovery: address('GET', '/discovery.:format', 'Open311:服务发现'),
  services: address('GET', '/services.:format', 'Open311:可上报的类别'),
  service: address('GET', '/services/:service.:format', 'Open311:一个类别的说明'),
  requests: address('GET', '/requests.:format', 'Open311:诉求列表'),
  request: address('GET', '/requests/:request.:format', 'Open311:一件诉求'),
  post: address('POST', '/requests.:format', 'Open311:上报诉求'),
} as const
type Asked = Readonly<Record<string, unknown>>
interface Answer {
  readonly value: unknown
  readonly root: string
  readonly item?: string
  readonly status?: number
}
const siteOf = (ctx: RequestContext): string => `${ctx.request.protocol}://${ctx.request.headers.host}`
const wrong = (detail: string): never => reject('kernel.invalid', { detail })
const words = (asked: Asked, name: string): string | undefined => {
  const value = asked[name]
  return value === undefined || value === '' ? undefined : String(value).trim()
}
const formatOf = (asked: Asked): Format => {
  const format = words(asked, 'format')
  return format === 'json' || format === 'xml' ? format : reject('kernel.not-found', { what: '这种格式(只有 json、xml)' })
}
/** In the shape of the standard, errors too. */
const answering = async (ctx: RequestContext, asked: Asked, run: () => Promise<Answer>): Promise<unknown> => {
  let format: Format = 'json'
  try {
    format = formatOf(asked)
    const jurisdiction = words(asked, 'jurisdiction_id')
    if (jurisdiction && jurisdiction !== ctx.district)
      reject('kernel.not-found', { what: `辖区${jurisdiction}(本处为${ctx.district})` })
    const { value, root, item, status = 200 } = await run()
    return ctx.reply
      .code(status)
      .header('content-type', mime[format])
      .send(write(format, value, root, item))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const code = errorStatus(error.refusal.code)
    const errors = [{ code: String(code), description: refusalZh(error.refusal) }]
    return ctx.reply
      .code(code)
      .header('content-type', mime[format])
      .send(write(format, errors, 'errors', 'error'))
  }
}

const clientsOf = (text: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (text ?? '').split(',').flatMap((pair): [string, string][] => {
      const [name, key] = pair.split(':').map((part) => part.trim())
      return name && key ? [[name, key]] : []
    }),
  )
const clientOf = (clients: ReadonlyMap<string, string>, given: string | undefined): string | null => {
  if (!given) return null
  const asked = Buffer.from(given)
  for (const [name, key] of clients) {
    const known = Buffer.from(key)
    if (known.length === asked.length && timingSafeEqual(known, asked)) return name
  }
  return null
}

const dayMs = 86_400_000
const instant = (asked: Asked, name: string, otherwise: Date): Date => {
  const text = words(asked, name)
  if (!text) return otherwise
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? wrong(`${name} 应为 ISO 8601 时间,如 2026-03-01T00:00:00Z`) : at
}
const whole = (asked: Asked, name: string, otherwise: number, most: number): number => {
  const text = words(asked, name)
  if (!text) return otherwise
  const n = Number(text)
  return Number.isInteger(n) && n >= 1 ? Math.min(n, most) : wrong(`${name} 应为正整数`)
}
const queryOf = (asked: Asked, now: Date, client: string | null): RequestQuery => {
  const status = words(asked, 'status')
  if (status && status !== 'open' && status !== 'closed') wrong('status 应为 open 或 closed')
  const to = instant(asked, 'end_date', now)
  return {
    ids: words(asked, 'service_request_id')?.split(','),
    services: words(asked, 'service_code')?.split(','),
    // The standard's own bounds: ninety days, a thousand requests.
    from: instant(asked, 'start_date', new Date(to.getTime() - 90 * dayMs)),
    to,
    status: status as RequestQuery['status'],
    page: whole(asked, 'page', 1, 10_000),
    size: whole(asked, 'page_size', 100, 1000),
    client,
  }
}
const coordinate = (asked: Asked, name: string): number | undefined => {
  const text = words(asked, name)
  if (text === undefined) return undefined
  const n = Number(text)
  return Number.isFinite(n) ? n : wrong(`${name} 应为数字`)
}
/** What a client posts, as a report that any other channel would make. */
const reportOf = (asked: Asked, client: string) => {
  const code = words(asked, 'service_code') ?? wrong('请给出 service_code')
  const [kind = '', category = ''] = code.split(':')
  const [lon, lat] = [coordinate(asked, 'long'), coordinate(asked, 'lat')]
  const address = words(asked, 'address_string')
  if ((lon === undefined || lat === undefined) && !address && !words(asked, 'address_id'))
    wrong('请给出位置:lat 与 long,或 address_string')
  const name = [words(asked, 'last_name'), words(asked, 'first_name')].filter((part) => part !== undefined).join('')
  return {
    code,
    lon,
    lat,
    input: {
      description: (words(asked, 'description') ?? wrong('请写明问题:description')).slice(0, 2000),
      source: 'snap',
      sourceType: 'open311',
      sourceId: client,
      categoryKind: kind,
      category,
      address: address ?? null,
      reporterName: name === '' ? null : name.slice(0, 50),
      reporterPhone: words(asked, 'phone')?.slice(0, 20) ?? null,
      photos: [],
      urgency: 'normal',
    },
  }
}

export const open311Routes = (kernel: Kernel): readonly BoundRoute[] => {
  const clients = clientsOf(process.env.CITYLOOP_OPEN311_KEYS)
  const definition = kernel.procedures.current('cases.case')
  const statusZh = (status: string): string => definition.spec.statuses[status]?.zh ?? status
  const today = (ctx: RequestContext): string => dayOf(kernel, ctx.district, ctx.now)
  const services = (ctx: RequestContext) => ctx.work(({ tx }) => listServices(tx, today(ctx)))
  const find = (ctx: RequestContext, query: RequestQuery) => ctx.work(({ tx }) => listRequests(tx, query, statusZh, siteOf(ctx)))
  const client = (asked: Asked): string | null => clientOf(clients, words(asked, 'api_key'))
  return [
    bind(routes.discovery, (asked, ctx) =>
      answering(ctx, asked, async () => {
        const base = `${siteOf(ctx)}/api/open311/v2`
        return {
          root: 'discovery',
          value: {
            changeset: '2026-01-01T00:00:00Z',
            contact: '本局对接人',
            key_service: '向本局申请 api_key',
            endpoints: [
              {
                specification: 'http://wiki.open311.org/GeoReport_v2',
                url: base,
                changeset: '2026-01-01T00:00:00Z',
                type: 'production',
                formats: ['application/json', 'text/xml'],
              },
            ],
          },
        }
      }),
    ),
    bind(routes.services, (asked, ctx) =>
      answering(ctx, asked, async () => ({ value: await services(ctx), root: 'services', item: 'service' })),
    ),
    bind(routes.service, (asked, ctx) =>
      answering(ctx, asked, async () => {
        const code = words(asked, 'service') ?? ''
        const found = (await services(ctx)).find((s) => s.service_code === code)
        if (!found) return reject('kernel.not-found', { what: `类别${code}` })
        return { root: 'service_definition', value: { service_code: code, attributes: [] } }
      }),
    ),
    bind(routes.requests, (asked, ctx) =>
      answering(ctx, asked, async () => ({
        root: 'service_requests',
        item: 'request',
        value: await find(ctx, queryOf(asked, ctx.now, client(asked))),
      })),
    ),
    bind(routes.request, (asked, ctx) =>
      answering(ctx, asked, async () => {
        const number = words(asked, 'request') ?? ''
        const found = await find(ctx, { ...queryOf({}, ctx.now, client(asked)), ids: [number] })
        if (found.length === 0) return reject('kernel.not-found', { what: `诉求${number}` })
        return { root: 'service_requests', item: 'request', value: found }
      }),
    ),
    bind(routes.post, (asked, ctx) =>
      answering(ctx, asked, async () => {
        const name = client(asked) ?? reject('open311.key')
        const { code, lon, lat, input } = reportOf(asked, name)
        if (!(await services(ctx)).some((s) => s.service_code === code)) wrong(`没有 service_code 为“${code}”的类别`)
        const opened = await ctx.work(({ tx }) =>
          openIn(tx, kernel, {
            procedure: definition.id,
            action: 'report',
            district: ctx.district,
            actor: { kind: 'public', id: null, name: `Open311 ${name}` },
            lon,
            lat,
            input,
          }),
        )
        return {
          root: 'service_requests',
          item: 'request',
          status: 201,
          value: [{ service_request_id: opened.number, service_notice: '已登记,受理后派有关单位处置', account_id: null }],
        }
      }),
    ),
  ]
}
