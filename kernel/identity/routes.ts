/** Signing in and out, one's own password and second factor; with the administrators' desks. */
import '@fastify/cookie'
import { audit } from '../audit.ts'
import { raw } from '../db/index.ts'
import { Refused, refuse, reject } from '../errors.ts'
import { bucketsPer } from '../files/bucket.ts'
import { type BoundRoute, bind, type RequestContext } from '../http/bind.ts'
import type { Who } from '../permission/permit.ts'
import { adminRoutes } from './admin.ts'
import * as c from './contract.ts'
import './errors.ts'
import { homeOf, signIn } from './login.ts'
import { checkPassword, hashPassword, verifyPassword } from './password.ts'
import { changeOwnPassword } from './people.ts'
import { endSession, hashToken, sessionCookie, sessionHours, tokenOf } from './session.ts'
import { forgetAfter } from './tell.ts'
import { matchTotp, newTotpSecret, totpUri } from './totp.ts'

const me = (ctx: RequestContext): Who => ctx.who ?? reject('identity.required')
/** Kept as long as the session itself: a phone that is killed in the rain is still signed in, and its queue goes on. */
const cookieOptions = (ctx: RequestContext) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: ctx.request.protocol === 'https', maxAge: sessionHours * 3600 }) as const

interface Own {
  readonly login: string | null
  readonly passwordHash: string | null
  readonly totpSecret: string | null
  readonly totpPending: string | null
  readonly mustChangePassword: boolean
}
const loadOwn = (ctx: RequestContext): Promise<Own> =>
  ctx.work(async ({ tx, district }) => {
    const { rows } = await raw<Own>(
      tx,
      `select login, password_hash as "passwordHash", totp_secret as "totpSecret", totp_pending as "totpPending", must_change_password as "mustChangePassword"
       from kernel.person where district = $1 and id = $2`,
      [district, me(ctx).personId],
    )
    return rows[0] ?? reject('identity.required')
  })
/** A session left open on a desk must not be enough to take the account over. */
const confirmPassword = async (own: Own, password: string): Promise<void> => {
  if (!(await verifyPassword(own.passwordHash, password)))
    throw new Refused(refuse('kernel.invalid', { detail: '原密码不对' }, { old: '原密码不对' }))
}

/** Failures of one address: a bureau behind one address may mistype a hundred times, a guesser of many accounts soon waits. */
const failures = bucketsPer({ capacity: 100, perMinute: 10 })
const start = bind(c.signInRoute, async ({ district, ...given }, ctx) => {
  const seconds = failures(ctx.kernel).wait(ctx.ip)
  if (seconds > 0) reject('kernel.too-many', { seconds })
  const agent = ctx.request.headers['user-agent']
  const session = await signIn(ctx.kernel, { ...given, district: district ?? ctx.district }, { ip: ctx.ip, agent }).catch(
    (error: unknown) => {
      failures(ctx.kernel).take(ctx.ip)
      throw error
    },
  )
  ctx.reply.setCookie(sessionCookie, session.token, cookieOptions(ctx))
  return session
})
const end = bind(c.signOutRoute, async (_input, ctx) => {
  const token = tokenOf(ctx.request)
  if (token) await endSession(ctx.kernel, token)
  await ctx.work((work) => audit(work, 'session.end', {}, ctx.ip))
  ctx.reply.clearCookie(sessionCookie, cookieOptions(ctx))
  return {}
})
const whoAmI = bind(c.meRoute, async (_input, ctx) => {
  const who = me(ctx)
  const own = await loadOwn(ctx)
  return {
    personId: who.personId,
    name: who.name,
    login: own.login,
    district: who.district,
    unitId: who.unitId,
    home: await homeOf(ctx.kernel, who.district, who.personId),
    hasSecondFactor: own.totpSecret !== null,
    mustChangePassword: own.mustChangePassword,
    grants: who.grants.map((grant) => ({ ...grant })),
  }
})
const password = bind(c.passwordRoute, async (input, ctx) => {
  const own = await loadOwn(ctx)
  await confirmPassword(own, input.old)
  checkPassword(input.new, own.login ?? undefined)
  if (input.new === input.old) reject('kernel.invalid', { detail: '新密码不能与原密码相同' })
  const hash = await hashPassword(input.new)
  const keep = hashToken(tokenOf(ctx.request) ?? '')
  await forgetAfter(
    ctx.kernel,
    ctx.work((work) => changeOwnPassword(work, me(ctx).personId, hash, keep)),
  )
  return {}
})
const enrol = bind(c.enrolRoute, async (input, ctx) => {
  const own = await loadOwn(ctx)
  await confirmPassword(own, input.password)
  const secret = newTotpSecret()
  await ctx.work(({ tx, district }) =>
    raw(tx, 'update kernel.person set totp_pending = $3 where district = $1 and id = $2', [
      district,
      me(ctx).personId,
      ctx.kernel.vault.seal(secret),
    ]),
  )
  return { secret, uri: totpUri(secret, own.login ?? me(ctx).name) }
})
const confirm = bind(c.confirmRoute, async ({ code }, ctx) => {
  const own = await loadOwn(ctx)
  const secret = ctx.kernel.vault.open(own.totpPending ?? reject('identity.second-factor-none'))
  const step = matchTotp(secret, code, ctx.now, null) ?? reject('identity.second-factor-wrong')
  await ctx.work(async (work) => {
    await raw(
      work.tx,
      'update kernel.person set totp_secret = $3, totp_pending = null, totp_last_step = $4 where district = $1 and id = $2',
      [work.district, me(ctx).personId, ctx.kernel.vault.seal(secret), step],
    )
    await audit(work, 'person.second-factor', {}, ctx.ip)
  })
  return {}
})

export const identityRoutes: readonly BoundRoute[] = [start, end, whoAmI, password, enrol, confirm, ...adminRoutes]
