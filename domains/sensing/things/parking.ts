/** 泊位: taken and free by ground sensor, stays set against paid orders; roads without collectors watched by scan vehicle or ground lock. */
import {
  addRecord,
  choice,
  count,
  date,
  dayText,
  defineParameters,
  type Indicator,
  indicator,
  instant,
  integer,
  type Job,
  many,
  money,
  one,
  ratio,
  record,
  ref,
  register,
  reject,
  sum,
  text,
  value,
  type WorkContext,
} from '#kernel'
import type { Device } from '../devices.ts'

export const parkingParameters = defineParameters([
  { name: 'sensing.berth-free-minutes', zh: '泊位免费停放', value: 15, unit: '分钟', source: '道路停车收费办法(示例)' },
] as const)
const modes = { collector: '人工收费', scan: '巡检扫描', lock: '地锁', sensor: '地磁/视频' } as const
export const berthRoad = register('sensing.berth-road', {
  zh: '收费道路',
  menu: '道路泊位',
  title: 'name',
  fields: {
    name: text('道路', { maxLength: 80 }).unique().searchable(),
    mode: choice('管理方式', modes),
    since: date('现方式自'),
    collectorsBefore: integer('改前收费员', { unit: '人', min: 0 }),
    collectorsNow: integer('现收费员', { unit: '人', min: 0 }),
  },
  checks: { staff: { sql: "mode = 'collector' or collectors_now <= collectors_before", zh: '无人值守道路的收费员不应多于改前' } },
})
export const berth = register('sensing.berth', {
  zh: '道路泊位',
  menu: '道路泊位',
  geometry: 'Point',
  title: 'number',
  fields: {
    number: text('泊位号', { maxLength: 20 }).unique().searchable(),
    road: ref('道路', 'sensing.berth-road'),
    device: ref('检测设备', 'sensing.device').unique().optional(),
    method: choice('改造方式', { magnet: '地磁', video: '视频', lock: '地锁' }).optional(),
    retrofittedOn: date('改造日期').optional(),
  },
  checks: {
    retrofit: {
      sql: '(device is null) = (retrofitted_on is null) and (device is null) = (method is null)',
      zh: '改造的泊位须填检测设备、方式和日期',
    },
  },
})
export const berthOrder = record('sensing.berth-order', {
  zh: '停车订单',
  menu: '道路泊位',
  title: 'plate',
  fields: {
    berth: ref('泊位', 'sensing.berth'),
    plate: text('车牌', { maxLength: 10 }).personal('plate').searchable(),
    startedAt: instant('起'),
    endedAt: instant('止'),
    amountFen: money('实收'),
  },
})
export const berthStay = record('sensing.berth-stay', {
  zh: '泊位停放',
  menu: '道路泊位',
  title: 'verdict',
  help: '由检测设备的占用、离开得出,与订单比对',
  fields: {
    berth: ref('泊位', 'sensing.berth'),
    road: ref('道路', 'sensing.berth-road'),
    startedAt: instant('驶入'),
    endedAt: instant('驶离'),
    minutes: integer('分钟'),
    verdict: choice('比对', { paid: '已付费', free: '免费时段内', evaded: '疑似逃费' }),
    plate: text('扫描车牌', { maxLength: 10 }).personal('plate').optional(),
  },
})
export const berthScan = record('sensing.berth-scan', {
  zh: '巡检扫描',
  menu: '道路泊位',
  title: 'plate',
  fields: {
    berth: ref('泊位', 'sensing.berth'),
    plate: text('车牌', { maxLength: 10 }).personal('plate').searchable(),
    hasOrder: choice('当时订单', { yes: '有', no: '无' }),
  },
})
/** Each taken→free pair of readings is a stay; written once, when the car has left. */
const staysSql = `with marks as (select b.id as berth, b.road, b.area_code, r.at, r.value, lag(r.value) over w as before from sensing.berth b
    join sensing.reading r on r.district = b.district and r.device = b.device and r.quantity = 'occupied' and r.quality <> 'range' and r.at >= $1 where b.retired_at is null window w as (partition by b.id order by r.at)),
  edges as (select *, lead(at) over (partition by berth order by at) as next_at, lead(value) over (partition by berth order by at) as next_value from marks where before is null or before <> value)
  select e.berth, e.road, e.area_code as "areaCode", e.at as "startedAt", e.next_at as "endedAt", (extract(epoch from e.next_at - e.at) / 60)::int as minutes,
    exists (select 1 from sensing.berth_order o where o.berth = e.berth and o.started_at < e.next_at and o.ended_at > e.at) as "isPaid",
    (select s.plate from sensing.berth_scan s where s.berth = e.berth and s.at >= e.at and s.at < e.next_at order by s.at limit 1) as plate
  from edges e where e.value = 1 and e.next_value = 0 and not exists (select 1 from sensing.berth_stay y where y.berth = e.berth and y.started_at = e.at)`
export const berthJob: Job = {
  id: 'sensing.berth-stays',
  zh: '泊位停放与订单比对',
  everyMinutes: 5,
  run: async (ctx) => {
    const free = ctx.kernel.parameters.value(ctx.district, 'sensing.berth-free-minutes', dayText(ctx.now))
    const rows = await many<{
      berth: string
      road: string
      areaCode: string | null
      startedAt: Date
      endedAt: Date
      minutes: number
      isPaid: boolean
      plate: string | null
    }>(ctx.tx, staysSql, [new Date(ctx.now.getTime() - 3 * 86_400_000)])
    for (const { areaCode, isPaid, startedAt, endedAt, ...rest } of rows)
      await addRecord(
        ctx,
        berthStay,
        {
          ...rest,
          startedAt: startedAt.toISOString(),
          endedAt: endedAt.toISOString(),
          verdict: isPaid ? 'paid' : rest.minutes <= free ? 'free' : 'evaded',
        },
        { at: endedAt, areaCode },
      )
  },
}
/** A plate seen in a berth by a scan vehicle. */
export const takeScan = async (ctx: WorkContext, device: Device, input: { berth: string; plate: string }) => {
  if (device.kind !== 'terminal') return reject('sensing.field', { why: '只有车载终端可以上报巡检扫描' })
  const found = await one<{ id: string; areaCode: string | null; hasOrder: boolean }>(
    ctx.tx,
    `select b.id, b.area_code as "areaCode", exists (select 1 from sensing.berth_order o where o.berth = b.id and o.plate = $2 and o.started_at <= $3 and o.ended_at > $3) as "hasOrder" from sensing.berth b where b.number = $1 and b.retired_at is null`,
    [input.berth, input.plate, ctx.now],
  )
  if (!found) return reject('sensing.field', { why: `没有泊位${input.berth}` })
  const hasOrder = found.hasOrder ? 'yes' : 'no'
  await addRecord(ctx, berthScan, { berth: found.id, plate: input.plate, hasOrder }, { areaCode: found.areaCode })
  return { hasOrder }
}
const unattended = { mode: ['scan', 'lock', 'sensor'] as const }
const stay = { at: 'endedAt' } as const
export const parkingIndicators: readonly Indicator[] = [
  indicator('sensing.berths-retrofitted', {
    zh: '泊位智能化改造',
    unit: '个',
    decimals: 0,
    definition: '装有检测设备的泊位',
    of: value(count(berth, { and: 'r.device is not null' })),
    by: ['road', 'method'],
  }),
  indicator('sensing.berth-retrofit-rate', {
    zh: '泊位改造进度',
    unit: '%',
    decimals: 2,
    definition: '已改造泊位 ÷ 泊位,可按道路分',
    of: ratio(count(berth, { and: 'r.device is not null' }), count(berth)),
    by: ['road'],
  }),
  indicator('sensing.berth-evaded', {
    zh: '疑似逃费停放',
    unit: '次',
    decimals: 0,
    definition: '超过免费时段、没有任何订单的停放',
    of: value(count(berthStay, { ...stay, where: { verdict: 'evaded' } })),
    by: ['road'],
  }),
  indicator('sensing.berth-evaded-rate', {
    zh: '疑似逃费率',
    unit: '%',
    decimals: 2,
    definition: '疑似逃费 ÷(已付费 + 疑似逃费)',
    of: ratio(
      count(berthStay, { ...stay, where: { verdict: 'evaded' } }),
      count(berthStay, { ...stay, where: { verdict: ['evaded', 'paid'] } }),
    ),
    by: ['road'],
  }),
  indicator('sensing.unattended-roads', {
    zh: '无人值守收费道路',
    unit: '条',
    decimals: 0,
    definition: '以巡检扫描、地锁、地磁视频管理的道路',
    of: value(count(berthRoad, { where: { mode: [...unattended.mode] } })),
    by: ['mode'],
  }),
  indicator('sensing.collectors-before', {
    zh: '无人值守道路改前收费员',
    unit: '人',
    decimals: 0,
    definition: '无人值守道路改前的收费员',
    of: value(sum(berthRoad, 'collectorsBefore', { where: { mode: [...unattended.mode] } })),
  }),
  indicator('sensing.collectors-kept', {
    zh: '无人值守道路留用收费员率',
    unit: '%',
    decimals: 1,
    definition: '现收费员 ÷ 改前收费员(节省 = 100% − 此数)',
    of: ratio(
      sum(berthRoad, 'collectorsNow', { where: { mode: [...unattended.mode] } }),
      sum(berthRoad, 'collectorsBefore', { where: { mode: [...unattended.mode] } }),
    ),
  }),
  indicator('sensing.scans-unpaid', {
    zh: '巡检扫描无订单',
    unit: '次',
    decimals: 0,
    definition: '扫描到车而当时没有该车订单',
    of: value(count(berthScan, { at: 'at', where: { hasOrder: 'no' } })),
  }),
]
