/** Limits of volunteering: dated values. */
import { defineParameters } from '#kernel'

const ours = '本局志愿服务管理办法(示例);计时参照《志愿服务记录与证明出具办法》'
const p = (name: string, zh: string, value: number, unit: string) => ({
  name: `volunteers.${name}`,
  zh,
  value,
  unit,
  source: ours,
})
export const volunteerParameters = defineParameters([
  p('hours-most', '一次服务超过多少小时须核实', 8, '小时'),
  p('hours-least', '一次服务不足多少小时不计', 0.1, '小时'),
  p('away', '签退离签到地点不超过', 2000, 'm'),
  p('review-days', '服务队年审间隔', 365, '日'),
  p('points-hour', '多少积分折合一小时', 10, '分'),
])
