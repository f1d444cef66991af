/** Limits of party building and discipline: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局党建工作制度(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `party.${name}`,
  zh,
  value,
  unit,
  source,
})
const branchRules = '中国共产党支部工作条例(试行):党员大会、党课每季度一次,支委会、党小组会每月一次'
export const partyParameters = defineParameters([
  p('least-meeting', '支部党员大会每季不少于', 1, '次', branchRules),
  p('least-committee', '支委会每季不少于', 3, '次', branchRules),
  p('least-group', '党小组会每季不少于', 3, '次', branchRules),
  p('least-lecture', '党课每季不少于', 1, '次', branchRules),
  p('duty-least', '责任人每季履责记实不少于', 1, '条'),
  p('list-month', '责任清单每年修订月份', 7, '月'),
  p('point-base', '党员年度基础积分', 60, '分'),
  p('point-excellent', '积分优秀不低于', 90, '分'),
  p('point-pass', '积分合格不低于', 60, '分'),
  p('publish-days', '积分季度公示', 5, '日'),
  p('notice-days', '两优一先公示', 5, '日', '党内表彰公示不少于5个工作日(此处按自然日,示例)'),
  p('raters', '实事项目群众评议最少', 10, '人'),
  p('partner-days', '结对活动间隔不超过', 183, '日'),
  p('agenda-least', '意识形态专题议题每年不少于', 2, '次', '党委(党组)意识形态工作责任制实施办法:每年至少两次专题研究'),
  p('analysis-least', '意识形态分析研判每年不少于', 2, '次'),
  p('check-least', '意识形态专项检查每年不少于', 1, '次'),
  p('quorum', '党组会议到会不少于', 67, '%', '中国共产党党组工作条例:应有半数以上成员到会,讨论干部任免须三分之二以上'),
  p('big-money', '大额资金起点', 500_000, '元', '本局“三重一大”决策制度(示例)'),
  p('recheck-months', '长期坚持事项复查间隔', 6, '月'),
] as const)
