/**
 * What devices said. Readings and positions are cut by month and never changed; their id is made of device, time and quantity
 * (`point.ts`), so the key itself makes a repeated message harmless. Status and hourly figures follow from them and are rewritten.
 */
import { choice, code, integer, number, photos, record, ref, text } from '#kernel'
import { presences, qualities, upkeepKinds } from './contract.ts'

export const reading = record('sensing.reading', {
  zh: '监测读数',
  menu: '感知',
  title: 'quantity',
  isFast: true,
  fields: {
    device: ref('设备', 'sensing.device'),
    quantity: text('监测量', { maxLength: 40 }),
    value: number('数值'),
    quality: choice('质量', qualities),
  },
})
/** Without a geometry of its own: a track is read by device and time, and an index over every fix would halve what can be taken. */
export const position = record('sensing.position', {
  zh: '定位轨迹',
  menu: '感知',
  title: 'device',
  isFast: true,
  fields: {
    device: ref('设备', 'sensing.device'),
    speed: number('速度', { unit: 'km/h' }).optional(),
    direction: integer('方向', { unit: '°' }).optional(),
    altitude: integer('高程', { unit: 'm' }).optional(),
    alarmBits: number('报警标志').optional().help('JT/T 808 表24 的32位'),
    statusBits: number('状态标志').optional(),
    extras: text('附加信息', { maxLength: 4000 }).optional().help('JT/T 808 附加信息项,未解释的按十六进制'),
  },
})
/** One row a device, rewritten at most every second: the live layer of the map and the list of who is silent. */
export const status = record('sensing.status', {
  zh: '设备现状',
  menu: '感知',
  isLive: true,
  geometry: 'Point',
  title: 'number',
  help: '由设备报文自动更新:最后在线时间、最后位置、电量。',
  fields: {
    number: text('设备编号', { maxLength: 40 }).searchable(),
    kind: code('种类', 'device-kind'),
    presence: choice('在线', presences),
    battery: number('电量', { unit: '%' }).optional(),
    speed: number('速度', { unit: 'km/h' }).optional(),
    direction: integer('方向', { unit: '°' }).optional(),
    lastQuantity: text('最近监测量', { maxLength: 40 }).optional(),
    lastValue: number('最近读数').optional(),
  },
})
/** What people did to a device. */
export const upkeep = record('sensing.upkeep', {
  zh: '设备维护记录',
  menu: '感知',
  title: 'result',
  fields: {
    device: ref('设备', 'sensing.device'),
    kind: choice('维护', upkeepKinds),
    result: text('结果', { maxLength: 200 }),
    photos: photos(0).optional(),
  },
})
/** `at` is the beginning of the hour. */
export const hourly = record('sensing.hourly', {
  zh: '小时汇总',
  isLive: true,
  menu: '感知',
  title: 'quantity',
  fields: {
    device: ref('设备', 'sensing.device'),
    quantity: text('监测量', { maxLength: 40 }),
    samples: integer('读数个数'),
    least: number('最小'),
    most: number('最大'),
    mean: number('平均'),
  },
})
