/**
 * 统一身份登录 (OpenID Connect relying party): discovery, authorization code with PKCE, state and nonce, RP-initiated logout. What must
 * survive the way to the provider and back lies in a cookie of ten minutes that only this path sees.
 */
import '@fastify/cookie'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { type BoundRoute, bind, type Kernel, Refused, type RequestContext, reject } from '#kernel'
import { route } from '#kernel/contract'
import { homeOf } from '#kernel/identity/index.ts'
import { endSession, sessionCookie, sessionHours, tokenOf } from '#kernel/identity/session.ts'
import { enter } from './account.ts'
import { isLoopback, type PartyConfig, partyConfig } from './config.ts'
import './errors.ts'

const flowCookie = 'cityloop_oidc_flow'
/** Tells the desk that signing out has a second half. */
export const markCookie = 'cityloop_oidc'
const address = (path: string, zh: string, raw?: string) =>
  route({
    method: 'GET',
    path: `/oidc${path}`,
    zh,
    permission: 'public',
    tag: 'oidc',
    input: z.object({}).loose(),
    output: z.unknown(),
    raw,
  })
const routes = {
  options: address('/options', '统一登录:是否配置与按钮名称'),
  start: address('/start', '统一登录:去统一身份登录', 'text/html'),
  callback: address('/callback', '统一登录:登录后回来', 'text/html'),
  logout: address('/logout', '统一登录:同时退出统一身份', 'text/html'),
} as const
const flowShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() })
type Flow = z.output<typeof flowShape>

const discover = (config: PartyConfig): Promise<oidc.Configuration> =>
  oidc.discovery(
    config.issuer,
    config.clientId,
    { client_secret: config.secret, id_token_signed_response_alg: config.algorithm },
    config.secret ? oidc.ClientSecretBasic(config.secret) : oidc.None(),
    // Tokens come over the back channel; their signatures are checked all the same.
    { execute: [oidc.enableNonRepudiationChecks, ...(isLoopback(config.issuer) ? [oidc.allowInsecureRequests] : [])] },
  )
/** One discovery per process, asked again after a failure. */
const discovering = (config: PartyConfig | undefined): (() => Promise<oidc.Configuration>) => {
  let known: Promise<oidc.Configuration> | undefined
  return () => {
    if (!config) return reject('oidc.off')
    known ??= discover(config).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
}
const cookie = (ctx: RequestContext, path: string, maxAge: number, httpOnly = true) =>
  ({ path, httpOnly, sameSite: 'lax', secure: ctx.request.protocol === 'https', maxAge }) as const
/** Only a page of our own is gone back to. */
const ownPage = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])[^\s]*$/.test(to) ? to : '')
const flowOf = (ctx: RequestContext): Flow | undefined => {
  const text = (ctx.request as typeof ctx.request & { cookies?: Record<string, string | undefined> }).cookies?.[flowCookie]
  try {
    return flowShape.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}
const identityOf = async (client: oidc.Configuration, config: PartyConfig, flow: Flow, search: string) => {
  const at = new URL(`${config.publicUrl}/api/oidc/callback${search}`)
  const tokens = await oidc.authorizationCodeGrant(client, at, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  const all: Readonly<Record<string, unknown>> = {
    ...(claims && tokens.access_token && client.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(client, tokens.access_token, claims.sub)
      : {}),
    ...claims,
  }
  const login = all[config.claim]
  if (!claims || typeof login !== 'string' || login === '') return reject('oidc.unknown')
  const methods = Array.isArray(claims.amr) ? claims.amr.map(String) : []
  return { issuer: claims.iss, sub: claims.sub, login, methods }
}
const back = (ctx: RequestContext, to: string) => ctx.reply.clearCookie(flowCookie, { path: '/api/oidc' }).redirect(to)

const comeBack = async (kernel: Kernel, ctx: RequestContext, config: PartyConfig, client: oidc.Configuration) => {
  try {
    const flow = flowOf(ctx) ?? reject('oidc.failed')
    const [, search = ''] = ctx.request.url.split('?')
    const identity = await identityOf(client, config, flow, `?${search}`)
    const from = { ip: ctx.ip, agent: ctx.request.headers['user-agent'] }
    const { token, personId } = await enter(kernel, ctx.district, identity, from)
    ctx.reply.setCookie(sessionCookie, token, cookie(ctx, '/', sessionHours * 3600))
    ctx.reply.setCookie(markCookie, '1', cookie(ctx, '/', sessionHours * 3600, false))
    const home = await homeOf(kernel, ctx.district, personId)
    return back(ctx, flow.to || (home === '/' ? '/today' : home))
  } catch (error) {
    if (!(error instanceof Refused)) kernel.log.warn({ err: error }, 'an outside sign-in failed')
    const code = error instanceof Refused ? error.refusal.code : 'oidc.failed'
    return back(ctx, `/login?oidc=${code.split('.')[1] ?? 'failed'}`)
  }
}
export const partyRoutes = (kernel: Kernel, config = partyConfig()): readonly BoundRoute[] => {
  const discovered = discovering(config)
  return [
    bind(routes.options, async () => ({ name: config?.name ?? null })),
    bind(routes.start, async ({ to }, ctx) => {
      const client = await discovered()
      const flow: Flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        to: ownPage(to),
      }
      ctx.reply.setCookie(flowCookie, Buffer.from(JSON.stringify(flow)).toString('base64url'), cookie(ctx, '/api/oidc', 600))
      const url = oidc.buildAuthorizationUrl(client, {
        redirect_uri: `${config?.publicUrl}/api/oidc/callback`,
        scope: 'openid profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      })
      return ctx.reply.redirect(url.href)
    }),
    bind(routes.callback, async (_input, ctx) =>
      config ? comeBack(kernel, ctx, config, await discovered()) : reject('oidc.off'),
    ),
    bind(routes.logout, async (_input, ctx) => {
      const client = await discovered()
      const token = tokenOf(ctx.request)
      if (token) await endSession(kernel, token)
      ctx.reply.clearCookie(sessionCookie, { path: '/' }).clearCookie(markCookie, { path: '/' })
      const login = `${config?.publicUrl}/login`
      return ctx.reply.redirect(
        client.serverMetadata().end_session_endpoint
          ? oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: login }).href
          : login,
      )
    }),
  ]
}
