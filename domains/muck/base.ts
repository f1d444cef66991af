/** 基础数据: firms and trucks follow the lists of the permits as they change; what is found of a truck's safety system goes back as a fact. */
import { truckSafety } from '#catalogue/facts.ts'
import { addRecord, createRow, dayMs, editRow, type Job, many, publish, type Register, say, type WorkContext } from '#kernel'
import { showDumps } from './loop.ts'
import { baseChange } from './records.ts'
import { company, truck } from './registers.ts'
import { inForce } from './shared.ts'

const truckSql = `select p.plate, p.hauler_code as "haulerCode", p.hauler_name as "haulerName", case when p.is_new_type then 'eco' else 'old' end as model,
    p.state, p.admitted_on::text as "admittedOn", p.removed_on::text as "removedOn", p.has_safety_system as "hasSafety", t.id,
    (select case a.discharge_class when 'electric' then 'electric' else 'diesel' end from permits.application a
      where a.plates @> to_jsonb(array[p.plate]) and a.discharge_class is not null order by a.created_at desc limit 1) as energy,
    t.hauler_code as "wasHaulerCode", t.hauler_name as "wasHaulerName", t.model as "wasModel", t.state as "wasState", t.admitted_on::text as "wasAdmittedOn", t.removed_on::text as "wasRemovedOn"
  from permits.truck p left join muck.truck t on t.district = p.district and t.plate = p.plate and t.retired_at is null where p.retired_at is null order by p.plate`
const companySql = `select h.name, h.code, h.state, h.grade, h.admitted_on::text as "admittedOn", c.id,
    (select count(*)::int from permits.truck p where p.hauler_code = h.code and p.state = 'admitted' and p.retired_at is null) as trucks,
    c.name as "wasName", c.state as "wasState", c.grade as "wasGrade", c.admitted_on::text as "wasAdmittedOn", c.trucks as "wasTrucks"
  from permits.hauler h left join muck.company c on c.district = h.district and c.code = h.code and c.retired_at is null where h.retired_at is null order by h.code`
type Row = Readonly<Record<string, unknown>> & { readonly id: string | null }
const capital = (name: string): string => `was${name.charAt(0).toUpperCase()}${name.slice(1)}`
const shown = (definition: Register, key: string, value: unknown): string => {
  const spec = definition.spec.fields[key]?.spec
  return String(spec?.choices?.[String(value)] ?? value ?? '无')
}
/** Writes what differs; a row not known yet is made with `extra`. */
const follow = async (
  ctx: WorkContext,
  definition: Register,
  what: 'company' | 'truck',
  row: Row,
  keys: readonly string[],
  extra: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const values = Object.fromEntries(keys.map((k) => [k, row[k] ?? null]))
  const name = String(row.plate ?? row.name)
  if (row.id === null) {
    await createRow(ctx, definition, { ...values, ...extra })
    await addRecord(ctx, baseChange, { what, name, change: '新增' }, { areaCode: ctx.district })
    return
  }
  const changed = keys.filter((k) => (row[k] ?? null) !== (row[capital(k)] ?? null))
  if (changed.length === 0) return
  await editRow(ctx, definition, row.id, values, { reason: '审批名录变化' })
  const text = (k: string): string =>
    `${definition.spec.fields[k]?.spec.zh ?? k}:${shown(definition, k, row[capital(k)])}→${shown(definition, k, row[k])}`
  await addRecord(ctx, baseChange, { what, name, change: changed.map(text).join(';').slice(0, 300) }, { areaCode: ctx.district })
}
interface Silent {
  readonly id: string
  readonly plate: string
}
const silentSql = `select t.id, t.plate from muck.truck t join muck.truck_now s on s.district = t.district and s.id = t.id
  where t.retired_at is null and t.state = 'admitted' and t.safety = 'ok' and s.at < $1`
interface Told {
  readonly plate: string
  readonly safety: string
}
const toldSql = `select t.plate, t.safety from muck.truck t join permits.truck p on p.district = t.district and p.plate = t.plate and p.retired_at is null
  where t.retired_at is null and (t.safety = 'ok') <> p.has_safety_system`
const run = async (ctx: WorkContext): Promise<void> => {
  const truckKeys = ['plate', 'haulerCode', 'haulerName', 'model', 'state', 'admittedOn', 'removedOn']
  for (const r of await many<Row>(ctx.tx, truckSql)) {
    const extra = { safety: r.hasSafety ? 'ok' : 'none', energy: r.energy ?? null }
    await follow(ctx, truck, 'truck', { ...r, wasPlate: r.plate }, truckKeys, extra)
  }
  for (const r of await many<Row>(ctx.tx, companySql))
    await follow(
      ctx,
      company,
      'company',
      { ...r, wasCode: r.code },
      ['name', 'code', 'state', 'grade', 'trucks', 'admittedOn'],
      {},
    )
  const limit = new Date(ctx.now.getTime() - inForce(ctx, 'safety-silent-days') * dayMs)
  for (const t of await many<Silent>(ctx.tx, silentSql, [limit]))
    await editRow(ctx, truck, t.id, { safety: 'fault' }, { reason: '终端长时间无定位' })
  const told = await many<Told>(ctx.tx, toldSql)
  await publish(
    ctx,
    told.map((t) => say(truckSafety, { plate: t.plate, isOk: t.safety === 'ok', reason: '车载终端与主动安全系统状态' })),
  )
  await showDumps(ctx)
}
export const baseJob: Job = { id: 'muck.base', zh: '渣土企业车辆基础数据更新', everyMinutes: 10, run }
