/**
 * Sessions: a random token the client keeps (cookie or `Authorization: Bearer`), of which the database holds only the hash.
 * Who a token is, and what they may do, is remembered for a few seconds in memory; ending a session or changing an appointment
 * clears it in every process through the identity channel (`watchIdentity`).
 */
import { hash, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { raw } from '../db/index.ts'
import type { Kernel } from '../kernel.ts'
import type { Grant, Who } from '../permission/permit.ts'
import { dayOf } from '../time.ts'

export const sessionCookie = 'cityloop'
/** Payload: the hash of an ended session's token, or nothing for "forget everybody". */
export const identityChannel = 'cityloop_identity'
const rememberMs = 10_000
export const sessionHours = 12

export const hashToken = (token: string): string => hash('sha256', token)
/** A token names its district, so that its session is found inside the row-level-security border. */
export const newToken = (district: string): string => `${district}.${randomBytes(24).toString('base64url')}`

export const tokenOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers.authorization
  if (header?.startsWith('Bearer ')) return header.slice(7)
  return (request as FastifyRequest & { cookies?: Record<string, string | undefined> }).cookies?.[sessionCookie]
}

interface GrantRow extends Omit<Grant, 'onBehalfOf'> {
  readonly onBehalfOf: string | null
}
interface SessionRow {
  readonly personId: string
  readonly name: string
  readonly unitId: string | null
  readonly grants: readonly GrantRow[]
}
/**
 * A person's own grants and those lent to them. An administrator's verbs are never lent, and nothing is lent to an administrator
 * (三员分立). Who must still change a temporary password holds nothing yet.
 */
const grantsOf = (person: string) => `
  select p.verbs, a.area_code, a.unit_id, a.post_id, null as on_behalf_of from kernel.appointment a
  join kernel.post p on p.district = a.district and p.id = a.post_id
  where a.person_id = ${person} and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)
  union all
  select p.verbs, a.area_code, a.unit_id, a.post_id, f.name from kernel.delegation d
  join kernel.person f on f.district = d.district and f.id = d.from_person_id
  join kernel.appointment a on a.district = d.district and a.person_id = d.from_person_id
  join kernel.post p on p.district = a.district and p.id = a.post_id and p.admin_kind is null
    and not exists (select from kernel.appointment o join kernel.post q on q.district = o.district and q.id = o.post_id
      where o.district = d.district and o.person_id = d.to_person_id and q.admin_kind is not null and (o.valid_to is null or o.valid_to > $2::date))
  where d.to_person_id = ${person} and d.revoked_at is null and d.starts_at <= $3 and d.ends_at > $3
    and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)`

const load = async (kernel: Kernel, token: string): Promise<Who | null> => {
  const district = token.split('.')[0] ?? ''
  if (!/^\d{6}$/.test(district)) return null
  const now = kernel.now()
  const { rows } = await kernel.db.withDistricts([district], (tx) =>
    raw<SessionRow>(
      tx,
      `select n.id as "personId", n.name, n.unit_id as "unitId",
        (select coalesce(json_agg(json_build_object('verbs', g.verbs, 'areaCode', g.area_code, 'unitId', g.unit_id, 'postId', g.post_id, 'onBehalfOf', g.on_behalf_of)), '[]')
         from (${grantsOf('n.id')}) g where not n.must_change_password) as grants
       from kernel.session s join kernel.person n on n.district = s.district and n.id = s.person_id
       where s.token_hash = $1 and s.ended_at is null and s.expires_at > $3 and not n.is_disabled`,
      [hashToken(token), dayOf(kernel, district, now), now],
    ),
  )
  const row = rows[0]
  if (!row) return null
  const grants = row.grants.map(({ onBehalfOf, ...grant }) => (onBehalfOf ? { ...grant, onBehalfOf } : grant))
  return { personId: row.personId, name: row.name, district, districts: [district], unitId: row.unitId, grants }
}

interface Remembered {
  readonly who: Promise<Who | null>
  readonly until: number
}
const remembered = new WeakMap<Kernel, Map<string, Remembered>>()
const memory = (kernel: Kernel): Map<string, Remembered> => {
  const known = remembered.get(kernel)
  if (known) return known
  const made = new Map<string, Remembered>()
  remembered.set(kernel, made)
  return made
}
/** Forgets who everyone is; the next request asks the database again. */
export const forgetSessions = (kernel: Kernel): void => memory(kernel).clear()

/** Forgets one session, by the hash of its token. */
export const forgetSession = (kernel: Kernel, hash: string): void => {
  memory(kernel).delete(hash)
}

export const findWho = (kernel: Kernel, token: string): Promise<Who | null> => {
  const map = memory(kernel)
  const key = hashToken(token)
  const known = map.get(key)
  const at = performance.now()
  if (known && known.until > at) return known.who
  if (map.size > 20_000) map.clear()
  const who = load(kernel, token)
  map.set(key, { who, until: at + rememberMs })
  who.catch(() => map.delete(key))
  return who
}

/** Starts a session. @returns the token, which is not kept. */
export const startSession = async (
  kernel: Kernel,
  district: string,
  personId: string,
  from: { readonly ip?: string; readonly agent?: string } = {},
): Promise<string> => {
  const token = newToken(district)
  const now = kernel.now()
  await kernel.db.withDistricts([district], (tx) =>
    raw(
      tx,
      'insert into kernel.session (district, token_hash, person_id, created_at, expires_at, ip, agent) values ($1, $2, $3, $4, $5, $6, $7)',
      [
        district,
        hashToken(token),
        personId,
        now,
        new Date(now.getTime() + sessionHours * 3_600_000),
        from.ip ?? null,
        from.agent?.slice(0, 200) ?? null,
      ],
    ),
  )
  return token
}
export const endSession = async (kernel: Kernel, token: string): Promise<void> => {
  const district = token.split('.')[0] ?? ''
  if (!/^\d{6}$/.test(district)) return
  const hash = hashToken(token)
  await kernel.db.withDistricts([district], async (tx) => {
    await raw(tx, 'update kernel.session set ended_at = $1 where token_hash = $2 and ended_at is null', [kernel.now(), hash])
    await raw(tx, 'select pg_notify($1, $2)', [identityChannel, hash])
  })
  forgetSession(kernel, hash)
}
