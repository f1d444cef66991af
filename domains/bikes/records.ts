/** Where each bike is now, how full stations were, minutes full and empty in each peak, stock of two- and three-wheelers. */
import { area, choice, date, integer, record, ref, text } from '#kernel'
import { bikeStates, levels, modes, peaks, wheelKinds } from './words.ts'

export const bikeNow = record('bikes.bike-now', {
  zh: '公共自行车现状',
  menu: '公共自行车',
  isLive: true,
  geometry: 'Point',
  title: 'number',
  help: '由借还、维修自动更新,每车一行。',
  fields: {
    number: text('车号', { maxLength: 20 }).searchable(),
    state: choice('状态', bikeStates),
    station: ref('站点', 'bikes.station').optional(),
  },
})
export const level = record('bikes.level', {
  zh: '站点空满变化',
  menu: '公共自行车',
  title: 'level',
  fields: {
    station: ref('站点', 'bikes.station'),
    parked: integer('站内车辆', { unit: '辆' }),
    level: choice('空满', levels),
  },
})
export const peakMinutes = record('bikes.peak-minutes', {
  zh: '高峰空满桩时长',
  menu: '公共自行车',
  title: 'peak',
  help: '每站每日每个高峰一行,高峰结束后自动计算。',
  fields: {
    station: ref('站点', 'bikes.station'),
    peakOn: date('日期'),
    peak: choice('高峰', peaks),
    mode: choice('当时模式', modes),
    emptyMinutes: integer('空桩', { unit: '分钟' }),
    fullMinutes: integer('满桩', { unit: '分钟' }),
  },
})
export const stock = record('bikes.stock', {
  zh: '二、三轮车存量',
  menu: '非机动车停放',
  title: 'kind',
  fields: {
    street: area('街道(镇)'),
    kind: choice('车辆', wheelKinds),
    countedOn: date('统计日期'),
    inUse: integer('在用', { unit: '辆', min: 0 }),
    disorders: integer('乱停', { unit: '起', min: 0 }),
    violations: integer('交通违法', { unit: '起', min: 0 }),
  },
})
