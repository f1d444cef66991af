/** Counted figures of command and emergency. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { accident } from './accident.ts'
import { matter } from './committee/matter.ts'
import { meeting } from './committee/meeting.ts'
import { resolution } from './committee/resolution.ts'
import { call, roster, shift } from './duty.ts'
import { event, plan } from './event.ts'
import { guard } from './guard.ts'
import { leaderDay } from './leader.ts'
import { errand } from './orders/errand.ts'
import { order } from './orders/order.ts'
import { callOut, team } from './rescue.ts'
import { item, move } from './stock.ts'
import { sudden } from './sudden.ts'
import { improvement, task } from './task.ts'
import { warning } from './warning.ts'

const plain = indicatorsOf('command')
const ours = '本局应急值守与处置管理办法(示例)'
const real = { mode: 'real' } as const
const drilled = { mode: 'drill' } as const
export const commandIndicators = [
  plain('rosters', '已发布值班表', '张', value(count(roster, { at: 'publishedOn' })), '发布日期在期内的值班表', { by: ['kind'] }),
  plain(
    'duty-hours',
    '关键岗位值班时长',
    '小时',
    value(sum(shift, 'hours', { at: 'dayOn' })),
    '期内各班次实际值守小时之和,按岗位、日期分即每日时长',
    {
      by: ['postName', 'dayOn'],
      decimals: 2,
    },
  ),
  plain('duty-late', '值班迟到', '班', value(count(shift, { at: 'dayOn', and: 'r.late_minutes > 0' })), '期内迟到接班的班次', {
    by: ['postName'],
  }),
  plain(
    'duty-missed',
    '值班缺岗',
    '班',
    value(count(shift, { at: 'dayOn', where: { status: ['missed', 'gone'] } })),
    '期内脱岗、全程缺岗的班次',
    {
      by: ['postName'],
    },
  ),
  plain(
    'calls-missed',
    '值班抽查漏接',
    '次',
    value(count(call, { at: 'calledAt', where: { isMissed: 'yes' } })),
    '期内点名未按时应答',
    {
      by: ['postName'],
    },
  ),
  plain(
    'leader-rate',
    '领导带班按时到岗率',
    '%',
    ratio(
      count(leaderDay, { at: 'dayOn', where: { status: 'there', isAbsent: 'no' } }),
      count(leaderDay, { at: 'dayOn', where: { status: ['there', 'missing', 'absent'] } }),
    ),
    '时限内到岗的带班日 ÷ 期内已到时限的带班日',
    { target: atLeast(100, ours) },
  ),
  plain('warnings', '发布预警', '次', value(count(warning, { at: 'createdAt' })), '期内发布的预警', {
    by: ['type', 'highest', 'status'],
  }),
  plain(
    'receipt-rate',
    '应急指令按时签收率',
    '%',
    ratio(
      count(task, { at: 'sentAt', where: { isMissed: 'no', status: ['doing', 'done'] } }),
      count(task, {
        at: 'sentAt',
        where: { status: { not: 'sent' } },
        and: `(r.status <> 'stopped' or r.received_at is not null or r.is_missed = 'yes')`,
      }),
    ),
    '时限内签收的 ÷ 期内下达且已签收或逾时的',
    { by: ['kind', 'unit'], target: atLeast(100, ours) },
  ),
  plain('tasks', '应急任务', '项', value(count(task, { at: 'sentAt' })), '期内下达的任务', { by: ['kind', 'status', 'unit'] }),
  plain('reports-missed', '漏报进度', '次', value(sum(task, 'missedReports', { at: 'sentAt' })), '期内任务漏报进度次数之和', {
    by: ['kind', 'unit'],
  }),
  plain('plans', '在用应急预案', '个', value(count(plan, { where: { status: 'effective' } })), '现在在用的预案', {
    by: ['kind'],
  }),
  plain('drills', '应急演练', '次', value(count(event, { at: 'createdAt', where: drilled })), '期内开展的演练', { by: ['kind'] }),
  plain(
    'drill-people',
    '演练参加',
    '人次',
    value(sum(event, 'participants', { at: 'createdAt', where: drilled })),
    '期内演练参演人数之和',
    {
      by: ['kind'],
    },
  ),
  plain('events', '应急事件', '起', value(count(event, { at: 'createdAt', where: real })), '期内启动的应急响应', {
    by: ['kind', 'level', 'status'],
  }),
  plain(
    'event-minutes',
    '应急响应平均历时',
    '分钟',
    value(average(event, 'lastedMinutes', { at: 'createdAt', where: real })),
    '期内启动且已解除的响应',
    {
      by: ['kind'],
    },
  ),
  plain(
    'improved-rate',
    '应急改进项销号率',
    '%',
    ratio(count(improvement, { at: 'createdAt', where: { status: 'closed' } }), count(improvement, { at: 'createdAt' })),
    '已销号 ÷ 期内列入的改进项',
    { by: ['sourceType', 'unit'], target: atLeast(100, ours) },
  ),
  plain(
    'stock-short',
    '应急物资不足',
    '种',
    value(count(item, { where: { status: ['low', 'short'] } })),
    '现在低于最低储备的物资',
    {
      by: ['season', 'status'],
    },
  ),
  plain('stock-out', '应急物资出库', '次', value(count(move, { at: 'dayOn', where: { way: 'out' } })), '期内出库次数', {
    by: ['name'],
  }),
  plain('rescue-teams', '应急救援队伍', '支', value(count(team)), '现有救援队伍', { by: ['skill', 'unit'] }),
  plain('call-outs', '救援队伍拉动', '次', value(count(callOut, { at: 'calledAt' })), '期内下令集结次数', {
    by: ['mode', 'status'],
  }),
  plain(
    'call-out-minutes',
    '救援队伍平均集结用时',
    '分钟',
    value(average(callOut, 'usedMinutes', { at: 'calledAt' })),
    '期内集结到位的平均用时',
    {
      by: ['name'],
    },
  ),
  plain('accidents', '事故', '起', value(count(accident, { at: 'happenedAt' })), '期内发生的事故', { by: ['grade', 'status'] }),
  plain(
    'accidents-late',
    '事故迟报漏报',
    '起',
    value(count(accident, { at: 'happenedAt', where: { isLate: 'yes' } })),
    '期内发生、有迟报或漏报的事故',
  ),
  plain(
    'guards',
    '重大活动保障',
    '次',
    value(count(guard, { at: 'fromOn', where: { status: { not: 'cancelled' } } })),
    '期内开始的保障',
    {
      by: ['status'],
    },
  ),
  plain(
    'guards-ready',
    '活动前准备就绪率',
    '%',
    ratio(
      count(guard, { at: 'fromOn', where: { isReadyInTime: 'yes' } }),
      count(guard, { at: 'fromOn', where: { status: { not: 'cancelled' } } }),
    ),
    '活动前就绪的 ÷ 期内开始的保障',
    { target: atLeast(100, ours) },
  ),
  plain('orders', '三级指挥指令', '件', value(count(order, { at: 'createdAt' })), '期内下达或上报的指令', {
    by: ['fromLevel', 'level', 'status', 'urgency'],
  }),
  plain(
    'orders-up',
    '上转指令',
    '件',
    value(count(order, { at: 'createdAt', and: 'r.ups > 0' })),
    '期内下达、被下级说明理由上转过的指令',
    { by: ['fromLevel'] },
  ),
  plain(
    'order-receipt',
    '指令平均签收用时',
    '分钟',
    value(average(order, 'receiptMinutes', { at: 'createdAt' })),
    '期内指令最近一次签收的平均用时',
    { by: ['level'], decimals: 1 },
  ),
  plain(
    'orders-in-time',
    '指令按时办结率',
    '%',
    ratio(
      count(order, { at: 'createdAt', where: { isLate: 'no' } }),
      count(order, { at: 'createdAt', where: { isLate: ['yes', 'no'] } }),
    ),
    '期限内反馈的 ÷ 期内下达且已反馈的指令',
    { by: ['level'], target: atLeast(100, ours) },
  ),
  plain('errands', '现场调度', '人次', value(count(errand, { at: 'sentAt' })), '期内选人下达的到场任务', {
    by: ['status', 'via'],
  }),
  plain(
    'arrivals-in-time',
    '调度按时到场率',
    '%',
    ratio(
      count(errand, { at: 'sentAt', where: { isLate: 'no', status: ['there', 'done'] } }),
      count(errand, { at: 'sentAt', and: `(r.status = any(array['there', 'done']) or r.is_late = 'yes')` }),
    ),
    '时限内到场的 ÷ 期内下达且已到场或已超时的',
    { target: atLeast(100, ours) },
  ),
  plain(
    'arrive-minutes',
    '调度平均到场用时',
    '分钟',
    value(average(errand, 'arriveMinutes', { at: 'sentAt' })),
    '期内到场任务从下达到到场的平均用时',
    { decimals: 1 },
  ),
  plain(
    'committee-meetings',
    '城管委会议',
    '次',
    value(count(meeting, { at: 'meetOn', where: { status: ['voting', 'voted', 'issued'] } })),
    '期内召开的城管委会议',
  ),
  plain('committee-matters', '提请城管委事项', '件', value(count(matter, { at: 'createdAt' })), '期内提请的事项', {
    by: ['kind', 'status', 'way'],
  }),
  plain('resolutions', '城管委决议任务', '项', value(count(resolution, { at: 'createdAt' })), '期内下达的决议任务', {
    by: ['kind', 'status', 'unit'],
  }),
  plain(
    'resolutions-closed',
    '城管委决议落实率',
    '%',
    ratio(count(resolution, { at: 'createdAt', where: { status: 'closed' } }), count(resolution, { at: 'createdAt' })),
    '已销号 ÷ 期内下达的决议任务',
    { by: ['kind', 'unit'], target: atLeast(100, ours) },
  ),
  plain(
    'resolutions-overdue',
    '城管委决议逾期',
    '项',
    value(count(resolution, { where: { isOverdue: 'yes', status: ['open', 'done'] } })),
    '现在逾期未销号的决议任务',
    { by: ['unit'] },
  ),
  plain('suddens', '舆情突发应急', '起', value(count(sudden, { at: 'createdAt' })), '期内启动的舆情突发应急', {
    by: ['level', 'status'],
  }),
  plain(
    'sudden-in-time',
    '舆情突发按时回应率',
    '%',
    ratio(
      count(sudden, { at: 'createdAt', where: { isLate: 'no' } }),
      count(sudden, { at: 'createdAt', where: { isLate: ['yes', 'no'] } }),
    ),
    '时限内首次回应的 ÷ 期内启动且已回应的',
    { by: ['level'], target: atLeast(100, ours) },
  ),
]
