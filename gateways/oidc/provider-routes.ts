/** The addresses of the provider, and the page between: our own sign-in first, then the question of consent where one is due. */

import type Provider from 'oidc-provider'
import type { Interaction } from 'oidc-provider'
import { z } from 'zod'
import { type BoundRoute, bind, type Kernel, type RequestContext, reject } from '#kernel'
import { route } from '#kernel/contract'
import { endSession, sessionCookie, tokenOf } from '#kernel/identity/session.ts'
import { publicUrlOf } from './config.ts'
import './errors.ts'
import { createProvider, escapeHtml, htmlPage, providerPath } from './provider.ts'
import { adapterOf, findClient } from './store.ts'

const address = (method: 'GET' | 'POST', path: string, zh: string) =>
  route({
    method,
    path: `/oidc${path}`,
    zh,
    permission: 'public',
    tag: 'oidc',
    input: z.object({}).loose(),
    output: z.unknown(),
    raw: 'text/html',
  })
const below = {
  GET: address('GET', '/op/*', '统一身份提供(OpenID Connect)'),
  POST: address('POST', '/op/*', '统一身份提供(OpenID Connect)'),
} as const
const ask = address('GET', '/interaction/:uid', '统一身份提供:登录与同意')
const agree = address('POST', '/interaction/:uid', '统一身份提供:同意或拒绝')

const providers = new WeakMap<Kernel, Map<string, Promise<Provider>>>()
const providerOf = (ctx: RequestContext, publicUrl: string): Promise<Provider> => {
  const known = providers.get(ctx.kernel) ?? new Map<string, Promise<Provider>>()
  providers.set(ctx.kernel, known)
  const key = `${ctx.district} ${publicUrl}`
  const made = known.get(key) ?? createProvider(ctx.kernel, ctx.district, publicUrl)
  known.set(key, made)
  made.catch(() => known.delete(key))
  return made
}
/** Hands the request to the library: below its own path, with the body that was read already. */
const handOver = async (ctx: RequestContext, provider: Provider): Promise<void> => {
  const { raw: request, body } = ctx.request
  ctx.reply.hijack()
  const { url = '' } = request
  const passed = Object.assign(request, { body, originalUrl: url, url: url.slice(providerPath.length) })
  await provider.callback()(passed, ctx.reply.raw)
}
type Raw = [RequestContext['request']['raw'], RequestContext['reply']['raw']]
const rawOf = (ctx: RequestContext): Raw => [ctx.request.raw, ctx.reply.raw]
const detailsOf = async (ctx: RequestContext, provider: Provider): Promise<Interaction> =>
  provider
    .interactionDetails(...rawOf(ctx))
    .catch(() => reject('kernel.not-found', { what: '这次登录(已过期,请从原系统重新进入)' }))

const finish = async (ctx: RequestContext, provider: Provider, result: Readonly<Record<string, unknown>>): Promise<void> => {
  ctx.reply.hijack()
  await provider.interactionFinished(...rawOf(ctx), result, { mergeWithLastSubmission: true })
}
/** The grant of what is missing, for the person that signed in. */
const grant = async (provider: Provider, details: Interaction): Promise<string> => {
  const accountId = details.session?.accountId ?? reject('oidc.failed')
  const clientId = String(details.params.client_id)
  const given =
    (details.grantId ? await provider.Grant.find(details.grantId) : undefined) ?? new provider.Grant({ accountId, clientId })
  const { missingOIDCScope, missingOIDCClaims } = details.prompt.details
  if (missingOIDCScope) given.addOIDCScope(missingOIDCScope.join(' '))
  if (missingOIDCClaims) given.addOIDCClaims(missingOIDCClaims)
  return given.save()
}
const signInFirst = (ctx: RequestContext, details: Interaction) =>
  ctx.reply.redirect(`/login?to=${encodeURIComponent(`/api/oidc/interaction/${details.uid}`)}`)
/**
 * Asked to prove themself anew, the person signs in again though a session is open: it is ended once, and whatever session comes
 * back is fresh.
 */
const mustSignInAgain = async (ctx: RequestContext, details: Interaction): Promise<boolean> => {
  const isAsked = details.prompt.reasons.some((r) => r === 'login_prompt' || r === 'max_age')
  const again = adapterOf(ctx.kernel, ctx.district)('Again')
  if (!isAsked || (await again.find(details.uid))) return false
  await again.upsert(details.uid, {}, 3600)
  const token = tokenOf(ctx.request)
  if (token) await endSession(ctx.kernel, token)
  ctx.reply.clearCookie(sessionCookie, { path: '/' })
  return true
}
const consentPage = async (ctx: RequestContext, details: Interaction) => {
  const client = await findClient(ctx.kernel, ctx.district, String(details.params.client_id))
  const html = htmlPage(
    '同意登录',
    `<p>“${escapeHtml(client?.name ?? '')}”将得到您的姓名、账号与所在单位。</p><form method="post"><button name="answer" value="yes">同意</button> <button name="answer" value="no">不同意</button></form>`,
  )
  return ctx.reply.header('content-type', 'text/html; charset=utf-8').header('x-frame-options', 'DENY').send(html)
}
const interact = async (ctx: RequestContext, provider: Provider) => {
  const details = await detailsOf(ctx, provider)
  if (details.prompt.name === 'login') {
    if ((await mustSignInAgain(ctx, details)) || !ctx.who) return signInFirst(ctx, details)
    return finish(ctx, provider, { login: { accountId: ctx.who.personId, remember: false } })
  }
  const client = await findClient(ctx.kernel, ctx.district, String(details.params.client_id))
  if (!client?.isFirstParty) return consentPage(ctx, details)
  return finish(ctx, provider, { consent: { grantId: await grant(provider, details) } })
}
export const providerRoutes = (publicUrl = publicUrlOf(process.env)): readonly BoundRoute[] => {
  const provider = (ctx: RequestContext): Promise<Provider> => (publicUrl ? providerOf(ctx, publicUrl) : reject('oidc.off'))
  const pass = async (_input: unknown, ctx: RequestContext) => handOver(ctx, await provider(ctx))
  return [
    bind(below.GET, pass),
    bind(below.POST, pass),
    bind(ask, async (_input, ctx) => interact(ctx, await provider(ctx))),
    bind(agree, async ({ answer }, ctx) => {
      const op = await provider(ctx)
      const details = await detailsOf(ctx, op)
      if (details.prompt.name !== 'consent') return reject('oidc.failed')
      return finish(
        ctx,
        op,
        answer === 'yes'
          ? { consent: { grantId: await grant(op, details) } }
          : { error: 'access_denied', error_description: '本人不同意' },
      )
    }),
  ]
}
