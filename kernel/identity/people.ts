/** Accounts: made, disabled and unlocked by the system administrator, who can give nobody a permission. Every change is audited. */
import { v7 as uuid } from 'uuid'
import { audit } from '../audit.ts'
import type { WorkContext } from '../context.ts'
import { isUniqueViolation, raw } from '../db/index.ts'
import { reject } from '../errors.ts'
import { checkPassword, hashPassword } from './password.ts'
import { tellIdentity } from './tell.ts'

export interface NewPerson {
  readonly id?: string
  readonly name: string
  readonly login?: string | null
  readonly phone?: string | null
  readonly unitId?: string | null
  readonly password?: string
  /** Already hashed, for seeds that give many accounts one password. */
  readonly passwordHash?: string
  /** The password is temporary: until it is changed the person may do nothing else. */
  readonly mustChangePassword?: boolean
  readonly attributes?: Readonly<Record<string, unknown>>
}

const duplicateLogin = (login: string | null | undefined) => (error: unknown) => {
  if (isUniqueViolation(error, 'person_login')) return reject('kernel.duplicate', { field: '账号', value: login ?? '' })
  throw error
}

/** @returns the person's id. Refusals: identity.weak-password, kernel.duplicate, kernel.not-found (unit). */
export const createPerson = async (ctx: WorkContext, person: NewPerson): Promise<string> => {
  const { id = uuid(), name, login = null, phone = null, unitId = null } = person
  if (person.password !== undefined) checkPassword(person.password, login ?? undefined)
  if (unitId) await getUnitName(ctx, unitId)
  const passwordHash = person.passwordHash ?? (person.password === undefined ? null : await hashPassword(person.password))
  await raw(
    ctx.tx,
    `insert into kernel.person (district, id, name, login, phone, unit_id, password_hash, must_change_password, attributes, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
    [
      ctx.district,
      id,
      name,
      login,
      phone,
      unitId,
      passwordHash,
      person.mustChangePassword ?? false,
      JSON.stringify(person.attributes ?? {}),
      ctx.now,
    ],
  ).catch(duplicateLogin(login))
  await audit(ctx, 'person.create', { personId: id, name, login, unitId })
  return id
}

/** The person's name, with the row locked: changes about one person come one after another. */
export const lockPerson = async (ctx: WorkContext, id: string): Promise<string> => {
  const { rows } = await raw<{ name: string }>(
    ctx.tx,
    'select name from kernel.person where district = $1 and id = $2 for update',
    [ctx.district, id],
  )
  return rows[0]?.name ?? reject('kernel.not-found', { what: '人员' })
}
export const getUnitName = async (ctx: WorkContext, id: string): Promise<string> => {
  const { rows } = await raw<{ name: string }>(
    ctx.tx,
    'select name from kernel.unit where district = $1 and id = $2 and retired_at is null',
    [ctx.district, id],
  )
  return rows[0]?.name ?? reject('kernel.not-found', { what: '单位' })
}

export interface PersonEdit {
  readonly name?: string
  readonly phone?: string | null
  readonly unitId?: string | null
}
export const editPerson = async (ctx: WorkContext, id: string, edit: PersonEdit): Promise<void> => {
  await lockPerson(ctx, id)
  if (edit.unitId) await getUnitName(ctx, edit.unitId)
  await raw(
    ctx.tx,
    `update kernel.person set name = coalesce($3, name), phone = case when $4 then $5 else phone end, unit_id = case when $6 then $7::uuid else unit_id end
     where district = $1 and id = $2`,
    [
      ctx.district,
      id,
      edit.name ?? null,
      edit.phone !== undefined,
      edit.phone ?? null,
      edit.unitId !== undefined,
      edit.unitId ?? null,
    ],
  )
  // The telephone number itself is not copied into the log: the log is read by others.
  await audit(ctx, 'person.edit', { personId: id, fields: Object.keys(edit) })
  await tellIdentity(ctx.tx)
}

const endSessionsOf = async (ctx: WorkContext, personId: string): Promise<number> => {
  const { count } = await raw(
    ctx.tx,
    'update kernel.session set ended_at = $3 where district = $1 and person_id = $2 and ended_at is null',
    [ctx.district, personId, ctx.now],
  )
  await tellIdentity(ctx.tx)
  return count
}

/** A disabled account cannot sign in and is signed out everywhere at once. */
export const setDisabled = async (ctx: WorkContext, id: string, isDisabled: boolean): Promise<void> => {
  if (isDisabled && ctx.actor.id === id) reject('identity.self', { what: '停用' })
  await lockPerson(ctx, id)
  await raw(ctx.tx, 'update kernel.person set is_disabled = $3 where district = $1 and id = $2', [ctx.district, id, isDisabled])
  if (isDisabled) await endSessionsOf(ctx, id)
  await audit(ctx, isDisabled ? 'person.disable' : 'person.enable', { personId: id })
}
export const unlockPerson = async (ctx: WorkContext, id: string): Promise<void> => {
  await lockPerson(ctx, id)
  await raw(ctx.tx, 'update kernel.person set failed_logins = 0, locked_until = null where district = $1 and id = $2', [
    ctx.district,
    id,
  ])
  await audit(ctx, 'person.unlock', { personId: id })
}
/** Sets a temporary password. The second factor stays: taking over an account needs two administrators. */
export const resetPassword = async (ctx: WorkContext, id: string, passwordHash: string): Promise<void> => {
  if (ctx.actor.id === id) reject('identity.self', { what: '重置' })
  await lockPerson(ctx, id)
  await raw(
    ctx.tx,
    'update kernel.person set password_hash = $3, must_change_password = true, failed_logins = 0, locked_until = null where district = $1 and id = $2',
    [ctx.district, id, passwordHash],
  )
  const sessions = await endSessionsOf(ctx, id)
  await audit(ctx, 'person.reset-password', { personId: id, sessions })
}
/** Takes the second factor off an account whose device is lost; by the security administrator. */
export const resetTotp = async (ctx: WorkContext, id: string): Promise<void> => {
  if (ctx.actor.id === id) reject('identity.self', { what: '重置' })
  await lockPerson(ctx, id)
  await raw(
    ctx.tx,
    'update kernel.person set totp_secret = null, totp_pending = null, totp_last_step = null where district = $1 and id = $2',
    [ctx.district, id],
  )
  const sessions = await endSessionsOf(ctx, id)
  await audit(ctx, 'person.reset-second-factor', { personId: id, sessions })
}

/** The person's own new password; every other session of theirs ends. */
export const changeOwnPassword = async (
  ctx: WorkContext,
  id: string,
  passwordHash: string,
  keepTokenHash: string,
): Promise<void> => {
  await raw(ctx.tx, 'update kernel.person set password_hash = $3, must_change_password = false where district = $1 and id = $2', [
    ctx.district,
    id,
    passwordHash,
  ])
  await raw(
    ctx.tx,
    'update kernel.session set ended_at = $3 where district = $1 and person_id = $2 and ended_at is null and token_hash <> $4',
    [ctx.district, id, ctx.now, keepTokenHash],
  )
  await tellIdentity(ctx.tx)
  await audit(ctx, 'person.change-password', { personId: id })
}
