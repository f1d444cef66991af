/** Thresholds of internal works: dated values a bureau sets. */
import { defineParameters } from '#kernel'

const p = (name: string, zh: string, value: number, unit: string, source: string) => ({
  name: `office.${name}`,
  zh,
  value,
  unit,
  source,
})
export const officeParameters = defineParameters([
  p('module-users', '模块验收最少使用人数', 5, '人', '信息化项目验收办法(示例)'),
  p('pilot-satisfaction', '试点推广最低平均满意度', 3, '分(1至5)', '信息化项目验收办法(示例)'),
  p('quorum', '理事会到会最低比例', 66, '%', '重点实验室章程(示例)'),
  p('research-plan', '每年局级科技项目立项上限', 12, '项', '局级科技项目管理办法(示例)'),
  p('gate-pass', '阶段评审通过比例', 66, '%', '信息化建设纲要(示例)'),
  p('team-size', '数字化运行团队席位', 11, '席', '数字化运行团队方案(示例)'),
  p('site-pass', '网站与新媒体季度评估合格线', 60, '分', '政府网站与政务新媒体检查指标(示例)'),
  p('award-line', '微视频获奖分数线', 85, '分', '征集活动方案(示例)'),
  p('access-days', '外部人员权限最长天数', 90, '天', '外部人员访问管理规定(示例)'),
])
