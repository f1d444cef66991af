/**
 * 统一身份提供 (OpenID Provider): other systems of the city let people in with our accounts. The person signs in at our own sign-in
 * page, with its lock-out and second factor; code with PKCE only; a system of another house is let in after the person agrees.
 */
import { hash, timingSafeEqual } from 'node:crypto'
import Provider, { type FlowContext, interactionPolicy } from 'oidc-provider'
import { type Kernel, raw } from '#kernel'
import { findWho, sessionCookie } from '#kernel/identity/session.ts'
import { isLoopback } from './config.ts'
import { adapterOf, keysOf, secretHash } from './store.ts'

export const providerPath = '/api/oidc/op'
interface Person {
  readonly name: string
  readonly login: string | null
  readonly unit: string | null
}
const findPerson = async (kernel: Kernel, district: string, id: string): Promise<Person | undefined> => {
  const { rows } = await kernel.db.withDistricts([district], (tx) =>
    raw<Person>(
      tx,
      `select n.name, n.login, (select u.name from kernel.unit u where u.district = n.district and u.id = n.unit_id) as unit
       from kernel.person n where n.district = $1 and n.id::text = $2 and not n.is_disabled and not n.must_change_password
         and coalesce(n.locked_until <= $3, true)`,
      [district, id, kernel.now()],
    ),
  )
  return rows[0]
}
const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body style="font:16px sans-serif;max-width:32em;margin:4em auto;padding:0 1em"><h1 style="font-size:20px">${title}</h1>${body}</body></html>`
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
export { page as htmlPage }

interface KoaContext {
  type: string
  body: unknown
}
const hour = 3600
const ttl = {
  AccessToken: hour,
  AuthorizationCode: 60,
  IdToken: hour,
  Interaction: hour,
  RefreshToken: 12 * hour,
  Session: 12 * hour,
  Grant: 12 * hour,
} as const

/** Whoever has signed out here, or was signed out, is signed out for every system that relies on us. */
const policyOf = (kernel: Kernel) => {
  const { base, Check } = interactionPolicy
  const policy = base()
  const isOwn = async (ctx: FlowContext): Promise<boolean> => {
    const token = ctx.cookies.get(sessionCookie, { signed: false })
    const who = token ? await findWho(kernel, token) : null
    const known = ctx.oidc.session?.accountId
    return known === undefined || who?.personId === known
  }
  policy
    .get('login')
    .checks.add(
      new Check('own_session', 'sign in here first', async (ctx) =>
        (await isOwn(ctx)) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    )
  return policy
}
const configuration = async (kernel: Kernel, district: string, publicUrl: string) => {
  const keys = await keysOf(kernel, district)
  return {
    adapter: adapterOf(kernel, district),
    jwks: { keys: [keys.sign] },
    cookies: { keys: [keys.cookie], short: { path: '/api/oidc', sameSite: 'lax' }, long: { path: '/api/oidc', sameSite: 'lax' } },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'organization', 'district'] },
    scopes: ['openid', 'profile', 'offline_access'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl,
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: KoaContext, form: string) => {
          ctx.type = 'html'
          ctx.body = page('退出登录', `${form}<button form="op.logoutForm" name="logout" value="yes">退出本系统账号</button>`)
        },
        postLogoutSuccessSource: (ctx: KoaContext) => {
          ctx.type = 'html'
          ctx.body = page('已退出', '')
        },
      },
    },
    interactions: {
      policy: policyOf(kernel),
      url: (_ctx: unknown, interaction: { readonly uid: string }) => `${publicUrl}/api/oidc/interaction/${interaction.uid}`,
    },
    findAccount: async (_ctx: unknown, id: string) => {
      const person = await findPerson(kernel, district, id)
      return (
        person && {
          accountId: id,
          claims: async () => ({
            sub: id,
            name: person.name,
            preferred_username: person.login ?? undefined,
            organization: person.unit ?? undefined,
            district,
          }),
        }
      )
    },
    renderError: (ctx: KoaContext, out: { readonly error: string; readonly error_description?: string }) => {
      ctx.type = 'html'
      ctx.body = page('不能登录', `<p>${escapeHtml(out.error)}:${escapeHtml(out.error_description ?? '')}</p>`)
    },
  }
}
export const createProvider = async (kernel: Kernel, district: string, publicUrl: string): Promise<Provider> => {
  const provider = new Provider(`${publicUrl}${providerPath}`, await configuration(kernel, district, publicUrl))
  provider.Client.prototype.compareClientSecret = function compare(actual) {
    return timingSafeEqual(hash('sha256', this.clientSecret ?? '', 'buffer'), hash('sha256', secretHash(actual), 'buffer'))
  }
  provider.proxy = !isLoopback(new URL(publicUrl))
  provider.on('server_error', (_ctx, error) => kernel.log.error({ err: error }, 'the sign-in provider stumbled'))
  return provider
}
