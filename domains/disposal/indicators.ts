/** Counted figures of disposal. */
import { atLeast, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { excavation } from './aged.ts'
import { ash } from './ash.ts'
import { bot, botMonth, phase, visit } from './bot.ts'
import { dump } from './dump.ts'
import { burnDay } from './incinerator.ts'
import { landfill, measurement, patrol } from './landfill.ts'
import { emergencyRun, leachateStock } from './leachate.ts'
import { line } from './line.ts'

const plain = indicatorsOf('disposal')
const done = { status: { not: 'planned' } } as const
const confirmed = { status: 'confirmed' } as const
const dug = { status: { not: 'void' } } as const
export const disposalIndicators = [
  plain('landfills-closed', '封闭填埋场', '座', value(count(landfill, { at: 'closedOn' })), '封闭日期在期内的填埋场'),
  plain('landfills-handed', '移交填埋场', '座', value(count(landfill, { at: 'handedOn' })), '移交日期在期内的填埋场', {
    by: ['name', 'nextOperator'],
  }),
  plain('patrols', '填埋场封闭巡查', '次', value(count(patrol, { at: 'doneOn', where: done })), '期内完成的巡查', {
    by: ['name'],
  }),
  plain(
    'patrols-timely',
    '填埋场按期巡查率',
    '%',
    ratio(count(patrol, { at: 'doneOn', where: { ...done, isLate: 'no' } }), count(patrol, { at: 'doneOn', where: done })),
    '按期完成的巡查 ÷ 期内完成的巡查',
    { by: ['name'], target: atLeast(100, '本局垃圾处置设施监管办法(示例)') },
  ),
  plain('measures', '填埋场监测', '次', value(count(measurement, { at: 'measuredAt' })), '期内监测次数', {
    by: ['kind', 'status'],
  }),
  plain(
    'measures-over',
    '填埋场监测超限',
    '次',
    value(count(measurement, { at: 'measuredAt', where: { status: { not: 'normal' } } })),
    '期内超过预警上限的监测',
    { by: ['kind', 'code'] },
  ),
  plain(
    'leachate-held-rate',
    '渗滤液存量不增率',
    '%',
    ratio(
      count(leachateStock, { at: 'dayOn', where: { ...dug, isHeld: 'yes' } }),
      count(leachateStock, { at: 'dayOn', where: dug }),
    ),
    '存量不比上次增加的天数 ÷ 填报天数',
    { by: ['plant'] },
  ),
  plain(
    'emergency-hours',
    '渗滤液应急设施运行',
    '小时',
    value(sum(emergencyRun, 'hours', { at: 'endedAt' })),
    '期内停用的各次运行小时数之和',
    { by: ['plant'] },
  ),
  plain('aged-dug', '开挖陈腐垃圾', '吨', value(sum(excavation, 'dugT', { at: 'dayOn', where: dug })), '期内开挖吨数,作废不计', {
    by: ['cell'],
  }),
  plain(
    'aged-burned',
    '陈腐垃圾送焚烧',
    '吨',
    value(sum(excavation, 'burnedT', { at: 'dayOn', where: dug })),
    '期内开挖后送焚烧的吨数,经核定的按核定数',
    {
      by: ['cell'],
    },
  ),
  plain(
    'burned',
    '生活垃圾焚烧处理量',
    '万吨',
    value(sum(burnDay, 'burnedT', { at: 'dayOn', where: confirmed }), 10_000),
    '已审核日报的焚烧吨数之和',
    {
      by: ['name'],
    },
  ),
  plain(
    'grid-kwh',
    '焚烧发电上网电量',
    '亿度',
    value(sum(burnDay, 'gridKwh', { at: 'dayOn', where: confirmed }), 100_000_000),
    '已审核日报的上网电量之和',
    {
      by: ['name'],
      decimals: 4,
    },
  ),
  plain(
    'air-met-rate',
    '焚烧烟气日均值达标率',
    '%',
    ratio(
      count(burnDay, { at: 'dayOn', where: { ...confirmed, isMet: 'yes' } }),
      count(burnDay, { at: 'dayOn', where: confirmed }),
    ),
    '五项烟气日均值都不超限的日数 ÷ 已审核日报数',
    { by: ['name'], target: atLeast(100, 'GB 18485-2014') },
  ),
  plain('lines-ignited', '焚烧线点火', '条', value(count(line, { at: 'ignitedOn' })), '点火日期在期内的焚烧线', {
    by: ['name', 'isLate'],
  }),
  plain(
    'lines-run',
    '焚烧线投运能力',
    '吨/日',
    value(sum(line, 'designT', { at: 'runOn' })),
    '投运日期在期内的焚烧线设计能力之和',
    {
      by: ['name'],
    },
  ),
  plain('ash-buried', '稳定化飞灰填埋', '吨', value(sum(ash, 'buriedT', { at: 'buriedOn' })), '填埋日期在期内的稳定化飞灰', {
    by: ['plant'],
  }),
  plain(
    'ash-retested',
    '飞灰检测不合格批次',
    '批',
    value(count(ash, { at: 'createdAt', and: 'r.tries > 1' })),
    '期内登记、检测不止一次的批次',
  ),
  plain('bots', 'BOT 项目', '个', value(count(bot, { where: { status: { not: 'handed' } } })), '现在运营的项目', {
    by: ['kind', 'status'],
  }),
  plain('bot-visits', 'BOT 现场监管', '次', value(count(visit, { at: 'dayOn' })), '期内现场监管次数', { by: ['status'] }),
  plain(
    'bot-cut',
    'BOT 考核扣减',
    '万元',
    value(sum(botMonth, 'cutFen', { at: 'monthOn', where: { status: 'approved' } }), 1_000_000),
    '期内月份经批准的扣减之和',
    { by: ['name'] },
  ),
  plain('phases-accepted', '处理中心续建验收', '个', value(count(phase, { at: 'acceptedOn' })), '验收日期在期内的续建项目'),
  plain(
    'dumps',
    '排查发现垃圾点位',
    '处',
    value(count(dump, { at: 'createdAt', where: { status: { not: 'unfounded' } } })),
    '期内登记且属实的点位',
    {
      by: ['campaign', 'kind', 'waste', 'status'],
    },
  ),
  plain(
    'dumps-closed-rate',
    '垃圾点位整治率',
    '%',
    ratio(
      count(dump, { at: 'createdAt', where: { status: 'closed' } }),
      count(dump, { at: 'createdAt', where: { status: { not: 'unfounded' } } }),
    ),
    '已销号 ÷ 期内登记且属实的点位',
    { by: ['campaign'] },
  ),
  plain(
    'dumps-cleared',
    '排查整治清运',
    '吨',
    value(sum(dump, 'clearedT', { at: 'createdAt' })),
    '期内登记点位凭磅单清运的吨数',
    {
      by: ['campaign', 'waste'],
    },
  ),
]
