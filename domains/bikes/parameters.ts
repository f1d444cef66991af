/** Local limits of bikes: dated values. */
import { defineParameters } from '#kernel'

const ours = '本局公共自行车运营管理办法(示例)'
const shared = '本局共享自行车停放考评办法(示例)'
export const bikesParameters = defineParameters([
  { name: 'bikes.am-from', zh: '早高峰起', value: 420, unit: '分钟(零时起)', source: ours },
  { name: 'bikes.am-to', zh: '早高峰止', value: 540, unit: '分钟(零时起)', source: ours },
  { name: 'bikes.pm-from', zh: '晚高峰起', value: 1020, unit: '分钟(零时起)', source: ours },
  { name: 'bikes.pm-to', zh: '晚高峰止', value: 1140, unit: '分钟(零时起)', source: ours },
  { name: 'bikes.missing-hours', zh: '借出多久未还视为失踪', value: 72, unit: '小时', source: ours },
  { name: 'bikes.free-minutes', zh: '免费骑行', value: 60, unit: '分钟', source: ours },
  { name: 'bikes.hour-fen', zh: '超时每小时', value: 100, unit: '分', source: ours },
  { name: 'bikes.disorder-points', zh: '停放问题每起扣分', value: 1, unit: '分', source: shared },
  { name: 'bikes.late-points', zh: '超时未整改每起再扣', value: 2, unit: '分', source: shared },
  { name: 'bikes.talk-below', zh: '低于此分约谈', value: 80, unit: '分', source: shared },
] as const)
