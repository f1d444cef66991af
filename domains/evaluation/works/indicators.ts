/** Counted figures of meetings, creation, targets and combined evaluations. */
import { atLeast, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { fineLane, fineStreet, modelRoad } from './acceptance.ts'
import { quarterAnalysis } from './analysis.ts'
import { campaign, taskForce } from './force.ts'
import { reviewMeeting, ruleOpinion } from './meeting.ts'
import { multi } from './multi.ts'
import { patrolFile } from './patrol.ts'
import { ruralRanking } from './rural.ts'
import { serviceRound, serviceValue } from './service.ts'
import { targetLetter, unitAppraisal } from './target.ts'
import { taskProcedure } from './task.ts'
import { title } from './title.ts'

const plain = indicatorsOf('evaluation')
const live = { not: 'cancelled' } as const

const meetings = [
  plain(
    'review-meetings',
    '季度点评会议',
    '次',
    value(count(reviewMeeting, { at: 'meetOn', where: { status: { not: 'planned' } } })),
    '期内召开的季度点评会',
  ),
  plain(
    'tasks',
    '督办任务',
    '项',
    value(count(taskProcedure, { at: 'createdAt', where: { status: live } })),
    '期内交办、未取消的任务',
    {
      by: ['source', 'unit', 'owner', 'force'],
    },
  ),
  plain(
    'tasks-done-rate',
    '督办任务销号率',
    '%',
    ratio(
      count(taskProcedure, { at: 'createdAt', where: { status: 'done' } }),
      count(taskProcedure, { at: 'createdAt', where: { status: live } }),
    ),
    '期内交办的任务中已销号的占比',
    { by: ['source', 'unit', 'owner', 'force'] },
  ),
  plain(
    'tasks-in-time-rate',
    '督办任务按期完成率',
    '%',
    ratio(
      count(taskProcedure, {
        at: 'finishDueAt',
        where: { status: ['reported', 'done'] },
        and: 'r.finished_at <= r.finish_due_at',
      }),
      count(taskProcedure, { at: 'finishDueAt', where: { status: live } }),
    ),
    '期限在期内的任务中期限前报完成的占比',
    { by: ['source', 'unit'], target: atLeast(95, '本区督查督办办法(示例)') },
  ),
  plain(
    'tasks-urged',
    '逾期督办任务',
    '项',
    value(count(taskProcedure, { at: 'createdAt', and: 'r.urged_times > 0' })),
    '期内交办、曾逾期转督办的任务',
    { by: ['source', 'unit'] },
  ),
  plain(
    'rule-opinions-applied-rate',
    '考核规则意见落实率',
    '%',
    ratio(
      count(ruleOpinion, { at: 'heldOn', where: { status: 'applied' } }),
      count(ruleOpinion, { at: 'heldOn', where: { status: ['accepted', 'applied'] } }),
    ),
    '期内座谈会意见:规则已修改 ÷ 采纳的',
  ),
  plain('rule-opinions', '座谈会意见', '条', value(count(ruleOpinion, { at: 'heldOn' })), '期内座谈会提出的意见', {
    by: ['status'],
  }),
  plain(
    'analyses',
    '考核数据季度分析',
    '次',
    value(count(quarterAnalysis, { at: 'createdAt', where: { status: 'decided' } })),
    '期内生成并已逐项决定的季度分析',
  ),
  plain(
    'weak-items',
    '须评估考核项',
    '项',
    value(sum(quarterAnalysis, 'weakCount', { at: 'createdAt' })),
    '期内分析中区分度不足的考核项合计',
  ),
  plain(
    'rule-changes-decided',
    '分析决定修改考核项',
    '项',
    value(sum(quarterAnalysis, 'changeCount', { at: 'createdAt' })),
    '期内分析决定修改或取消的考核项',
  ),
]
const creation = [
  plain(
    'forces',
    '运行中专班',
    '个',
    value(count(taskForce, { where: { status: ['running', 'expired'] } })),
    '现在未撤销的工作专班',
  ),
  plain(
    'force-people',
    '专班人数',
    '人',
    value(sum(taskForce, 'memberCount', { where: { status: ['running', 'expired'] } })),
    '现在未撤销专班的人数(含组长)之和',
  ),
  plain(
    'campaigns-done',
    '如期完成攻坚行动',
    '个',
    value(count(campaign, { at: 'closedAt', where: { outcome: 'done' } })),
    '期内总结、在截止日前完成的攻坚行动',
  ),
  plain(
    'titles',
    '城市称号',
    '个',
    value(count(title, { where: { status: { not: ['failed', 'lost'] } } })),
    '现在创建中、已命名、复查中、复审中的称号,按状态分',
    { by: ['status', 'kind', 'level'] },
  ),
  plain(
    'fine-streets',
    '精品街道',
    '条',
    value(count(fineStreet, { at: 'acceptedOn', where: { status: 'accepted' } })),
    '期内验收列入的精品街道',
  ),
  plain(
    'model-roads-trying',
    '争创示范路',
    '条',
    value(count(modelRoad, { where: { status: ['building', 'checked'] } })),
    '现在已批准建设、尚未验收的示范路;总结用此数',
    { by: ['level'] },
  ),
  plain(
    'model-roads',
    '创成示范路',
    '条',
    value(count(modelRoad, { at: 'acceptedOn', where: { status: ['accepted', 'subsidised'] } })),
    '期内验收合格的示范路',
    { by: ['level'] },
  ),
  plain(
    'model-road-subsidy',
    '示范路补助',
    '万元',
    value(sum(modelRoad, 'subsidyFen', { at: 'paidOn', where: { status: 'subsidised' } }), 1_000_000),
    '期内兑付的示范路补助',
    { decimals: 2, by: ['level'] },
  ),
  plain('fine-lanes', '精品街巷', '条', value(count(fineLane, { where: { status: 'fine' } })), '现在列为精品的街巷;摘牌的不计'),
  plain(
    'lanes-accepted',
    '完成街巷',
    '条',
    value(count(fineLane, { at: 'acceptedOn', where: { status: ['accepted', 'fine', 'plain', 'removed'] } })),
    '期内验收合格的街巷(含达标与精品)',
    { by: ['status'] },
  ),
]
const targets = [
  plain('target-letters', '目标任务书', '份', value(count(targetLetter, { at: 'createdAt' })), '期内下达的年度目标任务书', {
    by: ['year', 'status'],
  }),
  plain('targets', '年度目标', '项', value(sum(targetLetter, 'targetCount', { at: 'createdAt' })), '期内下达的目标项数', {
    by: ['year', 'unit'],
  }),
  plain(
    'targets-met-rate',
    '年度目标完成率',
    '%',
    ratio(
      sum(targetLetter, 'metCount', { at: 'evaluatedAt', where: { status: 'evaluated' } }),
      sum(targetLetter, 'targetCount', { at: 'evaluatedAt', where: { status: 'evaluated' } }),
    ),
    '期内年终评定的任务书:完成项数 ÷ 目标项数',
    { by: ['year', 'unit'] },
  ),
  plain(
    'unit-appraisals',
    '机关单位垃圾分类绩效',
    '家',
    value(count(unitAppraisal, { at: 'handedOn', where: { status: 'handed' } })),
    '期内送绩效办计入绩效的单位',
  ),
  plain(
    'unit-appraisal-score',
    '机关单位垃圾分类平均分',
    '分',
    value(average(unitAppraisal, 'score', { at: 'handedOn', where: { status: 'handed' } })),
    '期内计入绩效的得分平均',
  ),
  plain(
    'patrol-files',
    '绿化巡查案卷',
    '件',
    value(count(patrolFile, { at: 'createdAt' })),
    '期内绿化巡查立卷;与考评案卷分开计',
    {
      by: ['fault', 'street'],
    },
  ),
  plain(
    'patrol-in-time-rate',
    '绿化巡查案卷按期整改率',
    '%',
    ratio(
      count(patrolFile, { at: 'createdAt', where: { status: ['fixed', 'closed'] }, and: 'r.fixed_at <= r.fix_due_at' }),
      count(patrolFile, { at: 'createdAt' }),
    ),
    '期内立卷中期限内整改的占比',
  ),
  plain(
    'rural-subsidy',
    '农村生活垃圾“三个考核”补助',
    '万元',
    value(sum(ruralRanking, 'paidFen', { at: 'paidOn', where: { status: 'paid' } }), 1_000_000),
    '期内兑付的补助',
    { decimals: 2 },
  ),
  plain(
    'service-completeness',
    '服务评价采集完整率',
    '%',
    ratio(count(serviceValue, { at: 'toOn', where: { status: 'filled' } }), count(serviceValue, { at: 'toOn' })),
    '评价期截止在期内的指标中已采集的占比',
    { by: ['way'], target: atLeast(95, '城市综合管理服务评价(示例)') },
  ),
  plain(
    'service-score',
    '综合管理服务评价得分',
    '分',
    value(average(serviceRound, 'score', { at: 'concludedOn', where: { status: 'concluded' } })),
    '期内得出的评价得分平均',
  ),
  plain(
    'multi-score',
    '多元评价综合得分',
    '分',
    value(average(multi, 'score', { at: 'publishedOn', where: { status: 'published' } })),
    '期内公布的多元评价综合得分平均',
    { by: ['street', 'object'] },
  ),
  plain(
    'multi-disputed',
    '多元评价分歧',
    '个',
    value(count(multi, { at: 'createdAt', where: { isDisputed: true } })),
    '期内各方相差过大的多元评价',
  ),
]
export const worksIndicators: readonly Indicator[] = [...meetings, ...creation, ...targets]
