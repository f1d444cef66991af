/** Limits of training and appraisal: dated values with their source. */
import { defineParameters } from '#kernel'

const p = (name: string, zh: string, value: number, unit: string, source = '本局教育培训与绩效考核办法(示例)') => ({
  name: `training.${name}`,
  zh,
  value,
  unit,
  source,
})
export const trainingParameters = defineParameters([
  p('weak-below', '技能低于此级列入培训计划', 3, '级'),
  p('year-hours', '执法人员年度培训学时', 60, '学时', '国办发〔2023〕27号:行政执法人员每人每年接受培训不少于60学时'),
  p('effect-days', '职工学校培训效果评估最早', 30, '日'),
  p('appeal-days', '绩效得分申诉期', 5, '日'),
  p('pay-top', '绩效系数1.2的最低分', 90, '分'),
  p('pay-full', '绩效系数1.0的最低分', 80, '分'),
  p('pay-low', '绩效系数0.8的最低分', 60, '分'),
  p('sign-days', '制度阅签期限', 10, '日'),
] as const)
