/** Local limits of lighting: dated values. */
import { defineParameters } from '#kernel'

const ours = '本局照明设施维护办法(示例)'
export const lightingParameters = defineParameters([
  { name: 'lighting.dark-amps', zh: '低于此电流视为灯未亮', value: 0.5, unit: 'A', source: `${ours};以各柜实测为准` },
  { name: 'lighting.settle-seconds', zh: '开关执行后多久起比对电流', value: 60, unit: '秒', source: '平台约定' },
  { name: 'lighting.lane-confirms', zh: '每条街巷至少几户居民确认', value: 3, unit: '户', source: ours },
] as const)
