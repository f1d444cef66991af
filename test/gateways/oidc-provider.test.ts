/** Our accounts as the identity of other city systems, tried with openid-client over real HTTP. */

import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import * as oidc from 'openid-client'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { bindAll } from '#kernel/http/all.ts'
import { buildServer } from '#kernel/http/server.ts'
import { hashPassword } from '#kernel/identity/index.ts'
import { forgetSessions } from '#kernel/identity/session.ts'
import { idOf } from '#sim/city/people.ts'
import { providerRoutes } from '../../gateways/oidc/provider-routes.ts'
import { type Client, type World, world } from '../world.ts'
import { createBrowser } from './oidc-browser.ts'

type Row = Record<string, any>
type Browser = ReturnType<typeof createBrowser>
const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
const redirectUri = 'http://127.0.0.1:9/callback'
const password = 'Cheng-guan-2026'

describe('统一身份提供', () => {
  let w: World
  let app: FastifyInstance
  let data: Client
  let url = ''
  let own: { config: oidc.Configuration; id: string }
  let foreign: { config: oidc.Configuration; id: string }
  const sql = (text: string, ...params: unknown[]) => raw<Row>(w.kernel.db.admin, text, params)
  const discover = (clientId: string, secret: string) =>
    oidc.discovery(new URL(`${url}/api/oidc/op`), clientId, secret, oidc.ClientSecretBasic(secret), {
      execute: [oidc.allowInsecureRequests],
    })
  const register = async (clientId: string, name: string, isFirstParty: boolean) => {
    const values = {
      clientId,
      name,
      redirectUris: [redirectUri],
      logoutUris: ['http://127.0.0.1:9/bye'],
      isFirstParty,
      isBrowser: false,
      isActive: true,
    }
    const made = await data.post<Row>('/rows/connect.client', { values })
    expect([made.status, made.body.zh]).toEqual([201, undefined])
    const issued = await data.post<Row>(`/connect/clients/${made.body.id}/secret`)
    expect(issued.status).toBe(200)
    return { config: await discover(clientId, String(issued.body.secret)), id: String(made.body.id) }
  }
  beforeAll(async () => {
    w = await world('2026-03-10 09:00')
    data = await w.as('shuju')
    url = `http://127.0.0.1:${await freePort()}`
    app = await buildServer({ kernel: w.kernel, district: w.district, routes: [...bindAll(w.kernel), ...providerRoutes(url)] })
    await app.listen({ port: Number(new URL(url).port), host: '127.0.0.1' })
    const hash = await hashPassword(password)
    await sql(
      `update kernel.person set password_hash = $1, must_change_password = false, failed_logins = 0, locked_until = null where login = any($2::text[])`,
      hash,
      ['shouli1', 'caiji1', 'paiqian1'],
    )
    own = await register('muck-platform', '渣土平台', true)
    foreign = await register('market-bureau', '市场监管平台', false)
  }, 120_000)
  afterAll(async () => {
    await app?.close()
    await w?.close()
  })
  /** Where the browser ends when it is sent to sign in. */
  const begin = async (client: { config: oidc.Configuration }, browser: Browser, more: Record<string, string> = {}) => {
    const verifier = oidc.randomPKCECodeVerifier()
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
    const to = oidc.buildAuthorizationUrl(client.config, {
      redirect_uri: redirectUri,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...more,
    })
    const isStop = (at: URL): boolean => at.pathname === '/login' || at.port === '9'
    const page = await browser.go(to.href, { isStop })
    const exchange = (at: URL) =>
      oidc.authorizationCodeGrant(client.config, at, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
    return { page, exchange, isStop }
  }
  const signIn = (browser: Browser, login: string, code?: string, word = password) =>
    browser.go(`${url}/api/session`, { form: { login, password: word, ...(code ? { code } : {}) } })

  it('登记客户端、签发密钥要权限;浏览器应用不发密钥', async () => {
    const clerk = await w.as('shouli1')
    expect((await w.anyone.post(`/connect/clients/${own.id}/secret`)).status).toBe(401)
    expect((await clerk.post(`/connect/clients/${own.id}/secret`)).status).toBe(403)
    const values = {
      clientId: 'spa-map',
      name: '地图',
      redirectUris: [redirectUri],
      isFirstParty: true,
      isBrowser: true,
      isActive: true,
    }
    expect((await data.post('/rows/connect.client', { values: { ...values, clientId: 'Bad Id' } })).status).toBe(400)
    const spa = await data.post<Row>('/rows/connect.client', { values })
    expect((await data.post(`/connect/clients/${spa.body.id}/secret`)).status).toBe(409)
    expect(own.config.serverMetadata()).toMatchObject({
      issuer: `${url}/api/oidc/op`,
      code_challenge_methods_supported: ['S256'],
    })
  })

  it('没有登录先去本系统登录页;输错五次锁定;设了动态口令的要口令;登录后回去换到身份', async () => {
    const browser = createBrowser({})
    const { page, exchange, isStop } = await begin(own, browser)
    expect(page.url.pathname).toBe('/login')
    const back = new URL(page.url.searchParams.get('to') ?? '', url).href
    // Without a session the interaction leads back to the sign-in page, never on.
    expect((await browser.go(back, { isStop })).url.pathname).toBe('/login')
    for (let n = 0; n < 5; n++) expect((await signIn(browser, 'caiji1', undefined, 'wrong')).status).toBe(n < 4 ? 401 : 403)
    expect((await signIn(browser, 'caiji1')).status).toBe(403)
    const otp = new TOTP({ secret: 'JBSWY3DPEHPK3PXP' })
    await sql(`update kernel.person set totp_secret = 'JBSWY3DPEHPK3PXP' where login = 'shouli1'`)
    expect((await signIn(browser, 'shouli1')).text).toContain('identity.second-factor')
    expect((await browser.go(back, { isStop })).url.pathname).toBe('/login')
    expect((await signIn(browser, 'shouli1', otp.generate({ timestamp: w.clock.now().getTime() }))).status).toBe(200)
    const done = await browser.go(back, { isStop })
    expect(done.url.port).toBe('9')
    const tokens = await exchange(done.url)
    expect(tokens.claims()).toMatchObject({ sub: idOf('person/shouli1'), aud: 'muck-platform', iss: `${url}/api/oidc/op` })
    const about = await oidc.fetchUserInfo(own.config, tokens.access_token, idOf('person/shouli1'))
    expect(about).toMatchObject({ preferred_username: 'shouli1', district: w.district, name: expect.any(String) })
    // A code is good once; used twice, what came of it is void.
    await expect(exchange(done.url)).rejects.toThrow()
    await expect(oidc.fetchUserInfo(own.config, tokens.access_token, idOf('person/shouli1'))).rejects.toThrow()
    // Signed in already: straight through. Signed out here: signed out for the others.
    expect((await begin(own, browser)).page.url.port).toBe('9')
    const anew = await begin(own, browser, { prompt: 'login' })
    expect(anew.page.url.pathname).toBe('/login')
    expect(browser.cookie(new URL(url).host, 'cityloop')).toBeUndefined()
    expect((await begin(own, browser)).page.url.pathname).toBe('/login')
  })

  it('外单位系统先问本人;不同意就不给;停用的账号与客户端不再有效;缺 PKCE、地址不符、密钥不对都拒绝', async () => {
    const browser = createBrowser({})
    await signIn(browser, 'paiqian1')
    const first = await begin(foreign, browser)
    expect([first.page.status, first.page.text]).toEqual([200, expect.stringContaining('市场监管平台')])
    const no = await browser.go(first.page.url.href, { form: { answer: 'no' }, isStop: first.isStop })
    expect(no.url.searchParams.get('error')).toBe('access_denied')
    const second = await begin(foreign, browser)
    const yes = await browser.go(second.page.url.href, { form: { answer: 'yes' }, isStop: second.isStop })
    const tokens = await second.exchange(yes.url)
    const sub = idOf('person/paiqian1')
    expect((await oidc.fetchUserInfo(foreign.config, tokens.access_token, sub)).preferred_username).toBe('paiqian1')
    await sql(`update kernel.person set is_disabled = true where login = 'paiqian1'`)
    forgetSessions(w.kernel)
    await expect(oidc.fetchUserInfo(foreign.config, tokens.access_token, sub)).rejects.toThrow()
    expect((await begin(foreign, browser)).page.url.pathname).toBe('/login')
    await sql(`update kernel.person set is_disabled = false where login = 'paiqian1'`)
    forgetSessions(w.kernel)

    const plain = new URL(oidc.buildAuthorizationUrl(own.config, { redirect_uri: redirectUri, scope: 'openid', state: 'x' }))
    const refused = await browser.go(plain.href, { isStop: first.isStop })
    expect(refused.url.searchParams.get('error')).toBe('invalid_request')
    expect((await begin(own, browser, { redirect_uri: 'http://127.0.0.1:9/other' })).page.status).toBe(400)
    await signIn(browser, 'paiqian1')
    const third = await begin(own, browser)
    const wrong = await discover('muck-platform', 'not-the-secret')
    await expect(
      oidc.authorizationCodeGrant(wrong, third.page.url, {
        pkceCodeVerifier: 'a'.repeat(43),
        expectedState: String(third.page.url.searchParams.get('state')),
      }),
    ).rejects.toThrow()
    await data.patch(`/rows/connect.client/${own.id}`, { values: { isActive: false } })
    expect((await begin(own, browser)).page.status).toBe(400)
  })
})
