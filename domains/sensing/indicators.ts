/** How well the city is sensed. */
import { atLeast, count, indicator, ratio, value } from '#kernel'
import { deadLetter } from './dead-letter.ts'
import { reading, status } from './records.ts'
import { device } from './registers.ts'

export const onlineRate = indicator('sensing.online-rate', {
  zh: '设备在线率',
  unit: '%',
  decimals: 2,
  definition: '现在在线的设备 ÷ 启用的设备;超过“无报文视为离线”时限没有报文的为离线',
  of: ratio(count(status, { where: { presence: 'online' } }), count(device, { where: { state: 'active' } })),
  target: atLeast(95),
})
export const goodRate = indicator('sensing.good-rate', {
  zh: '有效读数率',
  unit: '%',
  decimals: 2,
  definition: '质量为“正常”的读数 ÷ 全部读数(按测量时间)',
  of: ratio(count(reading, { at: 'at', where: { quality: 'good' } }), count(reading, { at: 'at' })),
})
export const letters = indicator('sensing.dead-letters', {
  zh: '待处理死信',
  unit: '条',
  decimals: 0,
  definition: '待处理与重放中的死信条数',
  of: value(count(deadLetter, { where: { status: ['waiting', 'replaying'] } })),
})
export const sensingIndicators = [onlineRate, goodRate, letters]
