/** 可回收物智能设备 and 积分兑换机: what is dropped is weighed into points, points become goods; neither points nor stock ever below zero. */
import {
  addRecord,
  choice,
  count,
  createRow,
  date,
  dayText,
  defineParameters,
  editRow,
  flag,
  type Indicator,
  indicator,
  integer,
  number,
  one,
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

export const pointParameters = defineParameters([
  { name: 'sensing.points-paper', zh: '废纸每公斤积分', value: 60, unit: '分/kg', source: '可回收物积分办法(示例)' },
  { name: 'sensing.points-plastic', zh: '废塑料每公斤积分', value: 70, unit: '分/kg', source: '可回收物积分办法(示例)' },
  { name: 'sensing.points-metal', zh: '废金属每公斤积分', value: 80, unit: '分/kg', source: '可回收物积分办法(示例)' },
  { name: 'sensing.points-textile', zh: '废织物每公斤积分', value: 30, unit: '分/kg', source: '可回收物积分办法(示例)' },
] as const)
export const recyclables = { paper: '废纸', plastic: '废塑料', metal: '废金属', textile: '废织物' } as const
export const recycler = register('sensing.recycler', {
  zh: '可回收物智能设备',
  menu: '智能装备',
  geometry: 'Point',
  title: 'number',
  help: '一组四分类:废纸、废塑料、废金属、废织物;满溢告警见“告警规则”(监测量 fill)',
  fields: {
    number: text('编号', { maxLength: 40 }).unique().searchable(),
    device: ref('设备', 'sensing.device').unique(),
    compound: text('小区', { maxLength: 80 }).searchable(),
    installedOn: date('投用日期'),
  },
})
export const machine = register('sensing.points-machine', {
  zh: '积分兑换机',
  menu: '智能装备',
  geometry: 'Point',
  title: 'number',
  fields: {
    number: text('编号', { maxLength: 40 }).unique().searchable(),
    device: ref('设备', 'sensing.device').unique(),
    place: text('地点', { maxLength: 120 }).searchable(),
    isFaulty: flag('故障停用'),
  },
})
export const goods = register('sensing.goods', {
  zh: '兑换商品',
  menu: '智能装备',
  title: 'name',
  fields: {
    machine: ref('兑换机', 'sensing.points-machine'),
    slot: integer('货道', { min: 1, max: 200 }),
    name: text('商品', { maxLength: 80 }).searchable(),
    price: integer('兑换积分', { min: 1 }),
    stock: integer('库存', { min: 0 }),
    low: integer('补货线', { min: 0 }),
  },
  uniqueTogether: [['machine', 'slot']],
  checks: { stock: { sql: 'stock >= 0', zh: '库存不能小于零' } },
})
export const account = register('sensing.points-account', {
  zh: '积分账户',
  menu: '智能装备',
  title: 'code',
  fields: {
    code: text('用户码', { maxLength: 40 }).unique().searchable(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    points: integer('积分', { min: 0 }),
  },
  checks: { points: { sql: 'points >= 0', zh: '积分不能小于零' } },
})
export const drop = record('sensing.drop', {
  zh: '可回收物投放',
  menu: '智能装备',
  title: 'kind',
  fields: {
    recycler: ref('设备', 'sensing.recycler'),
    user: ref('账户', 'sensing.points-account'),
    kind: choice('品类', recyclables),
    kg: number('重量', { unit: 'kg', min: 0 }),
    points: integer('积分'),
  },
})
export const clearing = record('sensing.recycler-clearing', {
  zh: '可回收物清运',
  menu: '智能装备',
  title: 'kind',
  fields: {
    recycler: ref('设备', 'sensing.recycler'),
    kind: choice('品类', recyclables),
    kg: number('重量', { unit: 'kg', min: 0 }),
    vehicle: text('车号', { maxLength: 12 }),
  },
})
export const deal = record('sensing.deal', {
  zh: '积分兑换',
  menu: '智能装备',
  title: 'name',
  fields: {
    machine: ref('兑换机', 'sensing.points-machine'),
    goods: ref('商品', 'sensing.goods'),
    name: text('商品', { maxLength: 80 }),
    user: ref('账户', 'sensing.points-account'),
    points: integer('积分'),
    left: integer('余额'),
  },
})
interface Account {
  readonly id: string
  readonly points: number
}
const lockAccount = (ctx: WorkContext, code: string) =>
  one<Account>(ctx.tx, 'select id, points from sensing.points_account where code = $1 and retired_at is null for update', [code])

/** One drop into a cabinet, told by the cabinet itself. */
export const takeDrop = async (
  ctx: WorkContext,
  device: Device,
  input: { user: string; kind: keyof typeof recyclables; kg: number },
) => {
  const cabinet = await one<{ id: string; areaCode: string | null }>(
    ctx.tx,
    'select id, area_code as "areaCode" from sensing.recycler where device = $1 and retired_at is null',
    [device.id],
  )
  if (!cabinet) return reject('sensing.field', { why: `设备${device.number}不是可回收物智能设备` })
  const points = Math.floor(
    input.kg * ctx.kernel.parameters.value(ctx.district, `sensing.points-${input.kind}`, dayText(ctx.now)),
  )
  const known =
    (await lockAccount(ctx, input.user)) ??
    ((await createRow(ctx, account, { code: input.user, points: 0 })) as unknown as Account)
  await editRow(ctx, account, known.id, { points: known.points + points }, { reason: '投放' })
  await addRecord(
    ctx,
    drop,
    { recycler: cabinet.id, user: known.id, kind: input.kind, kg: input.kg, points },
    { areaCode: cabinet.areaCode },
  )
  return { points, balance: known.points + points }
}
/** Points for goods, told by the machine: refused when points or stock do not reach. */
export const exchange = async (ctx: WorkContext, device: Device, input: { user: string; slot: number }) => {
  const found = await one<{ id: string; isFaulty: boolean; areaCode: string | null }>(
    ctx.tx,
    'select id, is_faulty as "isFaulty", area_code as "areaCode" from sensing.points_machine where device = $1 and retired_at is null',
    [device.id],
  )
  if (!found) return reject('sensing.field', { why: `设备${device.number}不是积分兑换机` })
  if (found.isFaulty) return reject('sensing.not-yet', { why: '本机故障停用' })
  const item = await one<{ id: string; name: string; price: number; stock: number }>(
    ctx.tx,
    'select id, name, price, stock from sensing.goods where machine = $1 and slot = $2 and retired_at is null for update',
    [found.id, input.slot],
  )
  if (!item || item.stock < 1) return reject('sensing.not-yet', { why: '该货道没有商品' })
  const user = await lockAccount(ctx, input.user)
  if (!user || user.points < item.price)
    return reject('sensing.not-yet', { why: `积分不足,需${item.price}分,现有${user?.points ?? 0}分` })
  await editRow(ctx, account, user.id, { points: user.points - item.price }, { reason: '兑换' })
  await editRow(ctx, goods, item.id, { stock: item.stock - 1 }, { reason: '兑换' })
  const left = user.points - item.price
  await addRecord(
    ctx,
    deal,
    { machine: found.id, goods: item.id, name: item.name, user: user.id, points: item.price, left },
    { areaCode: found.areaCode },
  )
  return { name: item.name, balance: left }
}
export const pointIndicators: readonly Indicator[] = [
  indicator('sensing.recyclers', {
    zh: '可回收物四分类智能设备',
    unit: '组',
    decimals: 0,
    definition: '登记在用的设备组数',
    of: value(count(recycler)),
  }),
  indicator('sensing.recycled-kg', {
    zh: '智能设备回收量',
    unit: 'kg',
    decimals: 1,
    definition: '投放重量合计,可按品类分',
    of: value(sum(drop, 'kg', { at: 'at' })),
    by: ['kind', 'recycler'],
  }),
  indicator('sensing.points-machines', {
    zh: '积分兑换机',
    unit: '组',
    decimals: 0,
    definition: '登记的兑换机',
    of: value(count(machine)),
  }),
  indicator('sensing.points-spent', {
    zh: '兑换积分',
    unit: '分',
    decimals: 0,
    definition: '兑换所用积分合计',
    of: value(sum(deal, 'points', { at: 'at' })),
    by: ['machine'],
  }),
  indicator('sensing.goods-low', {
    zh: '待补货货道',
    unit: '个',
    decimals: 0,
    definition: '库存不高于补货线',
    of: value(count(goods, { and: 'r.stock <= r.low' })),
    by: ['machine'],
  }),
]
