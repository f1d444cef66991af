/** Frequencies and limits of safety: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局安全生产风险分级管控办法(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `safety.${name}`,
  zh,
  value,
  unit,
  source,
})
export const safetyParameters = defineParameters([
  p('check-red', '红色风险企业检查间隔', 30, '日'),
  p('check-orange', '橙色风险企业检查间隔', 60, '日'),
  p('check-yellow', '黄色风险企业检查间隔', 90, '日'),
  p('check-blue', '蓝色风险企业检查间隔', 180, '日'),
  p('risk-red', '红色风险源管控间隔', 7, '日'),
  p('risk-orange', '橙色风险源管控间隔', 30, '日'),
  p('risk-yellow', '黄色风险源管控间隔', 90, '日'),
  p('risk-blue', '蓝色风险源管控间隔', 365, '日'),
  p('waste-gap', '涉疫垃圾进出重量差', 2, '%', '涉疫垃圾收运处置办法(示例)'),
] as const)
