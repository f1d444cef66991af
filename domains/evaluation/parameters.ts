/** Thresholds of evaluation: dated values a bureau sets; each round keeps those it was computed with. */
import { defineParameters } from '#kernel'

const p = (name: string, zh: string, value: number, unit: string, source: string) => ({
  name: `evaluation.${name}`,
  zh,
  value,
  unit,
  source,
})
const own = '本区高质量考核办法(示例)'
export const evaluationParameters = defineParameters([
  p('grade-a', 'A级分数线', 90, '分', own),
  p('grade-b', 'B级分数线', 80, '分', own),
  p('grade-c', 'C级分数线', 70, '分', own),
  p('grade-d', 'D级分数线(以下为E)', 60, '分', own),
  p('green-line', '绿榜分数线', 90, '分', own),
  p('red-line', '红榜分数线(低于即列入)', 70, '分', own),
  p('veto-cap', '一票否决后总分上限', 59, '分', own),
  p('appeal-days', '考核结果申诉期限', 3, '工作日', own),
  p('decide-days', '申诉裁定期限', 5, '工作日', own),
  p('talk-last', '每类末位约谈名次数', 1, '名', own),
  p('talk-sample-times', '约谈未销号街道抽样倍数', 2, '倍', own),
  p('recheck-percent', '评分抽查复核比例', 10, '%', own),
  p('recheck-tolerance', '复核与原评分允许差', 3, '分', own),
  p('third-line', '第三方测评低满意度线', 80, '分', own),
  p('pay-line', '环卫月度考核不扣款分数线', 90, '分', '环卫作业合同(示例)'),
  p('pay-point-fen', '每低一分扣减作业费', 100_000, '分(人民币)', '环卫作业合同(示例)'),
  p('deadline-minutes', '临期集中办结的认定:期限前', 10, '分钟', own),
  p('survey-rate', '满意度调查最低回收率', 50, '%', own),
  p('pair-least', '同一处置人与核查人配对的最少件数', 5, '件', own),
  p('accept-line', '精品街道、示范路、街巷验收合格线', 80, '分', '验收计分办法(示例)'),
  p('fine-line', '精品街巷分数线', 90, '分', '验收计分办法(示例)'),
  p('inflated', '机关单位自报高出核分的允许差', 10, '分', '机关单位垃圾分类考核办法(示例)'),
  p('inflated-penalty', '自报虚高或逾期未报扣分', 5, '分', '机关单位垃圾分类考核办法(示例)'),
  p('spread-least', '考核项得分率最小离散(标准差)', 2, '百分点', own),
  p('discrimination-least', '考核项最低区分度', 0.2, '', own),
  p('alpha-least', '考核最低信度(α)', 0.7, '', own),
  p('service-complete', '服务评价最低采集完整率', 95, '%', '城市综合管理服务评价(示例)'),
  p('multi-gap', '多元评价各方差距须复核的上限', 20, '分', own),
  p('rural-line', '农村生活垃圾三个考核达标线', 80, '分', '农村生活垃圾考核办法(示例)'),
  p('pair-share', '同一配对占处置人全部件数', 80, '%', own),
])
