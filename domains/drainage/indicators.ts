/** Counted figures of drainage. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { defect, survey } from './defect.ts'
import { bulletin, planPaper, plantDay } from './office.ts'
import { flooding, point, rain } from './point.ts'
import { partDone, project } from './project.ts'
import { beat, pipe, plant } from './registers.ts'
import { round } from './round.ts'

const plain = indicatorsOf('drainage')
const accepted = { status: 'accepted' } as const
const closed = { status: 'closed' } as const
const done = { status: { not: 'planned' } } as const
const separation = { projectKind: 'separation' } as const
const network = [
  plain('network-length', '排水管网长度', '公里', value(sum(pipe, 'lengthM'), 1000), '在册管段长度之和', {
    by: ['system', 'place', 'material'],
  }),
  plain(
    'surveyed',
    '摸排排水管网',
    '公里',
    value(sum(survey, 'lengthM', { at: 'doneOn', where: accepted }), 1000),
    '期内检测并审核的管段长度之和,道路与公建小区分别可查',
    {
      by: ['place', 'batch', 'method'],
    },
  ),
  plain(
    'surveyed-rate',
    '管网摸排率',
    '%',
    ratio(sum(pipe, 'lengthM', { and: 'r.surveyed_on is not null' }), sum(pipe, 'lengthM')),
    '已检测管段长度 ÷ 在册管段长度',
    { by: ['system', 'place'] },
  ),
  plain(
    'structural-points',
    '结构性缺陷点',
    '个',
    value(count(defect, { at: 'createdAt', where: { kind: 'structural' } })),
    '期内登记的结构性缺陷点',
    {
      by: ['code', 'grade', 'weight', 'status'],
    },
  ),
  plain(
    'mixed-points',
    '雨污混接节点',
    '个',
    value(count(defect, { at: 'createdAt', where: { kind: 'mixed' } })),
    '期内登记的雨污混接节点',
    { by: ['status'] },
  ),
  plain(
    'mixed-fixed-rate',
    '雨污混接整改率',
    '%',
    ratio(
      count(defect, { at: 'createdAt', where: { kind: 'mixed', ...closed } }),
      count(defect, { at: 'createdAt', where: { kind: 'mixed' } }),
    ),
    '已销号 ÷ 期内登记的混接节点',
  ),
  plain(
    'trenchless-light',
    '非开挖修复轻微病害',
    '处',
    value(count(defect, { at: 'fixedOn', where: { ...closed, isTrenchless: 'yes', weight: 'light' } })),
    '期内修复并验收的轻微病害中用非开挖方式的处数',
    { by: ['method'] },
  ),
  plain(
    'dug-heavy',
    '开挖修复严重病害',
    '处',
    value(count(defect, { at: 'fixedOn', where: { ...closed, method: 'excavate', weight: 'heavy' } })),
    '期内修复并验收的严重病害中开挖的处数',
  ),
  plain(
    'repaired-metres',
    '管网病害修复长度',
    '米',
    value(sum(defect, 'metres', { at: 'fixedOn', where: closed })),
    '期内修复并验收的长度之和',
    { by: ['method', 'isTrenchless'] },
  ),
]
const works = [
  plain(
    'separated',
    '改造雨污管道',
    '公里',
    value(sum(partDone, 'km', { at: 'doneOn', where: separation })),
    '期内完成的雨污分流分项长度之和',
    { by: ['zone', 'kind'] },
  ),
  ...(
    [
      ['road', '雨污改造道路', '条'],
      ['compound', '雨污改造公建小区', '个'],
      ['toilet', '雨污改造公厕', '个'],
    ] as const
  ).map(([kind, zh, unit]) =>
    plain(
      `separated-${kind}s`,
      zh,
      unit,
      value(count(partDone, { at: 'doneOn', where: { ...separation, kind } })),
      `期内完成的${zh}分项数`,
      { by: ['zone'] },
    ),
  ),
  plain(
    'separation-progress',
    '雨污分流工程进度',
    '%',
    ratio(sum(project, 'doneKm', { where: { kind: 'separation' } }), sum(project, 'km', { where: { kind: 'separation' } })),
    '已完成长度 ÷ 各工程计划长度',
    { by: ['zone', 'programme', 'status'] },
  ),
  plain(
    'supply-renewed',
    '改造供水管网',
    '公里',
    value(sum(partDone, 'km', { at: 'doneOn', where: { projectKind: 'supply' } })),
    '期内完成的供水管网改造长度之和',
  ),
  plain(
    'supply-houses',
    '供水改造惠及户数',
    '户',
    value(sum(partDone, 'houses', { at: 'doneOn', where: { projectKind: 'supply' } })),
    '期内完成的供水管网改造惠及户数',
  ),
  plain('projects', '排水工程', '个', value(count(project, { at: 'createdAt' })), '期内立项的排水工程', {
    by: ['kind', 'status', 'isLate'],
  }),
  plain('plant-capacity', '污水处理能力', '吨/日', value(sum(plant, 'designT')), '在册污水处理厂设计能力之和', { by: ['name'] }),
  plain(
    'plant-load',
    '污水处理负荷率',
    '%',
    ratio(
      sum(plantDay, 'treatedT', { at: 'dayOn', where: { status: 'confirmed' } }),
      sum(plantDay, 'designT', { at: 'dayOn', where: { status: 'confirmed' } }),
    ),
    '已审核日报的处理量之和 ÷ 设计能力之和',
    { by: ['name'] },
  ),
  plain(
    'plans-reviewed',
    '排水规划方案通过评审',
    '个',
    value(count(planPaper, { at: 'reviewedOn', where: { status: { not: 'drafting' } } })),
    '评审日期在期内且通过的规划、方案',
    { by: ['kind', 'status'] },
  ),
]
const plans = [
  plain(
    'plan-years',
    '排水规划(行动)周期',
    '年',
    value(average(planPaper, 'years')),
    '终止年减起始年加一;按名称看每个规划、行动计划,合计为平均',
    {
      by: ['name', 'kind', 'status'],
      decimals: 1,
    },
  ),
]
const beats = [
  plain('pump-houses', '维护泵房', '个', value(count(beat, { where: { kind: 'pump' } })), '在册的泵房'),
  plain('rounds', '排水巡检', '次', value(count(round, { at: 'doneOn', where: done })), '期内完成的巡检', {
    by: ['kind', 'reason', 'name', 'level'],
  }),
  plain(
    'rounds-timely',
    '按期巡检率',
    '%',
    ratio(count(round, { at: 'doneOn', where: { ...done, isLate: 'no' } }), count(round, { at: 'doneOn', where: done })),
    '按期完成 ÷ 期内完成的巡检',
    { by: ['kind', 'level'], target: atLeast(100, '本局排水设施养护管理办法(示例)') },
  ),
  plain(
    'round-problems',
    '巡检发现问题',
    '处',
    value(sum(round, 'bad', { at: 'doneOn' })),
    '期内巡检发现须整改的问题之和,当场处理的另计',
    { by: ['kind'] },
  ),
  plain('round-mended', '巡检当场处理', '处', value(sum(round, 'mended', { at: 'doneOn' })), '期内巡检当场处理的问题之和', {
    by: ['kind'],
  }),
  plain(
    'pump-hours',
    '泵房运行',
    '小时',
    value(sum(round, 'hours', { at: 'doneOn', where: { kind: 'pump' } })),
    '期内泵房维护记录的运行小时之和',
    { by: ['name'] },
  ),
  plain(
    'pump-cost',
    '泵房维护费用',
    '元',
    value(sum(round, 'costFen', { at: 'doneOn', where: { kind: 'pump' } }), 100),
    '期内泵房维护费用之和',
    { by: ['name'] },
  ),
  plain('river-bulletins', '河湖长制通报', '件', value(count(bulletin, { at: 'issuedOn' })), '通报日期在期内的表扬与批评', {
    by: ['kind', 'status'],
  }),
]
const water = [
  plain('points', '易渍水点与滞水点', '处', value(count(point, { where: { status: { not: 'solved' } } })), '现在未销号的点位', {
    by: ['kind', 'cause', 'status'],
  }),
  plain(
    'points-solved',
    '渍水点销号',
    '处',
    value(count(point, { at: 'closedAt', where: { status: 'solved' } })),
    '期内经降雨检验销号的点位',
    { by: ['kind'] },
  ),
  plain(
    'points-dredged',
    '渍水点清淤',
    '米',
    value(sum(point, 'dredgedM', { at: 'createdAt' })),
    '期内列入点位整治的清淤长度之和',
    { by: ['kind'] },
  ),
  plain('floodings', '积水', '次', value(count(flooding, { at: 'wetAt' })), '期内积水次数', { by: ['name'] }),
  plain(
    'flood-minutes',
    '平均退水时间',
    '分钟',
    value(average(flooding, 'minutes', { at: 'wetAt' })),
    '期内各次积水从开始到退尽的平均分钟数',
    { by: ['name'], decimals: 1 },
  ),
  plain('rains', '降雨过程', '场', value(count(rain, { at: 'startedAt' })), '期内登记的降雨过程', { by: ['level'] }),
]
export const drainageIndicators = [...network, ...works, ...plans, ...beats, ...water]
