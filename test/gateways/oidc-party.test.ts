/** Signing in through the city's identity provider: a real one (oidc-provider) on loopback, and what it must not get away with. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { bindAll } from '#kernel/http/all.ts'
import { buildServer } from '#kernel/http/server.ts'
import { idOf } from '#sim/city/people.ts'
import { partyRoutes } from '../../gateways/oidc/party.ts'
import { type World, world } from '../world.ts'
import { createBrowser } from './oidc-browser.ts'

type Row = Record<string, any>
/** Who signs in at the provider next: subject and preferred name. */
let visitor = { sub: 'u-1', name: 'shouli1', amr: ['pwd'] as string[] }
const names = new Map<string, string>()

const startProvider = async (algorithm: string): Promise<{ server: Server; issuer: string }> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'cityloop',
        client_secret: 'a-secret-of-the-client-that-is-long-enough',
        redirect_uris: ['http://rp.test/api/oidc/callback'],
        post_logout_redirect_uris: ['http://rp.test/login'],
        id_token_signed_response_alg: algorithm,
      },
    ],
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256'] },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username'] },
    jwks: {
      keys: [
        {
          ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
          kid: 'e',
          use: 'sig',
          alg: 'ES256',
        },
        {
          ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
          kid: 'r',
          use: 'sig',
          alg: 'RS256',
        },
      ],
    },
    cookies: { keys: ['test'] },
    interactions: { url: (_ctx: unknown, interaction: Row) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: names.get(id) }),
    }),
    loadExistingGrant: async (ctx: Row) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    names.set(visitor.sub, visitor.name)
    void provider.interactionFinished(request, response, { login: { accountId: visitor.sub, amr: visitor.amr, remember: false } })
  })
  return { server, issuer }
}

describe('统一身份登录', () => {
  let w: World
  let app: FastifyInstance
  let other: FastifyInstance
  const servers: Server[] = []
  const serve = (issuer: string) =>
    buildServer({
      kernel: w.kernel,
      district: w.district,
      routes: [
        ...bindAll(w.kernel),
        ...partyRoutes(w.kernel, {
          issuer: new URL(issuer),
          clientId: 'cityloop',
          secret: 'a-secret-of-the-client-that-is-long-enough',
          claim: 'preferred_username',
          name: '市统一身份',
          algorithm: 'RS256',
          publicUrl: 'http://rp.test',
        }),
      ],
    })
  beforeAll(async () => {
    w = await world('2026-03-10 09:00')
    const good = await startProvider('RS256')
    const odd = await startProvider('ES256')
    servers.push(good.server, odd.server)
    app = await serve(good.issuer)
    other = await serve(odd.issuer)
  }, 120_000)
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    await app?.close()
    await other?.close()
    await w?.close()
  })
  const isHome = (url: URL): boolean => url.host === 'rp.test' && !url.pathname.startsWith('/api/')
  const signIn = async (who: typeof visitor, to = '', through = app) => {
    visitor = who
    const browser = createBrowser({ 'rp.test': through })
    const page = await browser.go(`http://rp.test/api/oidc/start${to}`, { isStop: isHome })
    return { browser, at: page.url.pathname + page.url.search }
  }
  const sessionOf = async (browser: ReturnType<typeof createBrowser>) => {
    const token = browser.cookie('rp.test', 'cityloop')
    const answer = await app.inject({ url: '/api/session', headers: token ? { cookie: `cityloop=${token}` } : {} })
    return { status: answer.statusCode, body: answer.json() as Row }
  }

  it('没有配置时没有按钮,地址不存在;配置了给出名称', async () => {
    expect((await w.anyone.get('/oidc/options')).body).toEqual({ name: null })
    expect((await w.anyone.get('/oidc/start')).status).toBe(404)
    expect((await app.inject({ url: '/api/oidc/options' })).json()).toEqual({ name: '市统一身份' })
  })

  it('按登记的声明进到已有账号,留下审计;只回到自己的页面;退出时两边都退', async () => {
    const { browser, at } = await signIn({ sub: 'u-1', name: 'shouli1', amr: ['pwd'] })
    expect(at).toBe('/today')
    expect((await sessionOf(browser)).body).toMatchObject({ personId: idOf('person/shouli1'), login: 'shouli1' })
    const { rows } = await raw<Row>(
      w.kernel.db.admin,
      `select kind, detail from kernel.audit where actor_id = $1 order by at desc limit 1`,
      [idOf('person/shouli1')],
    )
    expect(rows[0]).toMatchObject({ kind: 'session.start', detail: { issuer: expect.stringContaining('127.0.0.1') } })
    expect((await signIn({ sub: 'u-1', name: 'shouli1', amr: [] }, '?to=/cases')).at).toBe('/cases')
    for (const evil of ['//evil.cn', 'https://evil.cn', '/\\evil.cn'])
      expect((await signIn({ sub: 'u-1', name: 'shouli1', amr: [] }, `?to=${encodeURIComponent(evil)}`)).at).toBe('/today')
    const out = await browser.go('http://rp.test/api/oidc/logout', { isStop: (url) => url.host === 'rp.test' })
    expect([out.status, out.url.pathname]).toEqual([200, '/session/end'])
    expect((await sessionOf(browser)).status).toBe(401)
  })

  it('不认识的、冒用已绑定名字的、管理员、停用的、缺第二因素的都进不来,也不建账号', async () => {
    const before = (await raw<{ n: number }>(w.kernel.db.admin, 'select count(*)::int as n from kernel.person', [])).rows[0]?.n
    expect((await signIn({ sub: 'u-9', name: 'nobody-here', amr: [] })).at).toBe('/login?oidc=unknown')
    expect((await signIn({ sub: 'u-8', name: 'shouli1', amr: [] })).at).toBe('/login?oidc=unknown')
    for (const admin of ['xitong', 'anquan', 'shenji'])
      expect([admin, (await signIn({ sub: `a-${admin}`, name: admin, amr: [] })).at]).toEqual([admin, '/login?oidc=admin'])
    const set = (sql: string) => raw(w.kernel.db.admin, `update kernel.person set ${sql} where id = $1`, [idOf('person/caiji1')])
    await set('is_disabled = true')
    expect((await signIn({ sub: 'c-1', name: 'caiji1', amr: [] })).at).toBe('/login?oidc=closed')
    await set(`is_disabled = false, locked_until = '2026-03-10T09:15:00+08:00'`)
    expect((await signIn({ sub: 'c-1', name: 'caiji1', amr: [] })).at).toBe('/login?oidc=closed')
    await set(`locked_until = null, totp_secret = 'JBSWY3DPEHPK3PXP'`)
    expect((await signIn({ sub: 'c-1', name: 'caiji1', amr: ['pwd'] })).at).toBe('/login?oidc=second-factor')
    expect((await signIn({ sub: 'c-1', name: 'caiji1', amr: ['pwd', 'otp'] })).at).toMatch(/^\/(today|map|[a-z]+)$/)
    const after = (await raw<{ n: number }>(w.kernel.db.admin, 'select count(*)::int as n from kernel.person', [])).rows[0]?.n
    expect(after).toBe(before)
  })

  it('nonce、state、PKCE、签名算法不对都不认,没有会话', async () => {
    const tamper = async (change: (flow: Row) => Row) => {
      visitor = { sub: 'u-1', name: 'shouli1', amr: [] }
      const browser = createBrowser({ 'rp.test': app })
      const mid = await browser.go('http://rp.test/api/oidc/start', {
        isStop: (url) => url.pathname === '/api/oidc/callback',
      })
      const flow = JSON.parse(Buffer.from(browser.cookie('rp.test', 'cityloop_oidc_flow') ?? '', 'base64url').toString()) as Row
      browser.setCookie(
        'rp.test',
        '/api/oidc',
        'cityloop_oidc_flow',
        Buffer.from(JSON.stringify(change(flow))).toString('base64url'),
      )
      const page = await browser.go(mid.url.href, { isStop: isHome })
      return { at: page.url.pathname + page.url.search, status: (await sessionOf(browser)).status }
    }
    expect((await tamper((flow) => flow)).status).toBe(200)
    for (const change of [
      (flow: Row) => ({ ...flow, nonce: 'another' }),
      (flow: Row) => ({ ...flow, state: 'another' }),
      (flow: Row) => ({ ...flow, verifier: 'a'.repeat(43) }),
      () => ({}),
    ])
      expect(await tamper(change)).toEqual({ at: '/login?oidc=failed', status: 401 })
    // The provider signs with an algorithm that was not registered.
    const { at, browser } = await signIn({ sub: 'u-1', name: 'shouli1', amr: [] }, '', other)
    expect(at).toBe('/login?oidc=failed')
    expect((await sessionOf(browser)).status).toBe(401)
    // Coming back without having gone.
    const stranger = createBrowser({ 'rp.test': app })
    const page = await stranger.go('http://rp.test/api/oidc/callback?code=x&state=y', { isStop: isHome })
    expect(page.url.search).toBe('?oidc=failed')
  })
})
