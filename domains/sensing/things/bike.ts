/** “有桩+蓝牙”公共自行车: with every dock taken a bike may be returned within the Bluetooth fence; those returns are counted. */
import {
  addRecord,
  choice,
  count,
  type Indicator,
  indicator,
  integer,
  number,
  one,
  ratio,
  record,
  ref,
  register,
  reject,
  text,
  value,
  type WorkContext,
} from '#kernel'
import { distanceM } from '#kernel/geo/index.ts'
import type { Device } from '../devices.ts'

export const dock = register('sensing.bike-dock', {
  zh: '公共自行车站点',
  menu: '智能装备',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('站点', { maxLength: 80 }).unique().searchable(),
    device: ref('站点控制器', 'sensing.device').unique(),
    docks: integer('桩位', { unit: '个', min: 1 }),
    fenceM: number('蓝牙围栏半径', { unit: 'm', min: 1, max: 200 }),
  },
})
export const bikeMove = record('sensing.bike-move', {
  zh: '公共自行车借还',
  menu: '智能装备',
  title: 'bike',
  fields: {
    dock: ref('站点', 'sensing.bike-dock'),
    bike: text('车号', { maxLength: 20 }).searchable(),
    kind: choice('借还', { out: '借出', back: '还车' }),
    way: choice('方式', { dock: '锁桩', bluetooth: '蓝牙围栏(溢出)' }),
    distanceM: number('距站点', { unit: 'm' }).optional(),
    parked: integer('其后站内车辆', { min: 0 }),
  },
})
export interface Move {
  readonly bike: string
  readonly kind: 'out' | 'back'
  readonly lon?: number | undefined
  readonly lat?: number | undefined
}
const parkedSql = `select d.id, d.name, d.docks, d.fence_m::float8 as "fenceM", d.lon, d.lat, d.area_code as "areaCode",
  coalesce((select m.parked from sensing.bike_move m where m.dock = d.id order by m.at desc, m.id desc limit 1), 0) as parked from sensing.bike_dock d where d.device = $1 and d.retired_at is null for update of d`
/** A bike taken or brought back, told by the dock: a free dock must be used; the fence counts only when there is none. */
export const takeMove = async (ctx: WorkContext, device: Device, move: Move) => {
  const d = await one<{
    id: string
    docks: number
    fenceM: number
    lon: number
    lat: number
    parked: number
    areaCode: string | null
  }>(ctx.tx, parkedSql, [device.id])
  if (!d) return reject('sensing.field', { why: `设备${device.number}不是公共自行车站点` })
  if (move.kind === 'out' && d.parked === 0) return reject('sensing.not-yet', { why: '站内没有车辆' })
  const isFull = d.parked >= d.docks
  const way = move.kind === 'back' && isFull ? 'bluetooth' : 'dock'
  const isPlaced = move.lon !== undefined && move.lat !== undefined
  const metres = isPlaced ? Math.round(distanceM([move.lon ?? 0, move.lat ?? 0], [d.lon, d.lat])) : null
  if (way === 'bluetooth' && (metres === null || metres > d.fenceM))
    return reject('sensing.not-yet', {
      why: `桩位已满,请在站点${d.fenceM}米蓝牙围栏内还车${metres === null ? '' : `,现距${metres}米`}`,
    })
  const parked = d.parked + (move.kind === 'back' ? 1 : -1)
  await addRecord(
    ctx,
    bikeMove,
    { dock: d.id, bike: move.bike, kind: move.kind, way, distanceM: metres, parked },
    { areaCode: d.areaCode },
  )
  return { way, parked }
}
const back = { kind: 'back' } as const
export const bikeIndicators: readonly Indicator[] = [
  indicator('sensing.bike-overflow', {
    zh: '蓝牙溢出还车',
    unit: '辆次',
    decimals: 0,
    definition: '桩位已满、在蓝牙围栏内还车',
    of: value(count(bikeMove, { at: 'at', where: { ...back, way: 'bluetooth' } })),
    by: ['dock'],
  }),
  indicator('sensing.bike-overflow-rate', {
    zh: '溢出还车占比',
    unit: '%',
    decimals: 2,
    definition: '蓝牙溢出还车 ÷ 还车',
    of: ratio(count(bikeMove, { at: 'at', where: { ...back, way: 'bluetooth' } }), count(bikeMove, { at: 'at', where: back })),
    by: ['dock'],
  }),
]
