/** Counted figures of command and emergency. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { accident } from './accident.ts'
import { call, roster, shift } from './duty.ts'
import { event, plan } from './event.ts'
import { guard } from './guard.ts'
import { leaderDay } from './leader.ts'
import { callOut, item, move, team } from './stock.ts'
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
]
