/**
 * Five rates of orders: 回复率, 办结率, 按期率, 满意率 here and 返工率 with the cases. Their numerators and denominators are five
 * different questions and are written out one by one.
 */
import { atLeast, count, indicator, ratio, sum, value } from '#kernel'
import { alarm, spotProcedure } from './alarm.ts'
import { orderCallback } from './callback.ts'
import { findingProcedure } from './finding.ts'
import { opinionProcedure } from './opinion.ts'
import { orderProcedure as o } from './order.ts'
import { correction, patrol, spotCheck } from './patrol.ts'
import { petitionProcedure } from './petition.ts'
import { rewardProcedure } from './reward.ts'
import { assignmentProcedure as a } from './tasks.ts'
import { issueProcedure } from './topic.ts'
import { arrivalProcedure, whistleProcedure } from './whistle.ts'

const real = { not: ['merged', 'returned'] as const }
const by = ['channel', 'kind', 'unit']
export const intakeIndicators = [
  indicator('intake.orders', {
    zh: '受理诉求工单',
    unit: '件',
    decimals: 0,
    by,
    of: value(count(o, { at: 'createdAt', where: { status: real } })),
    definition: '期内登记、未退单并单的工单',
  }),
  indicator('intake.reply-rate', {
    zh: '工单回复率',
    unit: '%',
    decimals: 2,
    by,
    target: atLeast(100, '全市热点工单回复率100%'),
    of: ratio(
      count(o, { at: 'replyDueAt', where: { status: real }, and: 'r.replied_at <= r.reply_due_at' }),
      count(o, { at: 'replyDueAt', where: { status: real } }),
    ),
    definition: '答复期限在期内的工单中,按时答复数 ÷ 应答复数',
  }),
  indicator('intake.close-rate', {
    zh: '工单办结率',
    unit: '%',
    decimals: 2,
    by,
    target: atLeast(95, '办结率95%以上'),
    of: ratio(count(o, { at: 'createdAt', where: { status: 'done' } }), count(o, { at: 'createdAt', where: { status: real } })),
    definition: '期内登记者中截至此刻已办结数 ÷ 受理数',
  }),
  indicator('intake.on-time-rate', {
    zh: '工单按期办结率',
    unit: '%',
    decimals: 2,
    by,
    of: ratio(
      count(o, { at: 'closeDueAt', where: { status: real }, and: 'r.done_at <= r.close_due_at' }),
      count(o, { at: 'closeDueAt', where: { status: real } }),
    ),
    definition: '办结期限在期内的工单中,按期办结数 ÷ 应办结数',
  }),
  indicator('intake.satisfaction-rate', {
    zh: '工单满意率',
    unit: '%',
    decimals: 2,
    by,
    target: atLeast(90, '满意率90%以上'),
    of: ratio(
      count(o, { at: 'calledBackAt', where: { satisfaction: ['satisfied', 'basic'] } }),
      count(o, { at: 'calledBackAt', where: { satisfaction: ['satisfied', 'basic', 'dissatisfied'] } }),
    ),
    definition: '期内回访者中(满意+基本满意)÷ 联系上的;未联系上的不计入分母;重办的以末次回访为准,逐次的见回访满意率',
  }),
  indicator('intake.callback-satisfaction-rate', {
    zh: '工单回访满意率(逐次)',
    unit: '%',
    decimals: 2,
    by: ['channel', 'kind', 'unit', 'attempt'],
    target: atLeast(90, '满意率90%以上'),
    of: ratio(
      count(orderCallback, { at: 'at', where: { verdict: ['satisfied', 'basic'] } }),
      count(orderCallback, { at: 'at', where: { verdict: ['satisfied', 'basic', 'dissatisfied'] } }),
    ),
    definition: '期内每次回访(满意+基本满意)÷ 联系上的;不满意后重办的仍计一次不满意',
  }),
  indicator('intake.callback-reached-rate', {
    zh: '工单回访接通率',
    unit: '%',
    decimals: 2,
    by: ['channel', 'unit', 'attempt'],
    of: ratio(count(orderCallback, { at: 'at', where: { verdict: { not: 'unreached' } } }), count(orderCallback, { at: 'at' })),
    definition: '期内联系上的回访 ÷ 全部回访次数',
  }),
  indicator('intake.petitions', {
    zh: '阳光信访件',
    unit: '件',
    decimals: 0,
    of: value(count(petitionProcedure, { at: 'createdAt' })),
    definition: '期内登记的信访件,与投诉工单分开统计',
  }),
  indicator('intake.rewards-paid', {
    zh: '举报奖励金额',
    unit: '元',
    decimals: 0,
    by: ['matter'],
    of: value(sum(rewardProcedure, 'amount', { at: 'paidAt', where: { status: 'paid' } })),
    definition: '期内发放的举报奖励',
  }),
  indicator('intake.assignments', {
    zh: '交办件数',
    unit: '件',
    decimals: 0,
    by: ['source', 'level', 'round', 'unit'],
    of: value(count(a, { at: 'createdAt', where: { status: { not: 'withdrawn' } } })),
    definition: '期内交办、未撤销的批示交办件',
  }),
  indicator('intake.assignments-cleared', {
    zh: '交办办结(销号)率',
    unit: '%',
    decimals: 2,
    by: ['source', 'level', 'round', 'unit'],
    of: ratio(
      count(a, { at: 'createdAt', where: { status: 'cleared' } }),
      count(a, { at: 'createdAt', where: { status: { not: 'withdrawn' } } }),
    ),
    definition: '期内交办者中已销号数 ÷ 交办数',
  }),
  indicator('intake.issues', {
    zh: '专项督查排查问题',
    unit: '个',
    decimals: 0,
    by: ['kind', 'issueClass', 'topic', 'place'],
    of: value(count(issueProcedure, { at: 'createdAt', where: { status: { not: 'dropped' } } })),
    definition: '期内专项上报、成立的问题',
  }),
  indicator('intake.solved-on-spot', {
    zh: '当场解决问题',
    unit: '个',
    decimals: 0,
    by: ['kind', 'issueClass', 'topic', 'finder'],
    of: value(count(issueProcedure, { at: 'createdAt', where: { status: 'done', isOnSpot: true } })),
    definition: '期内志愿者、督查员当场解决并经核实的问题;未核实的不计',
  }),
  indicator('intake.findings', {
    zh: '智能识别问题',
    unit: '个',
    decimals: 0,
    by: ['source', 'end', 'class'],
    of: value(count(findingProcedure, { at: 'seenAt', where: { status: { not: 'repeated' } } })),
    definition: '期内识别的问题(同处同类在办的只计一次,重复发现不计)',
  }),
  indicator('intake.self-rectified', {
    zh: '商户自处完成整改',
    unit: '个',
    decimals: 0,
    of: value(count(findingProcedure, { at: 'seenAt', where: { end: 'merchant' } })),
    definition: '期内识别、商户自行整改的问题',
  }),
  indicator('intake.relearn', {
    zh: '再学习问题',
    unit: '个',
    decimals: 0,
    of: value(count(findingProcedure, { at: 'seenAt', where: { end: 'relearn' } })),
    definition: '期内识别、判为误报送回模型的问题',
  }),
  indicator('intake.spots', {
    zh: '卫星图斑',
    unit: '个',
    decimals: 0,
    by: ['batch', 'judgement'],
    of: value(count(spotProcedure, { at: 'createdAt' })),
    definition: '期内导入的图斑',
  }),
  indicator('intake.spot-restored-area', {
    zh: '图斑整改面积',
    unit: '㎡',
    decimals: 1,
    by: ['batch'],
    of: value(sum(spotProcedure, 'restoredM2', { at: 'closedAt', where: { status: 'restored' } })),
    definition: '期内整改到位的图斑恢复面积之和',
  }),
  indicator('intake.alarms', {
    zh: '物联告警',
    unit: '次',
    decimals: 0,
    by: ['kind'],
    of: value(count(alarm, { at: 'at' })),
    definition: '期内收到的告警',
  }),
  indicator('intake.patrols', {
    zh: '巡查次数',
    unit: '次',
    decimals: 0,
    by: ['who', 'plan'],
    of: value(count(patrol, { at: 'at' })),
    definition: '期内完成的巡查',
  }),
  indicator('intake.corrections', {
    zh: '当场纠正',
    unit: '起',
    decimals: 0,
    by: ['matter'],
    of: value(count(correction, { at: 'at' })),
    definition: '期内当场纠正的违法违规行为',
  }),
  indicator('intake.missed-rate', {
    zh: '采集漏报率',
    unit: '%',
    decimals: 2,
    by: ['collector'],
    of: ratio(count(spotCheck, { at: 'at', where: { wasReported: false } }), count(spotCheck, { at: 'at' })),
    definition: '抽查发现未上报的问题数 ÷ 抽查问题数',
  }),
  indicator('intake.whistles', {
    zh: '社区吹哨',
    unit: '次',
    decimals: 0,
    of: value(count(whistleProcedure, { at: 'createdAt' })),
    definition: '期内吹哨次数',
  }),
  indicator('intake.arrival-rate', {
    zh: '部门按时报到率',
    unit: '%',
    decimals: 2,
    by: ['unit'],
    of: ratio(
      count(arrivalProcedure, { at: 'createdAt', and: 'r.arrived_at <= r.arrive_due_at' }),
      count(arrivalProcedure, { at: 'createdAt' }),
    ),
    definition: '期内点名中按时报到数 ÷ 点名数',
  }),
  indicator('intake.opinion-response-rate', {
    zh: '舆情按时响应率',
    unit: '%',
    decimals: 2,
    by: ['grade'],
    of: ratio(
      count(opinionProcedure, { at: 'respondDueAt', and: 'r.responded_at <= r.respond_due_at' }),
      count(opinionProcedure, { at: 'respondDueAt' }),
    ),
    definition: '响应期限在期内的舆情中按时响应数 ÷ 应响应数',
  }),
]
