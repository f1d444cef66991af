/** Counted figures of lighting. */
import { atLeast, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { darkPlace } from './dark-place.ts'
import { entrance } from './entrance.ts'
import { laneProject } from './lane-project.ts'
import { project } from './project.ts'
import { coating, lampRepair } from './records.ts'
import { lamp, lane, pit, pole } from './registers.ts'
import { repair } from './repair.ts'
import { meterMonth, retrofit } from './saving.ts'
import { switching } from './switching.ts'

const plain = indicatorsOf('lighting')
const used = { state: { not: 'off' } } as const
const upkeep = [
  plain(
    'lit-rate',
    '亮灯率',
    '%',
    ratio(count(lamp, { where: { state: 'lit' } }), count(lamp, { where: used })),
    '现在正常的路灯 ÷ 在用路灯',
    { by: ['road', 'source'], target: atLeast(98, 'CJJ 89 城市道路照明工程施工及验收、各地养护标准(示例)') },
  ),
  plain(
    'intact-rate',
    '照明设施完好率',
    '%',
    ratio(count(lamp, { where: { ...used, condition: 'intact' } }), count(lamp, { where: used })),
    '现在完好的路灯 ÷ 在用路灯',
    { by: ['road'], target: atLeast(95, '本局照明设施维护办法(示例)') },
  ),
  plain('lamps', '路灯', '盏', value(count(lamp)), '路灯台账中未注销的灯盏数', {
    by: ['source', 'state', 'control', 'project', 'road'],
  }),
  plain('lamps-installed', '安装路灯', '盏', value(count(lamp, { at: 'installedOn' })), '安装日期在期内的路灯', {
    by: ['project', 'road'],
  }),
  plain('poles', '灯杆', '根', value(count(pole)), '灯杆台账中未注销的灯杆数', { by: ['road'] }),
  plain('lamp-times', '维修路灯', '盏次', value(count(lampRepair, { at: 'at' })), '期内办结的维修,每盏每修一次计一盏次', {
    by: ['kind', 'road'],
  }),
  plain(
    'repairs-in-time-rate',
    '照明维修及时率',
    '%',
    ratio(
      count(repair, { at: 'createdAt', and: 'r.fixed_at <= r.repair_due_at' }),
      count(repair, { at: 'createdAt', where: { status: { not: 'dropped' } } }),
    ),
    '期内报修的维修单中期限内修复的占比;不予维修的不计',
    { by: ['kind', 'source'], target: atLeast(95, '本局照明设施维护办法(示例)') },
  ),
  plain(
    'remote-repairs',
    '维修照明远程监控设备',
    '次',
    value(count(repair, { at: 'closedAt', where: { kind: 'remote', status: 'closed' } })),
    '期内办结的远程监控设备自身维修',
  ),
  plain(
    'pit-sets',
    '修补电缆工作井',
    '套',
    value(sum(repair, 'sets', { at: 'closedAt', where: { kind: ['pit', 'theft'], status: 'closed' } })),
    '期内办结的工作井维修套数之和',
    { by: ['kind'] },
  ),
  plain(
    'pits-bad',
    '待修电缆工作井',
    '座',
    value(count(pit, { where: { state: { not: 'intact' } } })),
    '现在破损或被盗的工作井',
    {
      by: ['state'],
    },
  ),
  plain('poles-coated', '灯杆涂刷', '套', value(sum(coating, 'poles', { at: 'doneOn' })), '完成日期在期内的灯杆涂刷套数', {
    by: ['paint'],
  }),
  plain(
    'landscape-faults',
    '景观照明故障',
    '处',
    value(count(repair, { at: 'createdAt', where: { kind: 'landscape', status: { not: 'dropped' } } })),
    '期内报修的景观照明故障',
    { by: ['status'] },
  ),
  plain(
    'switch-rate',
    '远程开关成功率',
    '%',
    ratio(
      count(switching, { at: 'createdAt', where: { status: 'done' } }),
      count(switching, { at: 'createdAt', where: { status: { not: 'sent' } } }),
    ),
    '期内下发并结束的开关灯操作中已执行的占比',
    { by: ['kind'] },
  ),
]
const works = [
  plain(
    'dark-places-open',
    '有路无灯未销号',
    '处',
    value(count(darkPlace, { where: { status: ['listed', 'funded', 'building'] } })),
    '现在清单上未点亮的点位',
    { by: ['status'] },
  ),
  plain(
    'dark-places-lit',
    '有路无灯点亮',
    '处',
    value(count(darkPlace, { at: 'closedAt', where: { status: 'lit' } })),
    '期内凭夜间照片销号的点位',
  ),
  plain(
    'retrofitted',
    '路灯节能改造',
    '盏',
    value(sum(retrofit, 'lampCount', { at: 'doneOn', where: { status: 'done' } })),
    '完成日期在期内、已验收批次的盏数',
    { by: ['control'] },
  ),
  plain(
    'retrofitted-traditional',
    '传统光源路灯节能改造',
    '盏',
    value(sum(retrofit, 'traditional', { at: 'doneOn', where: { status: 'done' } })),
    '其中改造前不是LED的',
  ),
  plain(
    'watt-saved',
    '节能改造节约功率',
    'W',
    value(sum(retrofit, 'wattSaved', { at: 'doneOn', where: { status: 'done' } })),
    '期内验收批次改造前后功率之差',
  ),
  plain('kwh', '照明用电', 'kWh', value(sum(meterMonth, 'kwh', { at: 'monthOn' })), '月份在期内的抄表电量', {
    by: ['kind', 'cabinet', 'month'],
  }),
  plain(
    'kwh-saved',
    '照明节电',
    'kWh',
    value(sum(meterMonth, 'savedKwh', { at: 'monthOn' })),
    '月份在期内、有上年同月可比的:上年同月 − 本月',
    { by: ['kind', 'cabinet', 'month'] },
  ),
  plain(
    'fee-saved',
    '照明节约电费',
    '万元',
    value(sum(meterMonth, 'savedFen', { at: 'monthOn' }), 1_000_000),
    '月份在期内、有上年同月可比的电费之差',
    { by: ['kind', 'cabinet', 'month'] },
  ),
  plain(
    'invested',
    '照明工程投资',
    '万元',
    value(sum(project, 'investFen', { at: 'createdAt', where: { status: { not: 'stopped' } } }), 1_000_000),
    '期内立项的照明工程投资',
    { by: ['kind', 'name', 'status'] },
  ),
  plain(
    'project-lamps',
    '照明工程安装路灯',
    '盏',
    value(sum(project, 'installed', { at: 'createdAt', where: { status: { not: 'stopped' } } })),
    '期内立项的照明工程至今安装的路灯',
    { by: ['kind', 'name'] },
  ),
  plain(
    'projects-done',
    '照明工程竣工',
    '项',
    value(count(project, { at: 'doneOn', where: { status: 'done' } })),
    '竣工日期在期内的照明工程',
    { by: ['kind', 'isLate'] },
  ),
  plain(
    'lane-invested',
    '背街小巷亮化投资',
    '万元',
    value(sum(laneProject, 'investFen', { at: 'createdAt' }), 1_000_000),
    '期内启动的背街小巷亮化项目投资',
    { by: ['name'] },
  ),
  plain(
    'lane-lamps',
    '背街小巷安装路灯',
    '盏',
    value(sum(laneProject, 'installed', { at: 'createdAt' })),
    '期内启动的背街小巷亮化项目至今安装的路灯',
    { by: ['name'] },
  ),
  plain(
    'lanes-dark',
    '未亮化街巷',
    '条',
    value(count(lane, { where: { light: { not: 'full' } } })),
    '现在没有路灯或部分有灯的街巷',
    {
      by: ['light'],
    },
  ),
  plain(
    'entrances',
    '高速出入口亮化节能双提升',
    '处',
    value(count(entrance, { at: 'doneOn', where: { status: 'done' } })),
    '完成日期在期内、照度提高且功率下降的出入口',
    { by: ['motorway'] },
  ),
  plain(
    'entrance-watt-saved',
    '高速出入口节约功率',
    'W',
    value(sum(entrance, 'wattSaved', { at: 'doneOn', where: { status: 'done' } })),
    '期内完成的出入口改造前后功率之差',
  ),
]
export const lightingIndicators: readonly Indicator[] = [...upkeep, ...works]
