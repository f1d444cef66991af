/**
 * Posts and appointments, in the hands of the security administrator. 三员分立 (GB/T 22239-2019 8.1.5: 系统管理员、审计管理员、安全管理员):
 * a post belongs to one administrator or to the business, never both; so does a person; and nobody raises themself.
 */
import { v7 as uuid } from 'uuid'
import { audit } from '../audit.ts'
import type { WorkContext } from '../context.ts'
import { isUniqueViolation, raw } from '../db/index.ts'
import { reject } from '../errors.ts'
import { verbZh } from '../permission/permit.ts'
import { dayOf } from '../time.ts'
import { getUnitName, lockPerson } from './people.ts'
import { tellIdentity } from './tell.ts'

export const adminKinds = { system: '系统管理员', security: '安全管理员', audit: '审计管理员' } as const
export type AdminKind = keyof typeof adminKinds
export interface Post {
  readonly id: string
  readonly zh: string
  readonly verbs: readonly string[]
  readonly adminKind?: AdminKind | null
  readonly home?: string
}

/** An administrator's post holds verbs of its own kind only; a business post none of theirs. */
const checkVerbs = ({ zh, verbs, adminKind }: Pick<Post, 'zh' | 'verbs' | 'adminKind'>): void => {
  const kindOf = (verb: string): string | null => Object.keys(adminKinds).find((kind) => verb.startsWith(`${kind}.`)) ?? null
  const foreign = verbs.filter((verb) => kindOf(verb) !== (adminKind ?? null) || verb.startsWith('*'))
  if (foreign.length > 0) reject('identity.admin-verbs', { post: zh, verbs: foreign.map(verbZh).join('、') })
}
/** @returns the post's id. */
export const createPost = async (ctx: WorkContext, post: Post): Promise<string> => {
  checkVerbs(post)
  await raw(
    ctx.tx,
    'insert into kernel.post (district, id, zh, verbs, admin_kind, home) values ($1, $2, $3, $4::text[], $5, $6)',
    [ctx.district, post.id, post.zh, post.verbs, post.adminKind ?? null, post.home ?? '/'],
  ).catch((error: unknown) => {
    if (isUniqueViolation(error)) return reject('kernel.duplicate', { field: '岗位', value: post.id })
    throw error
  })
  await audit(ctx, 'post.create', { postId: post.id, zh: post.zh, verbs: post.verbs, adminKind: post.adminKind ?? null })
  return post.id
}
/** Changes a post's name, verbs or home; never the kind of administrator it is. Nobody changes a post they hold. */
export const editPost = async (
  ctx: WorkContext,
  id: string,
  edit: Partial<Pick<Post, 'zh' | 'verbs' | 'home'>>,
): Promise<void> => {
  const { rows } = await raw<{ zh: string; verbs: readonly string[]; adminKind: AdminKind | null; isOwn: boolean }>(
    ctx.tx,
    `select p.zh, p.verbs, p.admin_kind as "adminKind",
       exists (select from kernel.appointment a where a.district = p.district and a.post_id = p.id and a.person_id = $3 and (a.valid_to is null or a.valid_to > $4::date)) as "isOwn"
     from kernel.post p where p.district = $1 and p.id = $2 for update of p`,
    [ctx.district, id, ctx.actor.id, dayOf(ctx.kernel, ctx.district, ctx.now)],
  )
  const before = rows[0] ?? reject('kernel.not-found', { what: '岗位' })
  if (before.isOwn && edit.verbs) reject('identity.self', { what: '变更岗位权限给' })
  const after = { zh: edit.zh ?? before.zh, verbs: edit.verbs ?? before.verbs, adminKind: before.adminKind }
  checkVerbs(after)
  await raw(
    ctx.tx,
    'update kernel.post set zh = $3, verbs = $4::text[], home = coalesce($5, home) where district = $1 and id = $2',
    [ctx.district, id, after.zh, after.verbs, edit.home ?? null],
  )
  await audit(ctx, 'post.edit', {
    postId: id,
    zh: after.zh,
    added: after.verbs.filter((v) => !before.verbs.includes(v)),
    removed: before.verbs.filter((v) => !after.verbs.includes(v)),
  })
  await tellIdentity(ctx.tx)
}

export interface NewAppointment {
  readonly id?: string
  readonly personId: string
  readonly postId: string
  readonly unitId?: string | null
  /** District, street, community or cell; default: the whole district. */
  readonly areaCode?: string
  /** First day; default today. */
  readonly validFrom?: string
  /** First day no longer in force. */
  readonly validTo?: string | null
}
interface Held {
  readonly zh: string
  readonly adminKind: AdminKind | null
}
/** What the person holds at any time during the new appointment. */
const heldDuring = async (ctx: WorkContext, personId: string, from: string, to: string | null): Promise<readonly Held[]> => {
  const { rows } = await raw<Held>(
    ctx.tx,
    `select distinct p.zh, p.admin_kind as "adminKind" from kernel.appointment a join kernel.post p on p.district = a.district and p.id = a.post_id
     where a.district = $1 and a.person_id = $2 and (a.valid_to is null or (a.valid_to > $3::date and a.valid_to > a.valid_from)) and ($4::date is null or a.valid_from < $4::date)`,
    [ctx.district, personId, from, to],
  )
  return rows
}
/** Gives a person a post. Refusals: identity.self, identity.separate-admins, kernel.not-found, kernel.invalid. @returns the appointment's id. */
export const appoint = async (ctx: WorkContext, given: NewAppointment): Promise<string> => {
  const { id = uuid(), personId, postId, unitId = null, areaCode = ctx.district, validTo = null } = given
  const validFrom = given.validFrom ?? dayOf(ctx.kernel, ctx.district, ctx.now)
  if (ctx.actor.id === personId) reject('identity.self', { what: '任命' })
  if (!areaCode.startsWith(ctx.district)) reject('kernel.invalid', { detail: `管辖区域${areaCode}不在本区` })
  if (validTo !== null && validTo <= validFrom) reject('kernel.invalid', { detail: '任期止日应晚于起日' })
  const name = await lockPerson(ctx, personId)
  if (unitId) await getUnitName(ctx, unitId)
  const { rows } = await raw<Held>(
    ctx.tx,
    'select zh, admin_kind as "adminKind" from kernel.post where district = $1 and id = $2',
    [ctx.district, postId],
  )
  const post = rows[0] ?? reject('kernel.not-found', { what: '岗位' })
  const clash = (await heldDuring(ctx, personId, validFrom, validTo)).filter((held) => held.adminKind !== post.adminKind)
  if (clash.length > 0)
    reject('identity.separate-admins', { posts: [...new Set([...clash.map((held) => held.zh), post.zh])].join('、') })
  await raw(
    ctx.tx,
    'insert into kernel.appointment (district, id, person_id, post_id, unit_id, area_code, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7::date, $8::date)',
    [ctx.district, id, personId, postId, unitId, areaCode, validFrom, validTo],
  )
  await audit(ctx, 'appointment.make', { appointmentId: id, personId, name, postId, unitId, areaCode, validFrom, validTo })
  await tellIdentity(ctx.tx)
  return id
}
/** Ends an appointment from a day on (default today: at once). Its row stays, so that past work keeps its office. */
export const endAppointment = async (ctx: WorkContext, id: string, on?: string): Promise<void> => {
  const day = on ?? dayOf(ctx.kernel, ctx.district, ctx.now)
  const { rows } = await raw<{ personId: string; postId: string }>(
    ctx.tx,
    `update kernel.appointment set valid_to = greatest(valid_from, $3::date) where district = $1 and id = $2 and (valid_to is null or valid_to > $3::date)
     returning person_id as "personId", post_id as "postId"`,
    [ctx.district, id, day],
  )
  const ended = rows[0] ?? reject('kernel.not-found', { what: '在任的任命' })
  if (ended.personId === ctx.actor.id) reject('identity.self', { what: '免去' })
  await audit(ctx, 'appointment.end', { appointmentId: id, ...ended, on: day })
  await tellIdentity(ctx.tx)
}
