/**
 * The account an outside identity opens. Nobody is created: the registered claim must name an account that is there; the identity
 * (issuer and subject) is bound to it at the first sign-in. An administrator (三员) never comes in this way.
 */
import { audit, dayOf, type Kernel, raw, reject } from '#kernel'
import { startSession } from '#kernel/identity/session.ts'
import './errors.ts'

interface Account {
  readonly id: string
  readonly name: string
  readonly isClosed: boolean
  readonly hasSecondFactor: boolean
  readonly isAdmin: boolean
  readonly linkedSub: string | null
}
export interface Identity {
  readonly issuer: string
  readonly sub: string
  readonly login: string
  /** Authentication methods (RFC 8176) the provider says it used. */
  readonly methods: readonly string[]
}
const strong = ['mfa', 'otp', 'hwk', 'sc', 'fpt', 'face']

const find = async (kernel: Kernel, district: string, { issuer, sub, login }: Identity): Promise<Account | undefined> => {
  const now = kernel.now()
  const { rows } = await kernel.db.withDistricts([district], (tx) =>
    raw<Account>(
      tx,
      `select n.id, n.name, n.is_disabled or coalesce(n.locked_until > $5, false) as "isClosed", n.totp_secret is not null as "hasSecondFactor",
         exists (select from kernel.appointment a join kernel.post p on p.district = a.district and p.id = a.post_id
           where a.district = n.district and a.person_id = n.id and p.admin_kind is not null and (a.valid_to is null or a.valid_to > $6::date)) as "isAdmin",
         (select l.sub from connect.oidc_link l where l.district = n.district and l.issuer = $2 and l.person = n.id) as "linkedSub"
       from kernel.person n where n.district = $1
         and coalesce(n.id = (select l.person from connect.oidc_link l where l.district = $1 and l.issuer = $2 and l.sub = $3), n.login = $4)`,
      [district, issuer, sub, login, now, dayOf(kernel, district, now)],
    ),
  )
  return rows[0]
}
/** Starts a session for the identity; throws `Refused` (oidc.*). @returns the token */
export const enter = async (
  kernel: Kernel,
  district: string,
  identity: Identity,
  from: { readonly ip?: string; readonly agent?: string },
): Promise<{ readonly token: string; readonly personId: string }> => {
  const account = (await find(kernel, district, identity)) ?? reject('oidc.unknown')
  // The name belongs to an account that somebody else's identity was bound to before.
  if (account.linkedSub !== null && account.linkedSub !== identity.sub) reject('oidc.unknown')
  if (account.isAdmin) reject('oidc.admin')
  if (account.isClosed) reject('oidc.closed')
  if (account.hasSecondFactor && !identity.methods.some((m) => strong.includes(m))) reject('oidc.second-factor')
  await kernel.db.withDistricts([district], async (tx) => {
    const now = kernel.now()
    await raw(
      tx,
      'insert into connect.oidc_link (district, issuer, sub, person, linked_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [district, identity.issuer, identity.sub, account.id, now],
    )
    const actor = { kind: 'person', id: account.id, name: account.name } as const
    await audit({ tx, district, now, actor }, 'session.start', { issuer: identity.issuer }, from.ip)
  })
  return { token: await startSession(kernel, district, account.id, from), personId: account.id }
}
