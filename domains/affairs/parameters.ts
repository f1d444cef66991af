/** Limits of office work and of project money: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局综合办公与项目资金管理办法(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `affairs.${name}`,
  zh,
  value,
  unit,
  source,
})
export const affairsParameters = defineParameters([
  p('yellow-gap', '进度落后多少以内为黄灯', 15, '个百分点'),
  p('charge-days', '包保检查间隔', 7, '日'),
  p(
    'proposal-lead-months',
    '建议提案主办答复',
    3,
    '个月',
    '全国人民代表大会代表建议、批评和意见处理办法:自交办之日起三个月内答复',
  ),
  p('proposal-most-months', '建议提案主办答复至迟', 6, '个月', '全国人民代表大会代表建议、批评和意见处理办法:至迟六个月'),
  p('proposal-joint-days', '建议提案会办意见', 30, '日'),
  p('proposal-again-days', '不满意重新办理', 30, '日'),
  p('dispute-days', '矛盾纠纷化解', 30, '日', '人民调解工作若干规定第三十三条:一般在一个月内调结'),
  p('opinion-days', '公开征求意见不少于', 30, '日', '规章制定程序条例第十五条'),
  p('file-remind', '文件有效期届满前提醒', 60, '日'),
  p('reply-remind', '公文回复期限前提醒', 1, '日'),
  p('review-experts', '经费测算评审专家不少于', 3, '人'),
  p('ppp-full', 'PPP绩效全额付费不低于', 90, '分', '政府和社会资本合作项目绩效管理操作指引(财金〔2020〕13号)、合同约定(示例)'),
  p('ppp-floor', 'PPP绩效低于此分不付费', 60, '分', '政府和社会资本合作项目绩效管理操作指引(财金〔2020〕13号)、合同约定(示例)'),
  p('ppp-remind', 'PPP到期前提醒', 180, '日'),
  p('bond-used', '续发前上期债券资金使用不低于', 70, '%'),
] as const)
