/** Time limits and counts of alarms: dated values. */
import { defineParameters } from '#kernel'

const source = '本局值班规定(示例)'
export const alarmParameters = defineParameters([
  { name: 'sensing.ack-notice', zh: '提示须确认', value: 3600, unit: '秒', source },
  { name: 'sensing.ack-warning', zh: '预警须确认', value: 600, unit: '秒', source },
  { name: 'sensing.ack-alarm', zh: '报警须确认', value: 180, unit: '秒', source },
  { name: 'sensing.ack-critical', zh: '紧急报警须确认', value: 60, unit: '秒', source },
  { name: 'sensing.arrive-minutes', zh: '抢修队伍须到场', value: 30, unit: '分钟', source },
  { name: 'sensing.again-minutes', zh: '办结后仍超限,再次告警间隔', value: 30, unit: '分钟', source: '平台约定' },
  { name: 'sensing.false-limit', zh: '误报达此次数须复装', value: 3, unit: '次', source },
  { name: 'sensing.false-days', zh: '误报次数统计天数', value: 30, unit: '天', source },
  { name: 'sensing.scene-drop', zh: '新模型单场景准确率可下降', value: 2, unit: '百分点', source: '平台约定' },
] as const)
