/** Limits of staff work: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局队伍建设制度(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `staff.${name}`,
  zh,
  value,
  unit,
  source,
})
export const staffParameters = defineParameters([
  p('star-1', '一星不低于', 75, '分'),
  p('star-2', '二星不低于', 80, '分'),
  p('star-3', '三星不低于', 85, '分'),
  p('star-4', '四星不低于', 90, '分'),
  p('star-5', '五星不低于', 95, '分'),
  p('star-gap', '复核与初评相差不超过', 5, '分'),
  p('star-days', '星级有效期', 365, '日'),
  p('fault-points', '督察每处问题扣分', 5, '分'),
  p('repeat-months', '同一人同类问题再犯期', 6, '个月'),
  p('retrain-days', '再犯培训期限', 30, '日'),
  p('retrain-pass', '再犯培训考试合格', 80, '分'),
  p('notice-days', '干部公示', 5, '日', '党政领导干部选拔任用工作条例:任职前公示不少于五个工作日(此处按自然日,示例)'),
  p('quorum', '讨论决定到会', 67, '%', '党政领导干部选拔任用工作条例:三分之二以上成员到会'),
  p('quota-civil', '公务员优秀比例', 20, '%', '公务员考核规定:优秀一般不超过20%'),
  p('quota-institution', '事业单位优秀比例', 20, '%', '事业单位工作人员考核规定:一般不超过20%'),
] as const)
