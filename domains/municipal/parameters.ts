/** Limits of municipal works: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局市政设施养护办法(示例)'
const standard = 'GB 55019-2021 建筑与市政工程无障碍通用规范 2.10'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `municipal.${name}`,
  zh,
  value,
  unit,
  source,
})
export const municipalParameters = defineParameters([
  p('fence-minutes', '井盖缺失、塌陷须先行围护', 30, '分钟'),
  p('cover-hours', '井盖、雨水箅子须更换', 24, '小时'),
  p('repair-days', '其他市政维修期限', 7, '日'),
  p('liability-months', '维修缺陷责任期', 12, '月'),
  p('small-most', '小修单件最高费用', 5000, '元', '“花小钱、办实事”小修办法(示例)'),
  p('ramp-slope', '缘石坡道坡度上限(非全宽式)', 8.33, '%', `${standard}:1:12`),
  p('ramp-slope-full', '全宽式单面坡缘石坡道坡度上限', 5, '%', `${standard}:1:20`),
  p('ramp-width', '三面坡缘石坡道正面坡道最小宽度', 1.2, '米', standard),
  p('claim-days', '失管设施公告认领', 30, '日'),
] as const)
