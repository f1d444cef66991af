/** Figures of credit. */
import { average, count, indicator, ratio, sum, value } from '#kernel'
import { event } from './event.ts'
import { disclosure, share } from './exchange.ts'
import { listEntry, lock } from './measures.ts'
import { subject } from './registers.ts'
import { checkPlan, round, use } from './round.ts'

const plain = (
  id: string,
  zh: string,
  unit: string,
  of: ReturnType<typeof count>,
  definition: string,
  by: readonly string[] = ['trade', 'month'],
) => indicator(`credit.${id}`, { zh, unit, decimals: 0, by, of: value(of), definition })
export const creditIndicators = [
  plain('subjects', '信用主体', '个', count(subject), '现有信用档案', ['trade', 'grade', 'kind']),
  plain('events', '信用信息', '条', count(event, { at: 'effectiveAt' }), '期内生效的信用信息', [
    'trade',
    'severity',
    'isAuto',
    'status',
    'month',
  ]),
  indicator('credit.auto-rate', {
    zh: '自动归集率',
    unit: '%',
    decimals: 2,
    by: ['trade'],
    of: ratio(count(event, { at: 'effectiveAt', where: { isAuto: true } }), count(event, { at: 'effectiveAt' })),
    definition: '期内生效信息中由业务事实自动归集的 ÷ 全部',
  }),
  plain('repaired', '信用修复', '条', count(event, { at: 'repairedAt' }), '期内准予修复的失信信息'),
  plain(
    'corrected',
    '异议成立更正',
    '条',
    count(event, { at: 'closedAt', where: { status: 'corrected' } }),
    '期内经异议核查更正的信息',
  ),
  plain('rounds', '信用评估次数', '次', count(round, { at: 'publishedAt' }), '期内公布的评估轮次(绿化施工每年两次)'),
  plain('uses', '信用结果应用', '次', count(use, { at: 'createdAt' }), '期内在招标、准入等中应用的次数', [
    'trade',
    'purpose',
    'grade',
    'month',
  ]),
  plain('checks-drawn', '分级抽查对象', '家', sum(checkPlan, 'drawn', { at: 'createdAt' }), '期内检查计划按等级抽取的对象'),
  plain('listed', '在列名单', '个', count(listEntry, { where: { status: 'listed' } }), '现在列的红黑名单', ['list', 'trade']),
  plain(
    'locked',
    '限制交易的房产',
    '处',
    count(lock, { where: { status: ['locked', 'releasing'] } }),
    '现已限制转让、抵押、过户的房产',
    ['kind'],
  ),
  plain('released', '解除限制的房产', '处', count(lock, { at: 'releasedAt' }), '期内解除限制的房产', ['kind', 'month']),
  plain('shared', '信用信息交换', '条', count(share, { at: 'sentAt' }), '期内发出、采用的交换信息', [
    'direction',
    'topic',
    'status',
    'month',
  ]),
  plain(
    'volunteer-hours',
    '对接志愿服务时长',
    '小时',
    sum(share, 'hours', { at: 'acceptedAt', where: { topic: 'volunteer' } }),
    '期内信用平台采用的志愿服务时长',
    ['month'],
  ),
  indicator('credit.disclosed-rate', {
    zh: '双公示按期上传率',
    unit: '%',
    decimals: 2,
    by: ['category'],
    of: ratio(
      count(disclosure, { at: 'uploadDueAt', and: 'r.uploaded_at <= r.upload_due_at' }),
      count(disclosure, { at: 'uploadDueAt', and: 'r.uploaded_at is not null or r.upload_due_at < now()' }),
    ),
    definition: '上传期限在期内的决定中七个工作日内上传的 ÷ 应上传的',
  }),
  indicator('credit.average-score', {
    zh: '平均信用分',
    unit: '分',
    decimals: 1,
    by: ['trade', 'kind'],
    of: value(average(subject, 'score')),
    definition: '现有主体信用分的平均',
  }),
]
