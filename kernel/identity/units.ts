/** Units 单位: bureau, departments, brigades, companies that tasks are given to. Retired, never deleted: history names them. */
import { v7 as uuid } from 'uuid'
import { audit } from '../audit.ts'
import type { WorkContext } from '../context.ts'
import { isUniqueViolation, raw } from '../db/index.ts'
import { reject } from '../errors.ts'
import { getUnitName } from './people.ts'

export interface NewUnit {
  readonly id?: string
  readonly name: string
  /** What sort of unit, in the bureau's words: `bureau`, `department`, `street`, `brigade`, `company`, … */
  readonly kind: string
  readonly parentId?: string | null
  readonly areaCode?: string | null
  readonly code?: string | null
  readonly phone?: string | null
}
const duplicateName = (name: string) => (error: unknown) => {
  if (isUniqueViolation(error, 'unit_name')) return reject('kernel.duplicate', { field: '单位名称', value: name })
  throw error
}
/** @returns the unit's id. */
export const createUnit = async (ctx: WorkContext, unit: NewUnit): Promise<string> => {
  const { id = uuid(), name, kind, parentId = null, areaCode = null, code = null, phone = null } = unit
  if (parentId) await getUnitName(ctx, parentId)
  await raw(
    ctx.tx,
    'insert into kernel.unit (district, id, name, kind, parent_id, area_code, code, phone) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [ctx.district, id, name, kind, parentId, areaCode, code, phone],
  ).catch(duplicateName(name))
  await audit(ctx, 'unit.create', { unitId: id, name, kind, parentId })
  return id
}

type UnitEdit = Partial<Omit<NewUnit, 'id'>>
const unitColumns: Readonly<Record<keyof UnitEdit, string>> = {
  name: 'name',
  kind: 'kind',
  parentId: 'parent_id',
  areaCode: 'area_code',
  code: 'code',
  phone: 'phone',
}
const isBelow = async (ctx: WorkContext, id: string, ancestor: string): Promise<boolean> => {
  const { rows } = await raw(
    ctx.tx,
    `with recursive up as (select id, parent_id from kernel.unit where district = $1 and id = $2
       union select u.id, u.parent_id from kernel.unit u join up on u.id = up.parent_id where u.district = $1)
     select 1 from up where id = $3`,
    [ctx.district, id, ancestor],
  )
  return rows.length > 0
}
export const editUnit = async (ctx: WorkContext, id: string, edit: UnitEdit): Promise<void> => {
  await getUnitName(ctx, id)
  if (edit.parentId) {
    await getUnitName(ctx, edit.parentId)
    if (await isBelow(ctx, edit.parentId, id)) reject('kernel.invalid', { detail: '上级单位不能是本单位或其下属' })
  }
  const entries = (Object.keys(unitColumns) as (keyof UnitEdit)[]).flatMap((key) =>
    edit[key] === undefined ? [] : [[unitColumns[key], edit[key]] as const],
  )
  if (entries.length === 0) return
  await raw(
    ctx.tx,
    `update kernel.unit set ${entries.map(([column], i) => `${column} = $${i + 3}`).join(', ')} where district = $1 and id = $2`,
    [ctx.district, id, ...entries.map(([, value]) => value)],
  ).catch(duplicateName(edit.name ?? ''))
  await audit(ctx, 'unit.edit', { unitId: id, ...edit })
}

/** A unit that still has members, open tasks or units below it cannot go. */
export const retireUnit = async (ctx: WorkContext, id: string, reason: string): Promise<void> => {
  const name = await getUnitName(ctx, id)
  const { rows } = await raw<{ people: number; tasks: number; units: number }>(
    ctx.tx,
    `select (select count(*)::int from kernel.person where district = $1 and unit_id = $2 and not is_disabled) as people,
       (select count(*)::int from kernel.task where district = $1 and unit_id = $2 and done_at is null) as tasks,
       (select count(*)::int from kernel.unit where district = $1 and parent_id = $2 and retired_at is null) as units`,
    [ctx.district, id],
  )
  const { people = 0, tasks = 0, units = 0 } = rows[0] ?? {}
  if (people + tasks + units > 0)
    reject('kernel.check', { rule: `${name}还有${people}名人员、${tasks}件待办、${units}个下属单位,不能撤销` })
  await raw(ctx.tx, 'update kernel.unit set retired_at = $3 where district = $1 and id = $2', [ctx.district, id, ctx.now])
  await audit(ctx, 'unit.retire', { unitId: id, name, reason })
}
