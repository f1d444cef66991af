/** Limits of gas safety: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局燃气安全监管办法(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `gas.${name}`,
  zh,
  value,
  unit,
  source,
})
export const gasParameters = defineParameters([
  p('fix-days-general', '一般隐患整改', 15, '日'),
  p('fix-days-major', '重大隐患整改', 3, '日'),
  p('repeat-days', '同一对象同类隐患再次发现视为屡改屡犯', 365, '日'),
  p('visits', '到访不遇(拒检)几次后张贴告知', 2, '次'),
  p('arrive-minutes', '泄漏报警抢修到场', 30, '分钟', '燃气企业服务承诺(示例)'),
  p('old-years', '老化管道年限', 20, '年', '城市燃气管道等老化更新改造实施方案(2022—2025年):运行满20年评估'),
] as const)
