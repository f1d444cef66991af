/** Counted figures of muck. */
import { atLeast, atMost, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { alarm } from './alarm.ts'
import { check, source } from './check.ts'
import { dumpClosing } from './dump.ts'
import { patrol } from './patrol.ts'
import { plantDay, plantProject } from './plant.ts'
import { baseChange, dumpNow, passage, patrolWeek, points, receipt, safetyEvent } from './records.ts'
import { company, dump, site, soilAccount, truck } from './registers.ts'
import { renovation } from './renovation.ts'
import { shift } from './shift.ts'
import { soilMatch } from './soil.ts'
import { trip } from './trip.ts'
import { violation } from './violation.ts'

const ours = '本局建筑垃圾运输处置监管办法(示例)'
const plain = indicatorsOf('muck')
const base = [
  plain('trucks', '准入渣土车', '辆', value(count(truck, { where: { state: 'admitted' } })), '现在准入的渣土车', {
    by: ['model', 'energy', 'safety', 'haulerName'],
  }),
  plain(
    'new-energy-share',
    '新能源渣土车占比',
    '%',
    ratio(
      count(truck, { where: { state: 'admitted', energy: ['electric', 'hydrogen'] } }),
      count(truck, { where: { state: 'admitted' } }),
    ),
    '现在准入的渣土车中纯电动、氢燃料的占比',
    { by: ['haulerName'] },
  ),
  plain(
    'trucks-added-eco',
    '新增环保渣土车',
    '辆',
    value(count(truck, { at: 'admittedOn', where: { model: 'eco' } })),
    '准入日期在期内的环保型渣土车',
    { by: ['haulerName', 'energy'] },
  ),
  plain(
    'trucks-retired-old',
    '淘汰老式渣土车',
    '辆',
    value(count(truck, { at: 'removedOn', where: { model: 'old' } })),
    '退出日期在期内的老式渣土车',
    { by: ['haulerName'] },
  ),
  plain('companies', '渣土运输企业', '家', value(count(company, { where: { state: 'admitted' } })), '现在准入的运输企业', {
    by: ['grade'],
  }),
  plain('base-changes', '基础数据更新', '次', value(count(baseChange, { at: 'at' })), '期内企业、车辆数据变化', { by: ['what'] }),
  plain('sites', '出土工地', '处', value(count(site, { where: { state: 'working' } })), '现在持有效处置证的工地'),
  plain(
    'safety-rate',
    '主动安全系统正常率',
    '%',
    ratio(count(truck, { where: { state: 'admitted', safety: 'ok' } }), count(truck, { where: { state: 'admitted' } })),
    '主动安全系统正常的准入车辆 ÷ 准入车辆',
    { by: ['haulerName'], target: atLeast(98, ours) },
  ),
  plain('safety-events', '主动安全报警', '次', value(count(safetyEvent, { at: 'at' })), '期内车载主动安全系统报警', {
    by: ['system', 'event', 'level', 'plate'],
  }),
  plain('shifts', '指挥台值守', '班', value(count(shift, { at: 'createdAt' })), '期内开始的值守班次', { by: ['turn'] }),
]
const loop = [
  plain('trips', '清运趟次', '趟', value(count(trip, { at: 'leftAt', where: { status: { not: 'voided' } } })), '期内出场的趟次', {
    by: ['status', 'siteName', 'haulerName', 'plate', 'isDay'],
  }),
  plain(
    'out-m3',
    '出土方量',
    'm³',
    value(sum(trip, 'loadM3', { at: 'leftAt', where: { status: { not: 'voided' } } })),
    '期内出场趟次的装载量之和',
    { by: ['siteName', 'haulerName'] },
  ),
  plain('in-m3', '受纳方量', 'm³', value(sum(receipt, 'm3', { at: 'at' })), '期内消纳场签收量之和', { by: ['dump'] }),
  plain(
    'closed-rate',
    '清运闭合率',
    '%',
    ratio(
      count(trip, { at: 'leftAt', where: { status: 'closed' } }),
      count(trip, { at: 'leftAt', where: { status: { not: 'voided' } } }),
    ),
    '期内出场趟次中已闭合的占比',
    { by: ['siteName', 'haulerName'], target: atLeast(98, ours) },
  ),
  plain('missing', '缺回执趟次', '趟', value(count(trip, { where: { status: 'missing' } })), '现在缺消纳回执的趟次', {
    by: ['siteName', 'haulerName'],
  }),
  plain(
    'senseless-rate',
    '无感监管率',
    '%',
    ratio(
      count(trip, { at: 'leftAt', where: { status: 'closed', isTouched: false }, and: 'r.alarms = 0' }),
      count(trip, { at: 'leftAt', where: { status: 'closed' } }),
    ),
    '期内出场、已闭合的趟次中没有告警也没有人介入的占比',
    { by: ['siteName', 'haulerName'], target: atLeast(90, ours) },
  ),
  plain('alarms', '渣土异常告警', '起', value(count(alarm, { at: 'createdAt' })), '期内产生的异常', {
    by: ['kind', 'status', 'haulerName', 'plate'],
  }),
  plain(
    'alarms-true-rate',
    '告警属实率',
    '%',
    ratio(
      count(alarm, { at: 'createdAt', where: { status: ['confirmed', 'handled'] } }),
      count(alarm, { at: 'createdAt', where: { status: { not: 'raised' } } }),
    ),
    '期内产生、已处理的告警中不是误报的占比',
    { by: ['kind'] },
  ),
  plain('passages', '出场过车', '辆次', value(count(passage, { at: 'at' })), '期内工地出口过车', { by: ['finding'] }),
]
const cases = [
  plain(
    'violations',
    '查处渣土违规运输案件',
    '起',
    value(count(violation, { at: 'happenedAt', where: { status: ['handed', 'filed', 'fined'] } })),
    '期内发生、已认定移送的渣土违法',
    { by: ['kind', 'haulerName', 'plate', 'source'] },
  ),
  plain(
    'fines',
    '渣土违规运输罚款',
    '万元',
    value(sum(violation, 'fineFen', { at: 'decidedAt', where: { status: 'fined' } }), 1_000_000),
    '处罚决定在期内的渣土违法罚款之和',
    { by: ['kind', 'haulerName'] },
  ),
  plain(
    'filed',
    '渣土立案',
    '起',
    value(count(violation, { at: 'filedAt', where: { status: ['filed', 'fined'] } })),
    '期内由渣土查处移送并立案源的处罚',
    { by: ['kind'] },
  ),
  plain('points', '违法记分', '分', value(sum(points, 'points', { at: 'happenedOn' })), '违法日期在期内的记分之和', {
    by: ['holder', 'subject', 'kind'],
  }),
  plain(
    'sources',
    '查处渣土污染源头',
    '处',
    value(count(source, { at: 'dealtOn', where: { status: ['ordered', 'cleared'] } })),
    '处理日期在期内的污染源头',
    { by: ['kind', 'measure', 'status'] },
  ),
  plain(
    'wash-vehicles',
    '清洗出动车辆',
    '辆次',
    value(sum(source, 'washVehicles', { at: 'clearedOn' })),
    '销号日期在期内源头的冲洗、洒水车辆',
  ),
  plain(
    'checks-places',
    '检查工地场所道路',
    '场次',
    value(sum(check, 'times', { at: 'checkedOn', where: { target: ['site', 'place', 'road'] } })),
    '检查日期在期内的工地、场所、道路检查次数之和',
    { by: ['target'] },
  ),
  plain(
    'checks-trucks',
    '检查渣土车',
    '辆次',
    value(sum(check, 'times', { at: 'checkedOn', where: { target: 'truck' } })),
    '检查日期在期内的车辆检查次数之和',
  ),
  ...(
    [
      ['checks-filed', '渣土检查立案', 'filed'],
      ['checks-rectified', '渣土检查责令整改', 'rectified'],
      ['checks-talked', '渣土检查行政约谈', 'talked'],
    ] as const
  ).map(([id, zh, field]) =>
    plain(id, zh, '起', value(sum(check, field, { at: 'checkedOn' })), '检查日期在期内的检查所作的处理', { by: ['target'] }),
  ),
  plain(
    'patrols',
    '渣土联合巡查',
    '次',
    value(count(patrol, { at: 'doneOn', where: { status: 'done' } })),
    '完成日期在期内的联合巡查',
    {
      by: ['week', 'occasion'],
    },
  ),
  plain(
    'patrol-trucks',
    '联合巡查检查车辆',
    '辆次',
    value(sum(patrol, 'trucksChecked', { at: 'doneOn', where: { status: 'done' } })),
    '期内联合巡查结果表所列车辆',
    { by: ['occasion'] },
  ),
  plain(
    'patrol-weeks-rate',
    '联合巡查周达标率',
    '%',
    ratio(count(patrolWeek, { at: 'weekOn', where: { isMet: true } }), count(patrolWeek, { at: 'weekOn' })),
    '周一在期内的各周中巡查次数达到规定的占比',
    { target: atLeast(100, '渣土运输专项整治工作要求:按照每周不少于2次') },
  ),
]
const ends = [
  plain('dump-left', '消纳场余量', 'm³', value(sum(dumpNow, 'leftM3')), '各消纳场现在的剩余容量', { by: ['name'] }),
  plain('dumps', '消纳场', '处', value(count(dump)), '消纳场台账中未注销的场地', { by: ['state'] }),
  plain('dump-fees', '消纳费', '万元', value(sum(receipt, 'feeFen', { at: 'at' }), 1_000_000), '期内签收的消纳费', {
    by: ['dump'],
  }),
  plain(
    'dumps-closed',
    '消纳场封场验收',
    '处',
    value(count(dumpClosing, { at: 'acceptedOn', where: { status: 'done' } })),
    '验收日期在期内的封场',
  ),
  plain('soil-balance', '土方银行余额', 'm³', value(sum(soilAccount, 'balanceM3')), '各账户现在的余额', {
    by: ['name', 'quality'],
  }),
  plain(
    'soil-moved',
    '土方调配',
    'm³',
    value(sum(soilMatch, 'm3', { at: 'doneOn', where: { status: 'done' } })),
    '办结日期在期内的对接单方量',
    { by: ['mode', 'quality'] },
  ),
  plain('plant-intake', '资源化厂进厂', '吨', value(sum(plantDay, 'intakeT', { at: 'dayOn' })), '期内各厂进厂量', {
    by: ['plant'],
  }),
  plain(
    'plant-renovation',
    '资源化厂装修垃圾进厂',
    '吨',
    value(sum(plantDay, 'renovationT', { at: 'dayOn' })),
    '期内各厂装修垃圾进厂量',
    {
      by: ['plant'],
    },
  ),
  plain('plant-residue', '资源化厂残渣', '吨', value(sum(plantDay, 'residueT', { at: 'dayOn' })), '期内各厂残渣', {
    by: ['plant'],
  }),
  plain(
    'resource-rate',
    '建筑垃圾资源化率',
    '%',
    ratio(sum(plantDay, 'productT', { at: 'dayOn' }), sum(plantDay, 'intakeT', { at: 'dayOn' })),
    '期内产品量 ÷ 进厂量',
    { by: ['plant'] },
  ),
  plain(
    'plant-projects',
    '资源化(处置终端)项目',
    '个',
    value(count(plantProject, { at: 'createdAt' })),
    '期内立项的资源化、处置终端项目',
    { by: ['status', 'isLate'] },
  ),
  plain('renovations', '装修垃圾预约', '单', value(count(renovation, { at: 'createdAt' })), '期内居民提交的装修垃圾清运预约', {
    by: ['status', 'packing'],
  }),
  plain(
    'renovation-m3',
    '装修垃圾清运',
    'm³',
    value(sum(renovation, 'm3', { at: 'collectedAt', where: { status: 'collected' } })),
    '期内清运完成的实际方量',
  ),
  plain(
    'renovation-in-time',
    '装修垃圾清运及时率',
    '%',
    ratio(
      count(renovation, { at: 'createdAt', where: { status: 'collected' }, and: 'r.collected_at <= r.collect_due_at' }),
      count(renovation, { at: 'createdAt', where: { status: { not: 'cancelled' } } }),
    ),
    '期内预约中在期限内清运的占比;取消的不计',
    { target: atLeast(95, '本市装修垃圾预约清运服务规范(示例)') },
  ),
  plain(
    'renovation-score',
    '装修垃圾清运满意度',
    '分',
    value(average(renovation, 'score', { at: 'collectedAt', where: { status: 'collected' } })),
    '期内清运后居民评价的平均分',
  ),
  plain(
    'difference',
    '出土受纳误差',
    '%',
    value(average(trip, 'differencePct', { at: 'leftAt', where: { status: { not: 'voided' } } })),
    '期内出场、已签收趟次的误差平均值',
    { by: ['siteName', 'haulerName'], target: atMost(5, ours) },
  ),
]
export const muckIndicators: readonly Indicator[] = [...base, ...loop, ...cases, ...ends]
