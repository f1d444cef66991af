/** Counted figures of parks, old trees and the public. */
import { atLeast, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { expo, medal } from './parks/expo.ts'
import { park } from './parks/park.ts'
import { repair } from './parks/repair.ts'
import { takeover } from './parks/takeover.ts'
import { activity, base } from './public/activity.ts'
import { booking, duty } from './public/booking.ts'
import { donation } from './public/donation.ts'
import { basis } from './spaces/space.ts'
import { adoption } from './trees/adoption.ts'
import { ancient, patrol } from './trees/ancient.ts'
import { incident } from './trees/incident.ts'
import { rescue } from './trees/rescue.ts'

const plain = indicatorsOf('greening')
const held = { status: ['held', 'growing'] } as const
const parks = [
  plain('parks', '公园', '个', value(count(park)), '台账中现有的公园', { by: ['class', 'level', 'star', 'batch', 'state'] }),
  plain('parks-listed', '公园名录', '个', value(count(park, { at: 'listedOn' })), '期内列入名录、现仍在册的公园', {
    by: ['batch', 'class'],
  }),
  plain('parks-standard', '标准化达标公园', '个', value(count(park, { where: { standard: 'passed' } })), '现在达标的公园', {
    by: ['level'],
  }),
  plain('wifi-rate', '公园WiFi覆盖率', '%', ratio(sum(park, 'wifiM2'), sum(park, 'areaM2')), 'WiFi 覆盖面积 ÷ 公园面积', {
    by: ['name'],
  }),
  plain('takeovers', '公园绿地接收', '处', value(count(takeover, { at: 'dutyOn' })), '接收日期在期内的公园绿地', {
    by: ['giver'],
  }),
  plain(
    'takeover-money',
    '接收整治费用',
    '万元',
    value(sum(takeover, 'moneyFen', { at: 'dutyOn' }), 1_000_000),
    '期内接收的整治费用',
  ),
  plain('repairs', '园林设施维修', '项', value(count(repair, { at: 'openedOn' })), '期内修复恢复', { by: ['park', 'isLate'] }),
  plain('repair-money', '设施维修费用', '万元', value(sum(repair, 'spentFen', { at: 'openedOn' }), 1_000_000), '期内维修费用'),
  plain('expos', '园林参展', '次', value(count(expo, { where: { status: { not: 'dropped' } } })), '期内参加的园林展会', {
    by: ['level', 'status'],
  }),
  plain('medals', '参展获奖', '个', value(sum(medal, 'count', { at: 'wonOn' })), '期内奖牌,逐枚登记', {
    by: ['level', 'category', 'expo'],
  }),
]
const events = [
  plain('activities', '园林活动', '场', value(count(activity, { at: 'heldOn', where: held })), '期内举办的活动', {
    by: ['kind', 'month', 'park'],
  }),
  plain(
    'flower-events',
    '园事花事活动',
    '场',
    value(count(activity, { at: 'heldOn', where: { ...held, kind: 'flower' } })),
    '每月不少于一场',
    { by: ['month'] },
  ),
  plain(
    'centre-events',
    '流动园艺中心活动',
    '场',
    value(count(activity, { at: 'heldOn', where: { ...held, kind: 'centre' } })),
    '流动园艺课堂等活动',
    { by: ['month'] },
  ),
  plain(
    'centre-materials',
    '园艺物料发放',
    '份',
    value(sum(activity, 'materials', { at: 'heldOn', where: { ...held, kind: 'centre' } })),
    '流动园艺中心发放',
  ),
  plain('visitors-site', '活动现场人次', '人次', value(sum(activity, 'onSite', { at: 'heldOn', where: held })), '现场,不含线上', {
    by: ['kind'],
  }),
  plain(
    'visitors-online',
    '活动线上人次',
    '人次',
    value(sum(activity, 'online', { at: 'heldOn', where: held })),
    '云赏花等线上,不含现场',
    { by: ['kind'] },
  ),
  plain(
    'bookings',
    '活动预约',
    '人',
    value(sum(booking, 'people', { where: { status: { not: 'cancelled' } } })),
    '期内预约的人数,取消的不计',
    {
      by: ['status'],
    },
  ),
  plain(
    'planting-events',
    '义务植树活动',
    '场',
    value(count(activity, { at: 'heldOn', where: { ...held, kind: 'planting' } })),
    '线上线下植树',
    { by: ['mode'] },
  ),
  plain('trees-planted', '义务植树', '株', value(sum(activity, 'planted', { at: 'heldOn', where: held })), '现场植树株数'),
  plain(
    'planting-survival',
    '义务植树成活率',
    '%',
    ratio(
      sum(activity, 'survived', { where: { ...held, kind: 'planting' } }),
      sum(activity, 'planted', { where: { ...held, kind: 'planting' }, and: 'r.survived is not null' }),
    ),
    '已查成活 ÷ 已查植树',
  ),
  plain(
    'duty-rate',
    '义务植树尽责率',
    '%',
    ratio(sum(duty, 'people', { at: 'doneOn' }), sum(basis, 'dutyPopulation', { where: { current: 'yes' } })),
    '期内尽责人数 ÷ 适龄人口',
    { target: atLeast(85, '全民义务植树') },
  ),
  plain('duty-people', '义务植树尽责人数', '人', value(sum(duty, 'people', { at: 'doneOn' })), '按每人应植株数折算', {
    by: ['form'],
  }),
  plain('groves', '营造纪念林', '个', value(count(base, { at: 'builtOn', where: { kind: 'grove' } })), '期内建成的纪念林'),
  plain('planting-bases', '义务植树基地', '个', value(count(base, { where: { kind: 'base' } })), '台账中现有的义务植树基地', {
    by: ['tier'],
  }),
  plain(
    'hall-visits',
    '展览馆参观',
    '人次',
    value(sum(activity, 'onSite', { at: 'heldOn', where: { ...held, kind: 'hall' } })),
    '期内展览馆参观(讲解)人次',
  ),
  plain(
    'donations',
    '绿化爱心捐赠',
    '元',
    value(sum(donation, 'amountFen', { at: 'receivedOn', where: { status: { not: 'returned' } } }), 100),
    '期内收讫的捐赠金额',
    { by: ['channel'] },
  ),
  plain(
    'donations-used',
    '捐赠使用率',
    '%',
    ratio(
      sum(donation, 'usedFen', { where: { status: { not: 'returned' } } }),
      sum(donation, 'amountFen', { where: { status: { not: 'returned' } } }),
    ),
    '已用 ÷ 收讫',
  ),
]
const trees = [
  plain('ancient-trees', '古树名木', '株', value(count(ancient)), '古树名木及后备资源', { by: ['grade', 'health', 'species'] }),
  plain(
    'patrols',
    '古树巡护',
    '次',
    value(count(patrol, { at: 'patrolledOn', where: { status: 'done' } })),
    '期内完成的古树巡护',
  ),
  plain(
    'patrols-on-time',
    '古树巡护按期率',
    '%',
    ratio(
      count(patrol, { at: 'patrolledOn', where: { status: 'done', isOnTime: true } }),
      count(patrol, { at: 'patrolledOn', where: { status: 'done' } }),
    ),
    '按期巡护 ÷ 巡护',
  ),
  plain('incidents', '古树侵害', '件', value(count(incident)), '登记的侵害', { by: ['harm', 'status'] }),
  plain('rescues', '古树抢救复壮', '株', value(count(rescue, { at: 'worksOn' })), '期内施工的抢救复壮'),
  plain(
    'rescue-rate',
    '古树复壮成功率',
    '%',
    ratio(count(rescue, { at: 'endedOn', where: { status: 'saved' } }), count(rescue, { at: 'endedOn' })),
    '已复壮 ÷ 已结束',
  ),
  plain('adopted', '认养树木', '株', value(count(adoption, { where: { status: 'adopted' } })), '现在认养中', {
    by: ['kind', 'way'],
  }),
  plain(
    'adoption-fees',
    '认养费',
    '元',
    value(sum(adoption, 'feeFen', { at: 'paidOn', where: { status: { not: 'cancelled' } } }), 100),
    '期内认养费(取消的不计)',
  ),
]
export const publicIndicators: readonly Indicator[] = [...parks, ...events, ...trees]
