/** 考核指标: the scores of on-site checks are indicators too, so that a scheme takes them like any other number. */
import { atLeast, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { appealProcedure } from './appeal.ts'
import { checkProcedure } from './check.ts'
import { gradedObjects, topics } from './contract.ts'
import { deductionProcedure, findingProcedure, recheckProcedure, sitePlan } from './finding.ts'
import { fundProcedure, grantProcedure } from './fund.ts'
import { inspectionProcedure, selfCheckProcedure } from './inspection.ts'
import { dustSample, flyerCount, honour, objectGrade, outerResult, outsideRank } from './measured.ts'
import { streetClass } from './registers.ts'
import { resultProcedure, roundProcedure } from './round.ts'
import { schemeProcedure } from './scheme.ts'
import { surveyAnswer } from './survey.ts'
import { talkProcedure } from './talk.ts'
import { special, thirdScore } from './third.ts'

const real = 'not coalesce(r.is_mock, false)'
const today = '(r.valid_to is null or r.valid_to > now()::date) and r.valid_from <= now()::date'
const i = inspectionProcedure
const plain = indicatorsOf('evaluation')

const topicScores = Object.entries(topics).flatMap(([topic, zh]) => {
  const where = { topic: topic as keyof typeof topics, status: 'confirmed' as const }
  return [
    plain(
      `score-${topic.toLowerCase()}`,
      `${zh}检查平均分`,
      '分',
      ratio(sum(i, 'score', { at: 'inspectedAt', where, and: real }), count(i, { at: 'inspectedAt', where, and: real }), 1),
      '期内已审核的点位检查得分之和 ÷ 点位数;模拟检查不计',
      { by: ['street', 'operator'] },
    ),
    plain(
      `pass-${topic.toLowerCase()}`,
      `${zh}点位达标率`,
      '%',
      ratio(
        count(i, { at: 'inspectedAt', where: { ...where, isPassed: true }, and: real }),
        count(i, { at: 'inspectedAt', where, and: real }),
      ),
      '逐项全部达标的点位数 ÷ 已审核点位数;模拟检查不计',
      { by: ['operator'] },
    ),
  ]
})
export const evaluationIndicators: readonly Indicator[] = [
  ...topicScores,
  plain(
    'schemes',
    '施行中考核方案',
    '个',
    value(count(schemeProcedure, { where: { status: 'published' } })),
    '现行有效的考核方案',
  ),
  plain('rounds-locked', '锁定考核轮次', '轮', value(count(roundProcedure, { at: 'lockedAt' })), '期内锁定的考核轮次', {
    by: ['kind', 'level'],
  }),
  plain('results', '锁定考核结果', '个', value(count(resultProcedure, { at: 'lockedAt' })), '期内锁定的街道(镇)考核结果', {
    by: ['grade', 'light', 'class'],
  }),
  plain(
    'class-one-share',
    '一类标准街道(镇)占比',
    '%',
    ratio(count(streetClass, { where: { class: 'one' }, and: today }), count(streetClass, { and: today })),
    '现列一类的街道(镇)数 ÷ 已划类街道(镇)数',
  ),
  plain('appeals', '考核申诉', '件', value(count(appealProcedure, { at: 'createdAt' })), '期内提出的考核申诉'),
  plain(
    'appeals-accepted-rate',
    '申诉采纳率',
    '%',
    ratio(
      count(appealProcedure, { at: 'decidedAt', where: { status: 'accepted' } }),
      count(appealProcedure, { at: 'decidedAt' }),
    ),
    '期内裁定采纳的申诉 ÷ 期内裁定的申诉',
  ),
  plain(
    'checks',
    '检查轮次',
    '轮',
    value(count(checkProcedure, { at: 'createdAt', where: { status: ['running', 'concluded'] } })),
    '期内发起并抽样的检查',
    { by: ['topic', 'isMock'] },
  ),
  plain(
    'inspections',
    '检查点位',
    '个',
    value(count(i, { at: 'inspectedAt', where: { status: 'confirmed' } })),
    '期内检查并审核的点位',
    { by: ['topic', 'isMock'] },
  ),
  plain(
    'inspected-rate',
    '抽中点位检查率',
    '%',
    ratio(
      count(i, { at: 'createdAt', where: { status: 'confirmed' } }),
      count(i, { at: 'createdAt', where: { status: { not: 'void' } } }),
    ),
    '期内抽中的点位中已检查审核的占比;无法检查的不计',
    { by: ['topic'] },
  ),
  plain('self-checks', '自查自纠点位', '个', value(count(selfCheckProcedure, { at: 'reportedAt' })), '期内完成自查自纠的点位', {
    by: ['topic'],
  }),
  plain(
    'findings',
    '考评案卷',
    '件',
    value(count(findingProcedure, { at: 'createdAt', where: { status: { not: 'void' } } })),
    '期内检查发现并交办的问题;与巡查案卷分开计',
    { by: ['topic', 'street'] },
  ),
  plain(
    'findings-in-time-rate',
    '检查问题按期整改率',
    '%',
    ratio(
      count(findingProcedure, { at: 'createdAt', where: { status: ['fixed', 'verified'] }, and: 'r.fixed_at <= r.fix_due_at' }),
      count(findingProcedure, { at: 'createdAt', where: { status: { not: 'void' } } }),
    ),
    '期内交办的问题中期限内整改的占比',
    { by: ['topic'], target: atLeast(95, '本区高质量考核办法(示例)') },
  ),
  plain(
    'recheck-agreed-rate',
    '评分复核一致率',
    '%',
    ratio(count(recheckProcedure, { at: 'doneAt', where: { isAgreed: true } }), count(recheckProcedure, { at: 'doneAt' })),
    '复核评分与原评分之差在允许范围内的 ÷ 已复核的',
    { by: ['first'] },
  ),
  plain(
    'site-plans',
    '“一站一策”整改方案',
    '个',
    value(count(sitePlan, { at: 'createdAt', where: { status: { not: 'rejected' } } })),
    '期内制定的一站一策整改方案',
  ),
  plain(
    'site-plans-closed-rate',
    '一站一策销号率',
    '%',
    ratio(
      count(sitePlan, { at: 'createdAt', where: { status: 'closed' } }),
      count(sitePlan, { at: 'createdAt', where: { status: { not: 'rejected' } } }),
    ),
    '期内制定的整改方案中复查销号的占比',
  ),
  plain(
    'pay-deducted',
    '考核扣减作业费',
    '万元',
    value(sum(deductionProcedure, 'amountFen', { at: 'deductedOn', where: { status: 'deducted' } }), 1_000_000),
    '期内已扣减的作业费',
    { decimals: 2, by: ['operator', 'topic'] },
  ),
  plain(
    'funds-signed',
    '签批考核资金',
    '项',
    value(count(fundProcedure, { at: 'createdAt', where: { status: ['signed', 'done'] } })),
    '期内拟定并已签批的考核资金',
  ),
  plain(
    'grants-paid',
    '兑付奖补资金',
    '万元',
    value(sum(grantProcedure, 'paidFen', { at: 'paidOn', where: { status: 'paid' }, and: 'r.paid_fen > 0' }), 1_000_000),
    '期内已兑付的奖补资金,不含扣减',
    { decimals: 2 },
  ),
  plain('talks', '约谈', '次', value(count(talkProcedure, { at: 'heldOn' })), '期内进行的约谈', { by: ['source'] }),
  plain(
    'talks-effective-rate',
    '约谈见效率',
    '%',
    ratio(count(talkProcedure, { at: 'heldOn', where: { status: 'closed' } }), count(talkProcedure, { at: 'heldOn' })),
    '期内进行的约谈中查实见效销号的占比',
  ),
  plain(
    'dust-done-rate',
    '道路尘量检测完成率',
    '%',
    ratio(count(dustSample, { at: 'plannedAt', where: { status: 'measured' } }), count(dustSample, { at: 'plannedAt' })),
    '计划日在期内、已检测的 ÷ 计划日在期内的',
    { by: ['roadClass'], target: atLeast(90, '道路尘量检测完成率90%以上') },
  ),
  plain(
    'dust-pass-rate',
    '道路尘量合格率',
    '%',
    ratio(
      count(dustSample, { at: 'plannedAt', where: { isPassed: true } }),
      count(dustSample, { at: 'plannedAt', where: { status: 'measured' } }),
    ),
    '实测不超过该等级道路限值的 ÷ 已检测的',
    { by: ['roadClass'], target: atLeast(90, '道路尘量合格率90%以上') },
  ),
  plain(
    'flyers-per-100m',
    '每百米小广告',
    '张',
    ratio(
      sum(flyerCount, 'flyers', { at: 'at', where: { isUnannounced: true } }),
      sum(flyerCount, 'metres', { at: 'at', where: { isUnannounced: true } }),
      100,
    ),
    '不打招呼检查所见小广告张数 ÷ 检查长度 × 100;打过招呼的不计',
    { decimals: 2, by: ['kind'] },
  ),
  ...Object.entries(gradedObjects).map(([kind, zh]) =>
    plain(
      `quality-${kind}`,
      `${zh}整洁优良率`,
      '%',
      ratio(
        count(objectGrade, { at: 'at', where: { kind: kind as keyof typeof gradedObjects, grade: ['excellent', 'good'] } }),
        count(objectGrade, { at: 'at', where: { kind: kind as keyof typeof gradedObjects } }),
      ),
      '期内评为优、良的 ÷ 期内评级的;抽样说明见各行',
      { by: ['grade'], target: atLeast(90, '整洁优良率90%以上') },
    ),
  ),
  plain(
    'honours',
    '荣誉',
    '项',
    value(count(honour, { at: 'grantedOn', where: { status: { not: 'revoked' } } })),
    '期内获得、未撤销的荣誉',
    { by: ['level', 'isMoving'] },
  ),
  plain(
    'flags-held',
    '持有流动红旗',
    '面',
    value(count(honour, { where: { status: 'held', isMoving: true } })),
    '现在持有的流动红旗',
  ),
  plain(
    'outer-results',
    '外部考评优秀(优胜)',
    '项',
    value(count(outerResult, { at: 'publishedOn', where: { grade: ['excellent', 'winner'] } })),
    '期内公布、等次为优秀或优胜的外部考评',
    { by: ['grade', 'year'] },
  ),
  plain(
    'outside-rank',
    '上级排名',
    '名',
    value(average(outsideRank, 'rank', { at: 'periodOn' })),
    '上级公布的名次(按项目、按月看走势);平台不推算',
    { by: ['topic'] },
  ),
  plain(
    'third-score',
    '第三方测评平均分',
    '分',
    value(average(thirdScore, 'score', { at: 'measuredOn' })),
    '期内第三方测评各题目各街道得分的平均',
    { by: ['topic'] },
  ),
  plain(
    'specials',
    '低满意度专项考核',
    '项',
    value(count(special, { at: 'createdAt', where: { status: { not: 'declined' } } })),
    '期内提出并未否决的专项考核',
    { by: ['outcome'] },
  ),
  plain(
    'satisfaction-index',
    '市民满意度指数',
    '分',
    ratio(sum(surveyAnswer, 'score', { at: 'at' }), count(surveyAnswer, { at: 'at' }), 20),
    '期内答卷分数(1至5)平均 × 20',
    { by: ['survey'] },
  ),
]
