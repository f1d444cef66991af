/** Counted figures of training. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { appraisal, score } from './appraisal.ts'
import { attend, course } from './course.ts'
import { lawPlan } from './law-plan.ts'
import { month } from './month.ts'
import { reform } from './reform.ts'
import { reading, rule } from './rule.ts'
import { card } from './survey.ts'

const plain = indicatorsOf('training')
const all = { target: atLeast(100, '全员普查、全员培训') }
const held = { status: { not: 'planned' } } as const
export const trainingIndicators = [
  plain(
    'surveyed',
    '执法队员普查率',
    '%',
    ratio(count(card, { where: { status: 'filled' } }), count(card)),
    '已填普查卡 ÷ 发出的普查卡,按年度分',
    {
      by: ['year'],
      ...all,
    },
  ),
  plain('courses', '举办培训', '场', value(count(course, { at: 'heldOn', where: held })), '期内开课并登记到课的课程', {
    by: ['kind', 'skill', 'way'],
  }),
  plain('hours', '培训学时', '小时', value(sum(attend, 'hours', { at: 'attendedOn' })), '期内到课的学时之和', {
    by: ['kind', 'person'],
  }),
  plain(
    'passed',
    '培训合格率',
    '%',
    ratio(
      sum(course, 'passed', { at: 'heldOn', where: held }),
      sum(course, 'planned', { at: 'heldOn', where: held, and: `r.kind <> 'lecture'` }),
    ),
    '合格(含补考) ÷ 期内开课的应到学员,不含讲座',
    { by: ['kind'] },
  ),
  plain(
    'certificates',
    '职工学校证书',
    '本',
    value(count(attend, { at: 'attendedOn', and: 'r.certificate is not null' })),
    '期内发出的证书',
  ),
  plain(
    'lectured',
    '宣贯讲座听讲',
    '人次',
    value(sum(course, 'attended', { at: 'heldOn', where: { kind: 'lecture' } })),
    '期内讲座到场人数之和',
  ),
  plain(
    'lecture-score',
    '讲座反馈均分',
    '分',
    value(average(course, 'score', { at: 'heldOn', where: { kind: 'lecture' } })),
    '期内讲座反馈评分(5分制)的平均',
  ),
  plain(
    'law-studies',
    '领导集体学法',
    '次',
    value(count(course, { at: 'heldOn', where: { kind: 'law', ...held } })),
    '期内领导班子集体学法',
  ),
  plain('law-events', '普法活动', '场', value(sum(lawPlan, 'held')), '普法计划已举办的活动', { by: ['year'] }),
  plain(
    'months',
    '辅助人员提升月',
    '次',
    value(count(month, { at: 'toOn', where: { status: 'closed' } })),
    '期内结束并评定的提升月',
  ),
  plain('rules', '施行中的内部制度', '项', value(count(rule, { where: { status: 'on' } })), '现在施行的内部管理制度', {
    by: ['class'],
  }),
  plain(
    'signed',
    '制度阅签率',
    '%',
    ratio(count(reading, { where: { status: 'signed' } }), count(reading, { where: { status: ['signed', 'open'] } })),
    '已阅签 ÷ 应阅签(不含已作废)',
    { by: ['title'], ...all },
  ),
  plain('appraised', '月度绩效考核', '人次', value(sum(appraisal, 'people', { at: 'publishedOn' })), '期内公示的个人绩效', {
    by: ['month', 'unit'],
  }),
  plain('score-average', '绩效平均分', '分', value(average(score, 'total')), '个人绩效总分的平均,按月份分', { by: ['month'] }),
  plain('appeals', '绩效申诉', '件', value(count(score, { and: 'r.appeal is not null' })), '提出过申诉的个人绩效', {
    by: ['month'],
  }),
  plain(
    'moved',
    '机构改革划转人员',
    '人',
    value(sum(reform, 'people', { where: { status: ['done', 'closed'] } })),
    '双签完成的划转人员',
    { by: ['toUnit'] },
  ),
]
