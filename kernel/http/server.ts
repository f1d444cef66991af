/** The HTTP server: contracts bound to addresses, sign-in, permission, parsing, refusals, files, live events. One error boundary. */
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { z } from 'zod'
import { errorStatus, type Refusal, Refused, refusalEn, refusalZh, refuse, reject } from '../errors.ts'
import { pieceLimit } from '../files/parts.ts'
import { findWho, tokenOf } from '../identity/session.ts'
import type { Kernel } from '../kernel.ts'
import { requireModule } from '../module.ts'
import { permit, type Who } from '../permission/permit.ts'
import { actorOf } from '../procedure/available.ts'
import { dayOf } from '../time.ts'
import type { BoundRoute, RequestContext } from './bind.ts'

z.config(z.locales.zhCN())

export interface ServerOptions {
  readonly kernel: Kernel
  readonly routes: readonly BoundRoute[]
  /** District served to those who are not signed in. */
  readonly district: string
  /** Addresses of the proxies whose X-Forwarded-For may be believed. */
  readonly trustProxy?: string | boolean
  /** Folder of a built web app: every address that is no file and no API shows its index page. */
  readonly webRoot?: string
  /** Folder of a second built app, shown below `/m/` in the same way: the field app. */
  readonly fieldRoot?: string
}

export interface ErrorBody {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly params: Refusal['params']
  readonly fields?: Refusal['fields']
}
export const errorBody = (refusal: Refusal): ErrorBody => ({
  code: refusal.code,
  zh: refusalZh(refusal),
  en: refusalEn(refusal),
  params: refusal.params,
  ...(refusal.fields ? { fields: refusal.fields } : {}),
})

const inputOf = (request: FastifyRequest): unknown => {
  const body = request.body
  const plain = body !== null && typeof body === 'object' && !Buffer.isBuffer(body) ? body : {}
  return { ...(request.query as object), ...plain, ...(request.params as object) }
}
const parse = (schema: z.ZodType, input: unknown): unknown => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields = Object.fromEntries(result.error.issues.map((i) => [i.path.join('.') || '*', i.message]))
  const detail = Object.entries(fields).map(([k, v]) => (/[一-龥]/.test(v) && k !== '*' ? v : `${k} ${v}`))
  return reject('kernel.invalid', { detail: detail.join(';') }, fields)
}

const today = ({ kernel, district }: ServerOptions, who: Who | null): string =>
  dayOf(kernel, who?.district ?? district, kernel.now())
const authorize = (route: BoundRoute['route'], who: Who | null): void => {
  if (route.permission === 'public') return
  if (!who) throw new Refused(refuse('identity.required'))
  if (route.permission === 'signed-in') return
  const permission = permit(who, route.permission)
  if ('refusal' in permission) throw new Refused(permission.refusal)
}

const contextOf = (options: ServerOptions, request: FastifyRequest, reply: FastifyReply, who: Who | null): RequestContext => {
  const { kernel } = options
  const district = who?.district ?? options.district
  const now = kernel.now()
  const actor = actorOf(who)
  return {
    kernel,
    district,
    who,
    actor,
    now,
    ip: request.ip,
    request,
    reply,
    work: (run) => kernel.db.withDistricts(who?.districts ?? [district], (tx) => run({ kernel, tx, district, now, actor })),
  }
}

const addRoute = (app: FastifyInstance, options: ServerOptions, bound: BoundRoute): void => {
  const { route } = bound
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    handler: async (request, reply) => {
      const token = tokenOf(request)
      const who = token ? await findWho(options.kernel, token) : null
      authorize(route, who)
      if (bound.module)
        requireModule(options.kernel.isModuleOn, bound.module, who?.district ?? options.district, today(options, who))
      const input = parse(route.input, inputOf(request))
      const result = await bound.handle(input as never, contextOf(options, request, reply, who))
      if (reply.sent || route.raw) return result
      return reply.code(route.method === 'POST' && reply.statusCode === 200 ? 200 : reply.statusCode).send(result ?? {})
    },
  })
}

/** What PostgreSQL cannot keep as text: the NUL character, half of a pair. It comes by pasting from broken files, and is the sender's to mend. */
const isUnstorable = ({ code, detail }: { readonly code?: string; readonly detail?: string }): boolean =>
  code === '22021' || code === '22P05' || (code === '22P02' && /surrogate/.test(detail ?? ''))
const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (error instanceof Refused) return reply.code(errorStatus(error.refusal.code)).send(errorBody(error.refusal))
  const status = (error as { statusCode?: number }).statusCode
  if (isUnstorable(error as { code?: string; detail?: string }))
    return reply
      .code(400)
      .send(errorBody(refuse('kernel.invalid', { detail: '文字里有无法保存的字符(空字符等),请删去后再提交' })))
  if (status && status < 500)
    return reply.code(status).send(errorBody(refuse('kernel.invalid', { detail: (error as Error).message })))
  request.log.error({ err: error }, 'bug')
  return reply
    .code(500)
    .send({ code: 'bug', zh: `系统出错,已记录(编号 ${request.id})`, en: `Internal error (${request.id})`, params: {} })
}

/** Files of a build never change under their name; pages and the service worker are asked for each time. */
const setHeaders: NonNullable<FastifyStaticOptions['setHeaders']> = (reply, path) =>
  void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
const serveScreens = async (app: FastifyInstance, { webRoot, fieldRoot }: ServerOptions): Promise<void> => {
  if (webRoot) await app.register(fastifyStatic, { root: webRoot, setHeaders, preCompressed: true })
  if (fieldRoot)
    await app.register(fastifyStatic, {
      root: fieldRoot,
      prefix: '/m/',
      setHeaders,
      preCompressed: true,
      decorateReply: !webRoot,
      redirect: false,
    })
  const pageOf = (request: FastifyRequest): string | undefined => {
    if (request.method !== 'GET' || /^\/(m\/)?assets\/|^\/api\//.test(request.url)) return undefined
    return fieldRoot && /^\/m([/?#]|$)/.test(request.url) ? fieldRoot : webRoot
  }
  app.setNotFoundHandler((request, reply) => {
    if (fieldRoot && request.url === '/m') return reply.redirect('/m/')
    const root = pageOf(request)
    return root
      ? reply.header('cache-control', 'no-cache').sendFile('index.html', root)
      : reply.code(404).send(errorBody(refuse('kernel.no-route')))
  })
}

/** Builds the server without listening, so that tests can call it directly. */
export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const app: FastifyInstance = Fastify({
    loggerInstance: options.kernel.log as FastifyBaseLogger,
    bodyLimit: 12 * 1024 * 1024,
    trustProxy: options.trustProxy ?? false,
  })
  // Lines of JSON are read by whoever asked for them: one bad line does not spoil the others.
  app.addContentTypeParser('application/x-ndjson', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: pieceLimit },
    (_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) => done(null, body),
  )
  // Forms as other systems and older clients post them; a name that comes twice is a list.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    const pairs = new URLSearchParams(String(body))
    done(
      null,
      Object.fromEntries([...new Set(pairs.keys())].map((k) => [k, pairs.getAll(k).length > 1 ? pairs.getAll(k) : pairs.get(k)])),
    )
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 30 * 1024 * 1024, files: 20 } })
  app.setErrorHandler(answerError)
  await serveScreens(app, options)
  const seen = new Set<string>()
  for (const bound of options.routes) {
    const key = `${bound.route.method} ${bound.route.path}`
    if (seen.has(key)) throw new Error(`route defined twice: ${key}`)
    seen.add(key)
    addRoute(app, options, bound)
  }
  return app
}
