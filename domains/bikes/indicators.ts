/** Counted figures of bikes. */
import { atLeast, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { dispatch, repair } from './dispatch.ts'
import { bikeNow, peakMinutes, stock } from './records.ts'
import { bike, line, operator, station, sunshade, towed } from './registers.ts'
import { ride } from './ride.ts'
import { disorder, score, talk } from './shared-bike.ts'
import { campaign, linePlan, towClaim } from './street.ts'

const plain = indicatorsOf('bikes')
const publicBikes = [
  plain('stations-new', '新增公共自行车站点', '个', value(count(station, { at: 'openedOn' })), '启用日期在期内的站点', {
    by: ['mode'],
  }),
  plain(
    'docks-new',
    '新增公共自行车车桩',
    '个',
    value(sum(station, 'docks', { at: 'openedOn' })),
    '启用日期在期内的站点车桩之和',
  ),
  plain('bikes-new', '投放公共自行车', '辆', value(count(bike, { at: 'inServiceOn' })), '投放日期在期内的车辆'),
  plain('bikes', '公共自行车', '辆', value(count(bikeNow)), '现有车辆,按在桩、借出、维修、失踪', { by: ['state'] }),
  plain('rides', '公共自行车骑行', '次', value(count(ride, { at: 'borrowedAt' })), '借车时间在期内的订单', { by: ['status'] }),
  plain(
    'overflow-returns',
    '蓝牙溢出还车',
    '辆次',
    value(count(ride, { at: 'returnedAt', where: { way: 'bluetooth' } })),
    '期内桩位已满、在蓝牙围栏内还车',
    { by: ['toStation'] },
  ),
  plain(
    'repairs',
    '公共自行车维修',
    '次',
    value(count(repair, { at: 'fixedAt', where: { status: 'fixed' } })),
    '期内修复完成的公共自行车维修单',
    {
      by: ['what'],
    },
  ),
  plain('dispatches', '空满桩调度', '次', value(count(dispatch, { at: 'createdAt' })), '期内高峰达到阈值的调度单', {
    by: ['need', 'peak', 'station', 'status'],
  }),
  plain('bikes-moved', '调度车辆', '辆次', value(sum(dispatch, 'moved', { at: 'doneAt' })), '期内完成的调度送(运)辆数', {
    by: ['need'],
  }),
  plain(
    'dispatch-in-time-rate',
    '调度及时率',
    '%',
    ratio(
      count(dispatch, { at: 'createdAt', and: 'r.done_at <= r.move_due_at' }),
      count(dispatch, { at: 'createdAt', where: { status: { not: 'cancelled' } } }),
    ),
    '期内调度单中期限内完成的占比;取消的不计',
    { by: ['need'], target: atLeast(90, '本局公共自行车运营管理办法(示例)') },
  ),
  plain(
    'full-minutes',
    '高峰满桩时长',
    '分钟',
    value(average(peakMinutes, 'fullMinutes', { at: 'peakOn' })),
    '期内每站每个高峰满桩分钟的平均;按当时模式分即“有桩+蓝牙”前后',
    { decimals: 1, by: ['mode', 'peak', 'station'] },
  ),
  plain(
    'empty-minutes',
    '高峰空桩时长',
    '分钟',
    value(average(peakMinutes, 'emptyMinutes', { at: 'peakOn' })),
    '期内每站每个高峰空桩分钟的平均',
    { decimals: 1, by: ['mode', 'peak', 'station'] },
  ),
]
const order = [
  plain('over-quota', '超额投放企业', '家', value(count(operator, { and: 'r.fleet > r.quota' })), '现有车辆超过核定投放的企业'),
  plain('fleet', '共享自行车', '辆', value(sum(operator, 'fleet')), '各企业现有车辆之和', { by: ['name'] }),
  plain('disorders', '非机动车停放问题', '起', value(count(disorder, { at: 'createdAt' })), '期内上报的停放问题', {
    by: ['kind', 'duty', 'operator', 'street', 'status'],
  }),
  plain(
    'tidied-in-time-rate',
    '停放问题按时整改率',
    '%',
    ratio(count(disorder, { at: 'createdAt', and: 'r.tidied_at <= r.tidy_due_at' }), count(disorder, { at: 'createdAt' })),
    '期内上报的停放问题中期限内整改的占比',
    { by: ['duty', 'operator'], target: atLeast(90, '本局共享自行车停放考评办法(示例)') },
  ),
  plain(
    'operator-score',
    '共享自行车企业考评得分',
    '分',
    value(average(score, 'points', { at: 'monthOn', where: { status: 'published' } })),
    '月份在期内、已公布的考评得分平均',
    { by: ['operatorName', 'month'] },
  ),
  plain('talks', '约谈共享自行车企业', '次', value(sum(talk, 'times', { at: 'heldOn' })), '期内(按最近一次)约谈次数', {
    by: ['operatorName'],
  }),
  plain('lines-m', '施划非机动车停车线', '米', value(sum(line, 'lengthM', { at: 'paintedOn' })), '施划日期在期内的停车线长度', {
    by: ['direction'],
  }),
  plain(
    'lines-capacity',
    '新增非机动车停放容量',
    '辆',
    value(sum(line, 'capacity', { at: 'paintedOn' })),
    '施划日期在期内的可停辆数',
    {
      by: ['direction'],
    },
  ),
  plain('line-plans', '待划线点位', '处', value(count(linePlan)), '挖掘停车资源清单上的点位', { by: ['status'] }),
  plain('sunshades', '红灯等候区遮阳棚', '个', value(count(sunshade, { at: 'builtOn' })), '建成日期在期内的遮阳棚'),
  plain('towed', '拖移违停非机动车', '辆', value(count(towed, { at: 'towedAt' })), '拖移时间在期内的车辆', {
    by: ['kind', 'batch', 'state', 'street', 'yard'],
  }),
  plain(
    'claimed-rate',
    '拖移车辆认领率',
    '%',
    ratio(count(towed, { at: 'towedAt', where: { state: ['claimed', 'operator'] } }), count(towed, { at: 'towedAt' })),
    '期内拖移的车辆中已由车主、企业领回的占比',
    { by: ['kind'] },
  ),
  plain('tow-fees', '拖移收费', '万元', value(sum(towClaim, 'feeFen', { at: 'doneOn' }), 1_000_000), '期内认领收取的费用', {
    decimals: 4,
  }),
  plain(
    'tricycles',
    '三轮车存量',
    '辆',
    value(sum(stock, 'inUse', { at: 'countedOn', where: { kind: 'three' } })),
    '统计日期在期内的三轮车在用数;按统计日期分即各期存量',
    { by: ['countedOn', 'street'] },
  ),
  plain(
    'two-wheelers',
    '二轮车存量',
    '辆',
    value(sum(stock, 'inUse', { at: 'countedOn', where: { kind: 'two' } })),
    '统计日期在期内的二轮车在用数',
    {
      by: ['countedOn', 'street'],
    },
  ),
  plain(
    'wheel-violations',
    '二、三轮车交通违法',
    '起',
    value(sum(stock, 'violations', { at: 'countedOn' })),
    '统计日期在期内登记的交通违法',
    {
      by: ['kind'],
    },
  ),
  plain(
    'campaign-handled',
    '二、三轮车联合查处',
    '辆',
    value(sum(campaign, 'handled', { at: 'startOn' })),
    '期内启动的专项整治累计查处',
  ),
  plain(
    'tricycles-reduced',
    '三轮车减少',
    '辆',
    value(sum(campaign, 'reduced', { at: 'startOn' })),
    '期内启动的专项整治:起始存量 − 最近存量',
    {
      by: ['name'],
    },
  ),
]
export const bikesIndicators: readonly Indicator[] = [...publicBikes, ...order]
