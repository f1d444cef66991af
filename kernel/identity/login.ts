/**
 * Signing in: password, lockout, second factor (GB/T 22239-2019 8.1.4.1: 登录失败处理、两种以上鉴别技术). Failures are counted where every
 * process sees them; an unknown account is treated as a known one, so that nobody learns which accounts exist.
 */
import { audit } from '../audit.ts'
import { raw } from '../db/index.ts'
import type { Actor } from '../define/procedure.ts'
import { type Refusal, Refused, refuse } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { dayOf } from '../time.ts'
import { verifyPassword } from './password.ts'
import { startSession } from './session.ts'
import { matchTotp } from './totp.ts'

export const failureLimit = 5
export const lockMinutes = 15
const lockMs = lockMinutes * 60_000

export interface Credentials {
  readonly district: string
  readonly login: string
  readonly password: string
  readonly code?: string
}
export interface SignedIn {
  readonly token: string
  readonly personId: string
  readonly name: string
  readonly home: string
  readonly mustChangePassword: boolean
}
interface Account {
  readonly id: string
  readonly name: string
  readonly passwordHash: string | null
  readonly totpSecret: string | null
  readonly totpLastStep: number | null
  readonly lockedUntil: Date | null
  readonly isDisabled: boolean
  readonly mustChangePassword: boolean
}
type From = { readonly ip?: string; readonly agent?: string }
type Failure = { readonly left: number; readonly lockedUntil: Date | null }

const findAccount = async (kernel: Kernel, district: string, login: string): Promise<Account | undefined> => {
  const { rows } = await kernel.db.withDistricts([district], (tx) =>
    raw<Account>(
      tx,
      `select id, name, password_hash as "passwordHash", totp_secret as "totpSecret", totp_last_step as "totpLastStep", locked_until as "lockedUntil",
        is_disabled as "isDisabled", must_change_password as "mustChangePassword" from kernel.person where district = $1 and login = $2`,
      [district, login],
    ),
  )
  return rows[0]
}

/** Where nobody's row can count: unknown logins, per process, bounded. */
const strangers = new WeakMap<Kernel, Map<string, Failure & { readonly count: number }>>()
const strangerOf = (kernel: Kernel): Map<string, Failure & { readonly count: number }> => {
  const map = strangers.get(kernel) ?? new Map<string, Failure & { readonly count: number }>()
  strangers.set(kernel, map)
  if (map.size > 10_000) map.clear()
  return map
}
const failStranger = (kernel: Kernel, key: string, now: Date): Failure => {
  const map = strangerOf(kernel)
  const before = map.get(key)
  const isPast = before?.lockedUntil != null && before.lockedUntil <= now
  const count = isPast ? 1 : (before?.count ?? 0) + 1
  const failure = {
    count,
    left: Math.max(0, failureLimit - count),
    lockedUntil: count >= failureLimit ? new Date(now.getTime() + lockMs) : null,
  }
  map.set(key, failure)
  return failure
}

/** Counts a failure in one statement, so that guesses made at the same moment all count. */
const failAccount = (kernel: Kernel, district: string, account: Account, why: string, ip?: string): Promise<Failure> =>
  kernel.db.withDistricts([district], async (tx) => {
    const now = kernel.now()
    const { rows } = await raw<{ failed: number; lockedUntil: Date | null }>(
      tx,
      `update kernel.person p set failed_logins = n.failed, locked_until = case when n.failed >= ${failureLimit} then $2::timestamptz else null end
       from (select id, case when locked_until <= $3 then 1 else failed_logins + 1 end as failed from kernel.person where id = $1 for update) n
       where p.id = n.id and p.district = $4 returning p.failed_logins as failed, p.locked_until as "lockedUntil"`,
      [account.id, new Date(now.getTime() + lockMs), now, district],
    )
    const { failed, lockedUntil } = rows[0] ?? { failed: 1, lockedUntil: null }
    const actor: Actor = { kind: 'person', id: account.id, name: account.name }
    await audit({ tx, district, now, actor }, lockedUntil ? 'session.locked' : 'session.failed', { why, failed }, ip)
    return { left: Math.max(0, failureLimit - failed), lockedUntil }
  })

const lockedRefusal = (until: Date, now: Date): Refusal =>
  refuse('identity.locked', { minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)) })
const wrong = (failure: Failure, now: Date, code = 'identity.wrong'): Refused =>
  new Refused(failure.lockedUntil ? lockedRefusal(failure.lockedUntil, now) : refuse(code, { left: failure.left }))

/** Takes the attempt as right, unless somebody's failures have locked the account or used the code meanwhile. */
const succeed = (kernel: Kernel, district: string, account: Account, step: number | null, ip?: string): Promise<boolean> =>
  kernel.db.withDistricts([district], async (tx) => {
    const now = kernel.now()
    const { count } = await raw(
      tx,
      `update kernel.person set failed_logins = 0, locked_until = null, totp_last_step = coalesce($4::bigint, totp_last_step)
       where district = $1 and id = $2 and (locked_until is null or locked_until <= $3) and ($4::bigint is null or totp_last_step is null or totp_last_step < $4::bigint)`,
      [district, account.id, now, step],
    )
    if (count === 0) return false
    await audit(
      { tx, district, now, actor: { kind: 'person', id: account.id, name: account.name } },
      'session.start',
      { secondFactor: step !== null },
      ip,
    )
    return true
  })

/** Home page of the person's first post in force; administrators and others without one begin at `/`. */
export const homeOf = async (kernel: Kernel, district: string, personId: string): Promise<string> => {
  const { rows } = await kernel.db.withDistricts([district], (tx) =>
    raw<{ home: string }>(
      tx,
      `select p.home from kernel.appointment a join kernel.post p on p.district = a.district and p.id = a.post_id
       where a.person_id = $1 and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date) order by a.valid_from, a.id limit 1`,
      [personId, dayOf(kernel, district, kernel.now())],
    ),
  )
  return rows[0]?.home ?? '/'
}

const secondFactor = (
  kernel: Kernel,
  account: Account,
  code: string | undefined,
  now: Date,
): { readonly step: number | null } | { readonly refusal: 'identity.second-factor' | 'identity.second-factor-wrong' } => {
  if (!account.totpSecret) return { step: null }
  if (!code) return { refusal: 'identity.second-factor' }
  const step = matchTotp(kernel.vault.open(account.totpSecret), code, now, account.totpLastStep)
  return step === undefined ? { refusal: 'identity.second-factor-wrong' } : { step }
}

const refuseStranger = async (kernel: Kernel, { district, login, password }: Credentials, now: Date): Promise<never> => {
  const key = `${district} ${login}`
  const known = strangerOf(kernel).get(key)
  if (known?.lockedUntil && known.lockedUntil > now) throw new Refused(lockedRefusal(known.lockedUntil, now))
  await verifyPassword(null, password)
  throw wrong(failStranger(kernel, key, now), now)
}

/** Checks the credentials and starts a session; throws `Refused` (identity.*) otherwise. The password is checked outside any transaction. */
export const signIn = async (kernel: Kernel, given: Credentials, from: From = {}): Promise<SignedIn> => {
  const { district } = given
  const now = kernel.now()
  const account = await findAccount(kernel, district, given.login)
  if (!account) return refuseStranger(kernel, given, now)
  if (account.lockedUntil && account.lockedUntil > now) throw new Refused(lockedRefusal(account.lockedUntil, now))
  if (!(await verifyPassword(account.passwordHash, given.password)))
    throw wrong(await failAccount(kernel, district, account, 'password', from.ip), now)
  if (account.isDisabled) throw new Refused(refuse('identity.disabled'))
  const second = secondFactor(kernel, account, given.code, now)
  if ('refusal' in second) {
    if (second.refusal === 'identity.second-factor') throw new Refused(refuse('identity.second-factor'))
    throw wrong(await failAccount(kernel, district, account, 'code', from.ip), now, 'identity.second-factor-wrong')
  }
  if (!(await succeed(kernel, district, account, second.step, from.ip)))
    throw new Refused(
      second.step === null ? lockedRefusal(new Date(now.getTime() + lockMs), now) : refuse('identity.second-factor-wrong'),
    )
  const token = await startSession(kernel, district, account.id, from)
  return {
    token,
    personId: account.id,
    name: account.name,
    home: await homeOf(kernel, district, account.id),
    mustChangePassword: account.mustChangePassword,
  }
}
