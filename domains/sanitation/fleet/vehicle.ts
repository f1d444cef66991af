/** 环卫车辆: kind, energy, emission class, papers; chargers; and the daily look at what runs out. */
import { addDays, choice, date, dayText, flag, integer, type Job, many, money, ref, register, text } from '#kernel'
import { clearAlarms, raiseAlarm } from '../alarm.ts'
import { inForce, platePattern } from '../shared.ts'
import { emissions, energies, vehicleKinds } from '../words.ts'

export const vehicle = register('sanitation.vehicle', {
  zh: '环卫作业车辆',
  menu: '环卫车辆',
  title: 'plate',
  fields: {
    plate: text('号牌', { maxLength: 10, pattern: platePattern }).unique().searchable(),
    kind: choice('车型', vehicleKinds),
    energy: choice('能源', energies),
    emission: choice('排放', emissions),
    operator: text('使用单位', { maxLength: 80 }).searchable(),
    state: choice('状态', { inService: '在用', repair: '维修', scrapped: '淘汰' }),
    acquiredOn: date('购置日期'),
    scrappedOn: date('淘汰日期').optional(),
    device: ref('车载终端', 'sensing.device').optional(),
    tareKg: integer('皮重', { unit: 'kg', min: 100, max: 60_000 }).optional(),
    loadKg: integer('核定载质量', { unit: 'kg', min: 100, max: 60_000 }).optional(),
    priceFen: money('购置价').optional(),
    subsidyFen: money('新能源补贴').optional(),
    insuredTo: date('保险到期').optional(),
    inspectedTo: date('年检到期').optional(),
    isSmall: flag('小型机具').help('慢车道、人行道用'),
  },
  checks: {
    scrap: { sql: "state <> 'scrapped' or scrapped_on is not null", zh: '淘汰的须填淘汰日期' },
    dates: { sql: 'scrapped_on is null or scrapped_on >= acquired_on', zh: '淘汰不能早于购置' },
    zero: { sql: "energy not in ('electric', 'hydrogen') or emission = 'zero'", zh: '纯电、氢燃料车排放应为零排放' },
  },
})
export const charger = register('sanitation.charger', {
  zh: '环卫充电(加氢)场所',
  menu: '环卫车辆',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    address: text('地址', { maxLength: 120 }),
    piles: integer('充电桩', { unit: '个', min: 0 }),
    kw: integer('总功率', { unit: 'kW', min: 0 }),
    openedOn: date('启用日期'),
    isOpen: flag('可用'),
  },
})
interface Due {
  readonly id: string
  readonly plate: string
  readonly what: string
  readonly dueOn: string
}
const dueSql = `select id, plate, what, due_on::text as "dueOn" from (
    select district, id, plate, '保险' as what, insured_to as due_on from sanitation.vehicle where retired_at is null and state <> 'scrapped'
    union all select district, id, plate, '年检', inspected_to from sanitation.vehicle where retired_at is null and state <> 'scrapped') v
  where due_on <= $1::date order by due_on, plate`
export const vehicleDueJob: Job = {
  id: 'sanitation.vehicle-due',
  zh: '环卫车辆保险年检到期',
  everyMinutes: 720,
  run: async (ctx) => {
    const today = dayText(ctx.now)
    const due = await many<Due>(ctx.tx, dueSql, [addDays(today, inForce(ctx, 'renew-days'))])
    for (const v of due)
      await raiseAlarm(ctx, {
        kind: 'vehicleDue',
        key: `due ${v.id} ${v.what} ${v.dueOn}`,
        target: v.plate,
        detail: `${v.what}${v.dueOn < today ? '已于' : '将于'}${v.dueOn}到期`,
      })
    await clearAlarms(
      ctx,
      'vehicleDue',
      due.map((v) => `due ${v.id} ${v.what} ${v.dueOn}`),
    )
  },
}
