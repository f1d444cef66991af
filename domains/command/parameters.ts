/** Limits of command and emergency: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局应急值守与处置管理办法(示例)'
const act = '生产安全事故报告和调查处理条例(国务院令第493号)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `command.${name}`,
  zh,
  value,
  unit,
  source,
})
export const commandParameters = defineParameters([
  p('on-early', '值班可提前接班', 30, '分钟'),
  p('on-late', '值班迟到多久列为脱岗', 15, '分钟'),
  p('call-minutes', '点名抽查应答', 5, '分钟'),
  p('leader-by', '带班领导到岗时限(零点起)', 570, '分钟'),
  p('leader-metres', '带班签到离带班地点不超过', 300, 'm'),
  p('receipt-minutes', '预警、应急指令签收', 15, '分钟'),
  p('season-days', '汛期雪季前备齐物资', 30, '日'),
  p('callout-minutes', '救援队伍集结', 30, '分钟'),
  p('callout-metres', '集结离指定地点不超过', 500, 'm'),
  p('callout-part', '集结到位人数最少', 80, '%'),
  p('guard-checks', '保障活动前检查最少', 2, '次'),
  p('seen-minutes', '调度定位有效', 10, '分钟'),
  p('arrive-metres', '到场距地点不超过', 150, 'm'),
  p('opinion-days', '城管委征求意见', 5, '日', '城管委议事规则(示例)'),
  p('quorum', '城管委会议到会人数不少于', 67, '%', '城管委议事规则(示例)'),
  p('sudden-first-grave', '重大舆情突发首次回应', 300, '分钟', '国办发〔2016〕61号:重大突发事件最迟5小时内发布权威信息'),
  p('sudden-first', '一般舆情突发首次回应', 1440, '分钟', '本局舆情突发应急办法(示例)'),
  p('sudden-state', '重大舆情突发权威发布(新闻发布)', 1440, '分钟', '国办发〔2016〕61号:24小时内举行新闻发布会'),
  p('accident-first', '事故首报', 60, '分钟', `${act}第九条`),
  p('accident-next', '事故续报间隔', 120, '分钟'),
  p('accident-final', '事故终报(调查报告)', 60, '日', `${act}第二十九条`),
] as const)
