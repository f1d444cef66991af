/** How alarms are answered: every rate by kind of device and severity. */
import { atLeast, atMost, count, hours, type Indicator, indicator, ratio, value } from '#kernel'
import { device } from '../registers.ts'
import { alarm } from './procedure.ts'
import { alarmTest, installJob } from './upkeep.ts'

const by = ['deviceKind', 'severity', 'rule'] as const
const real = { status: { not: 'tested' } } as const
/** Devices in the register of one kind, as the reports of bureaus count them. */
const devicesOf = (id: string, zh: string, kinds: readonly string[]): Indicator =>
  indicator(`sensing.${id}`, {
    zh,
    unit: '个',
    decimals: 0,
    definition: '设备台账中启用的该类设备',
    of: value(count(device, { where: { state: 'active', kind: [...kinds] } })),
  })
export const alarmIndicators: readonly Indicator[] = [
  devicesOf('smoke-detectors', '智能烟感报警器数', ['smoke']),
  devicesOf('level-detectors', '水位探测报警器数', ['level']),
  devicesOf('manhole-detectors', '窨井报警装置数', ['manhole']),
  indicator('sensing.alarms', {
    zh: '告警数',
    unit: '起',
    decimals: 0,
    definition: '告警时间在期内,不含试验',
    of: value(count(alarm, { at: 'raisedAt', where: real })),
    by,
  }),
  indicator('sensing.alarm-ack-rate', {
    zh: '告警按时确认率',
    unit: '%',
    decimals: 2,
    definition: '在期限内确认(含判为误报)的告警 ÷ 已确认或已过期限的告警,不含试验',
    of: ratio(
      count(alarm, { at: 'raisedAt', where: real, and: 'r.acked_at <= r.ack_due_at' }),
      count(alarm, { at: 'raisedAt', where: real, and: '(r.acked_at is not null or r.ack_due_at < now())' }),
    ),
    by,
    target: atLeast(95),
  }),
  indicator('sensing.alarm-ack-hours', {
    zh: '告警确认平均用时',
    unit: '小时',
    decimals: 4,
    definition: '从告警到值班确认',
    of: value(hours(alarm, 'raisedAt', 'ackedAt', { at: 'raisedAt', where: real })),
    by,
  }),
  indicator('sensing.alarm-arrive-hours', {
    zh: '告警到场平均用时',
    unit: '小时',
    decimals: 2,
    definition: '从告警到队伍到场',
    of: value(hours(alarm, 'raisedAt', 'arrivedAt', { at: 'raisedAt', where: real, and: 'r.arrived_at is not null' })),
    by,
  }),
  indicator('sensing.false-alarm-rate', {
    zh: '误报率',
    unit: '%',
    decimals: 2,
    definition: '判为误报的 ÷ 已有结论(已办结、误报)的告警',
    of: ratio(
      count(alarm, { at: 'raisedAt', where: { status: 'untrue' } }),
      count(alarm, { at: 'raisedAt', where: { status: ['closed', 'untrue'] } }),
    ),
    by,
    target: atMost(20),
  }),
  indicator('sensing.reinstalls', {
    zh: '设备复装',
    unit: '台次',
    decimals: 0,
    definition: '复装并验收的设备台次',
    of: value(count(installJob, { at: 'closedAt', where: { status: 'accepted' } })),
  }),
  indicator('sensing.tested-rate', {
    zh: '报警器按期试验率',
    unit: '%',
    decimals: 2,
    definition: '90天内有合格试验记录的启用报警器(烟感、水位、井盖、燃气)÷ 启用报警器',
    of: ratio(
      count(device, {
        where: { state: 'active', kind: ['smoke', 'level', 'manhole', 'gas'] },
        and: `exists (select 1 from sensing.alarm_test t where t.device = r.id and t.result = 'passed' and t.at >= now() - interval '90 days')`,
      }),
      count(device, { where: { state: 'active', kind: ['smoke', 'level', 'manhole', 'gas'] } }),
    ),
    by: ['kind'],
    target: atLeast(100),
  }),
  indicator('sensing.alarm-tests', {
    zh: '报警器试验次数',
    unit: '次',
    decimals: 0,
    definition: '报警器试验记录条数',
    of: value(count(alarmTest, { at: 'at' })),
    by: ['result'],
  }),
]
