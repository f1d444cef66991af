/** The desks of the system administrator (people, units) and of the security administrator (posts, appointments, sessions). */
import { audit } from '../audit.ts'
import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import { Refused, reject } from '../errors.ts'
import { type BoundRoute, bind, type RequestContext } from '../http/bind.ts'
import { mask } from '../permission/mask.ts'
import { mayDo, permit } from '../permission/permit.ts'
import * as c from './contract.ts'
import { hashPassword, temporaryPassword } from './password.ts'
import { createPerson, editPerson, resetPassword, resetTotp, setDisabled, unlockPerson } from './people.ts'
import { appoint, createPost, editPost, endAppointment } from './posts.ts'
import { forgetAfter, tellIdentity } from './tell.ts'
import { createUnit, editUnit, retireUnit } from './units.ts'

/** A change of people or permissions: one transaction, after which nobody is remembered as they were. */
const change = <T>(ctx: RequestContext, work: (work: WorkContext) => Promise<T>): Promise<T> =>
  forgetAfter(ctx.kernel, ctx.work(work))
const changed = async (ctx: RequestContext, work: (work: WorkContext) => Promise<void>): Promise<Record<string, never>> => {
  await change(ctx, work)
  return {}
}
const needOne = (ctx: RequestContext, verbs: readonly [string, ...string[]]): void => {
  if (verbs.some((verb) => mayDo(ctx.who, verb))) return
  const permission = permit(ctx.who, verbs[0])
  if ('refusal' in permission) throw new Refused(permission.refusal)
}
type Row = Record<string, unknown>

const people = bind(c.peopleRoute, async (input, ctx) => {
  needOne(ctx, ['system.people', 'security.appoint'])
  return ctx.work(async ({ tx, district, now }) => {
    const where = `n.district = $1 and ($2::text is null or n.name ilike '%' || $2 || '%' or n.login ilike '%' || $2 || '%') and ($3::uuid is null or n.unit_id = $3)`
    const filter = [district, input.search || null, input.unitId ?? null]
    const { rows } = await raw<Row & { phone: string | null }>(
      tx,
      `select n.id, n.name, n.login, n.phone, n.unit_id as "unitId", u.name as unit, n.is_disabled as "isDisabled", n.locked_until > $4 as "isLocked",
         n.totp_secret is not null as "hasSecondFactor", n.must_change_password as "mustChangePassword", n.created_at as "createdAt",
         (select max(s.created_at) from kernel.session s where s.district = n.district and s.person_id = n.id) as "lastSignInAt"
       from kernel.person n left join kernel.unit u on u.district = n.district and u.id = n.unit_id
       where ${where} order by n.name, n.id limit ${input.limit} offset ${input.offset}`,
      [...filter, now],
    )
    const total = await raw<{ n: number }>(tx, `select count(*)::int as n from kernel.person n where ${where}`, filter)
    return {
      rows: rows.map((r) => ({ ...r, isLocked: r.isLocked === true, phone: r.phone ? mask('phone', r.phone) : null })),
      total: total.rows[0]?.n ?? 0,
    }
  })
})
const addPerson = bind(c.createPersonRoute, async (input, ctx) => {
  const given = input.login ? (input.password ?? temporaryPassword()) : undefined
  const id = await ctx.work((work) => createPerson(work, { ...input, password: given, mustChangePassword: given !== undefined }))
  ctx.reply.code(201)
  return { id, temporaryPassword: input.password ? null : (given ?? null) }
})
const newPassword = bind(c.resetPasswordRoute, async ({ id }, ctx) => {
  const temporary = temporaryPassword()
  const hash = await hashPassword(temporary)
  await change(ctx, (work) => resetPassword(work, id, hash))
  return { temporaryPassword: temporary }
})
const peopleRoutes: readonly BoundRoute[] = [
  people,
  addPerson,
  newPassword,
  bind(c.editPersonRoute, async ({ id, ...edit }, ctx) => changed(ctx, (work) => editPerson(work, id, edit))),
  bind(c.disableRoute, async ({ id }, ctx) => changed(ctx, (work) => setDisabled(work, id, true))),
  bind(c.enableRoute, async ({ id }, ctx) => changed(ctx, (work) => setDisabled(work, id, false))),
  bind(c.unlockRoute, async ({ id }, ctx) => changed(ctx, (work) => unlockPerson(work, id))),
  bind(c.resetTotpRoute, async ({ id }, ctx) => changed(ctx, (work) => resetTotp(work, id))),
]

const unitRoutes: readonly BoundRoute[] = [
  bind(c.unitsRoute, async ({ retired }, ctx) =>
    ctx.work(async ({ tx, district }) => {
      const { rows } = await raw<Row>(
        tx,
        `select u.id, u.name, u.kind, u.parent_id as "parentId", u.area_code as "areaCode", u.code, u.phone, u.retired_at as "retiredAt",
           (select count(*)::int from kernel.person n where n.district = u.district and n.unit_id = u.id and not n.is_disabled) as people
         from kernel.unit u where u.district = $1 and ($2 or u.retired_at is null) order by u.name`,
        [district, retired === '1'],
      )
      return { rows: [...rows] }
    }),
  ),
  bind(c.createUnitRoute, async (input, ctx) => {
    const id = await ctx.work((work) => createUnit(work, input))
    ctx.reply.code(201)
    return { id }
  }),
  bind(c.editUnitRoute, async ({ id, ...edit }, ctx) => changed(ctx, (work) => editUnit(work, id, edit))),
  bind(c.retireUnitRoute, async ({ id, reason }, ctx) => changed(ctx, (work) => retireUnit(work, id, reason))),
]

const postRoutes: readonly BoundRoute[] = [
  bind(c.postsRoute, async (_input, ctx) =>
    ctx.work(async ({ tx, district }) => {
      const { rows } = await raw<Row>(
        tx,
        `select p.id, p.zh, p.verbs, p.admin_kind as "adminKind", p.home,
           (select count(distinct a.person_id)::int from kernel.appointment a where a.district = p.district and a.post_id = p.id and (a.valid_to is null or a.valid_to > current_date)) as people
         from kernel.post p where p.district = $1 order by p.admin_kind nulls first, p.id`,
        [district],
      )
      return { rows: [...rows] }
    }),
  ),
  bind(c.createPostRoute, async (input, ctx) => {
    const id = await ctx.work((work) => createPost(work, input))
    ctx.reply.code(201)
    return { id }
  }),
  bind(c.editPostRoute, async ({ id, ...edit }, ctx) => changed(ctx, (work) => editPost(work, id, edit))),
  bind(c.appointmentsRoute, async ({ id }, ctx) =>
    ctx.work(async ({ tx, district }) => {
      const { rows } = await raw<Row>(
        tx,
        `select a.id, a.post_id as "postId", p.zh as post, p.admin_kind as "adminKind", a.unit_id as "unitId", u.name as unit, a.area_code as "areaCode", a.valid_from as "validFrom", a.valid_to as "validTo"
         from kernel.appointment a join kernel.post p on p.district = a.district and p.id = a.post_id left join kernel.unit u on u.district = a.district and u.id = a.unit_id
         where a.district = $1 and a.person_id = $2 order by a.valid_from desc, a.id desc`,
        [district, id],
      )
      return { rows: [...rows] }
    }),
  ),
  bind(c.appointRoute, async ({ id, ...given }, ctx) => {
    const appointmentId = await change(ctx, (work) => appoint(work, { ...given, personId: id }))
    ctx.reply.code(201)
    return { id: appointmentId }
  }),
  bind(c.endAppointmentRoute, async ({ id, on }, ctx) => changed(ctx, (work) => endAppointment(work, id, on))),
]

const delegationRoutes: readonly BoundRoute[] = [
  bind(c.delegationsRoute, async (_input, ctx) =>
    ctx.work(async ({ tx, district }) => {
      const { rows } = await raw<Row>(
        tx,
        `select d.id, d.from_person_id as "fromPersonId", f.name as "from", d.to_person_id as "toPersonId", t.name as "to", d.starts_at as "startsAt", d.ends_at as "endsAt", d.reason, d.revoked_at as "revokedAt"
         from kernel.delegation d join kernel.person f on f.district = d.district and f.id = d.from_person_id join kernel.person t on t.district = d.district and t.id = d.to_person_id
         where d.district = $1 and ($2 or $3::uuid in (d.from_person_id, d.to_person_id)) order by d.starts_at desc limit 500`,
        [district, mayDo(ctx.who, 'security.appoint'), ctx.who?.personId ?? null],
      )
      return { rows: [...rows] }
    }),
  ),
  bind(c.revokeRoute, async ({ id }, ctx) =>
    changed(ctx, async (work) => {
      const { count } = await raw(
        work.tx,
        'update kernel.delegation set revoked_at = $3 where district = $1 and id = $2 and revoked_at is null and ($4 or from_person_id = $5)',
        [work.district, id, work.now, mayDo(ctx.who, 'security.appoint'), ctx.who?.personId ?? null],
      )
      if (count === 0) reject('kernel.not-found', { what: '可撤回的委托' })
      await audit(work, 'work.revoke-delegation', { id }, ctx.ip)
      await tellIdentity(work.tx)
    }),
  ),
]

const sessionRoutes: readonly BoundRoute[] = [
  bind(c.sessionsRoute, async ({ personId }, ctx) =>
    ctx.work(async ({ tx, district, now }) => {
      const { rows } = await raw<Row>(
        tx,
        `select s.token_hash as id, s.person_id as "personId", n.name, s.created_at as "createdAt", s.expires_at as "expiresAt", s.ip, s.agent
         from kernel.session s join kernel.person n on n.district = s.district and n.id = s.person_id
         where s.district = $1 and s.ended_at is null and s.expires_at > $2 and ($3::uuid is null or s.person_id = $3) order by s.created_at desc limit 500`,
        [district, now, personId ?? null],
      )
      return { rows: [...rows] }
    }),
  ),
  bind(c.endSessionRoute, async ({ id }, ctx) =>
    changed(ctx, async (work) => {
      const { rows } = await raw<{ personId: string }>(
        work.tx,
        'update kernel.session set ended_at = $3 where district = $1 and token_hash = $2 and ended_at is null returning person_id as "personId"',
        [work.district, id, work.now],
      )
      const ended = rows[0] ?? reject('kernel.not-found', { what: '会话' })
      await audit(work, 'session.end-by-admin', { personId: ended.personId }, ctx.ip)
      await tellIdentity(work.tx)
    }),
  ),
]
export const adminRoutes: readonly BoundRoute[] = [
  ...peopleRoutes,
  ...unitRoutes,
  ...postRoutes,
  ...delegationRoutes,
  ...sessionRoutes,
]
