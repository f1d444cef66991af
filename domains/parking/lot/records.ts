/** What was said of berths and lots, and how they stand now. */
import { choice, flag, instant, integer, json, number, record, ref, text } from '#kernel'
import { berthStates, sourceKinds } from '../contract.ts'
import type { Vote } from './belief.ts'

export const sighting = record('parking.sighting', {
  zh: '泊位状态上报',
  menu: '停车接入',
  title: 'source',
  fields: {
    berth: ref('泊位', 'parking.berth'),
    source: choice('来源', sourceKinds),
    isTaken: flag('占用'),
    plate: text('号牌', { maxLength: 10 }).personal('plate').searchable().optional(),
    confidence: number('来源自报可信度', { min: 0, max: 1, decimals: 2 }),
    told: text('数据源', { maxLength: 40 }).optional(),
  },
})
/** One row a berth, rewritten by what was said. */
export const berthNow = record('parking.berth-now', {
  zh: '泊位实时状态',
  menu: '停车台账',
  geometry: 'Point',
  title: 'number',
  isLive: true,
  help: '来源、时刻与可信度逐泊位可见;多源冲突按权重、时效取信,低于下限为不明',
  fields: {
    number: text('泊位号', { maxLength: 30 }).searchable(),
    lot: ref('停车场(路段)', 'parking.lot'),
    state: choice('状态', berthStates),
    source: choice('采信来源', sourceKinds).optional(),
    confidence: number('可信度', { min: 0, max: 1, decimals: 3 }),
    saidAt: instant('采信时刻'),
    isDisputed: flag('来源冲突'),
    plate: text('号牌', { maxLength: 10 }).personal('plate').optional(),
    votes: json<readonly Vote[]>('各来源最近一次'),
  },
})
/** What a lot's own system reported. */
export const feedMessage = record('parking.feed-message', {
  zh: '场库上报',
  menu: '停车接入',
  title: 'lot',
  fields: {
    lot: ref('停车场', 'parking.lot'),
    free: integer('空位', { unit: '个' }),
    total: integer('总位', { unit: '个' }),
    lateSeconds: integer('延迟', { unit: '秒' }),
    isSound: flag('数值合理').help('0≤空位≤总位,且总位与台账一致'),
  },
})
export const lotNow = record('parking.lot-now', {
  zh: '场库实时余位',
  menu: '停车台账',
  geometry: 'Point',
  title: 'lot',
  isLive: true,
  fields: {
    lot: ref('停车场', 'parking.lot'),
    free: integer('空位', { unit: '个' }),
    total: integer('总位', { unit: '个' }),
  },
})
/** A car was seen entering an area with guidance: the search for a berth begins. */
export const areaEntry = record('parking.area-entry', {
  zh: '进入诱导区域',
  menu: '停车接入',
  title: 'board',
  fields: { board: ref('诱导屏', 'parking.board'), plate: text('号牌', { maxLength: 10 }).personal('plate').searchable() },
})
