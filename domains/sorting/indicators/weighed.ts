/** What was weighed: streams, recovery, special wastes and plants. */
import { atLeast, atMost, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { bulky, bulkyPoint } from '../collection/bulky.ts'
import { contract, pickup } from '../collection/food.ts'
import { intake } from '../collection/intake.ts'
import { organicScheme, organicSource } from '../collection/organic.ts'
import { plant, plantDay, project } from '../collection/plant.ts'
import { month, quota } from '../collection/town.ts'
import { event } from '../recycling/event.ts'
import { flow, site } from '../recycling/site.ts'

const plain = indicatorsOf('sorting')
const cleared = { source: 'weighbridge', isHousehold: true, isFirst: true } as const
const streams = [
  plain(
    'cleared',
    '生活垃圾清运量',
    '吨',
    value(sum(intake, 'kg', { at: 'weighedOn', where: cleared }), 1000),
    '期内首次过磅的生活垃圾净重',
    { by: ['waste', 'place', 'town'] },
  ),
  plain(
    'kitchen-share',
    '厨余垃圾分出率',
    '%',
    ratio(
      sum(intake, 'kg', { at: 'weighedOn', where: { ...cleared, waste: 'kitchen' } }),
      sum(intake, 'kg', { at: 'weighedOn', where: { ...cleared, waste: ['kitchen', 'other'] } }),
    ),
    '厨余净重 ÷ (厨余 + 其他)净重,按首次过磅',
    { by: ['place', 'town'], target: atLeast(16, '年度目标:16%以上') },
  ),
  plain(
    'recovery-rate',
    '生活垃圾回收利用率',
    '%',
    ratio(
      sum(intake, 'kg', { at: 'weighedOn', where: { source: 'recovery' } }),
      sum(intake, 'kg', { at: 'weighedOn', and: `(r.source = 'recovery' or (r.is_household and r.is_first))` }),
    ),
    '可回收物回收量(三级体系首次过秤) ÷ (可回收物回收量 + 生活垃圾清运量),同期同区域',
    { by: ['town'] },
  ),
  plain(
    'incineration-rate',
    '生活垃圾焚烧处理率',
    '%',
    ratio(
      sum(intake, 'kg', {
        at: 'weighedOn',
        where: { source: 'weighbridge', direction: 'in', treatment: 'incineration', isHousehold: true },
      }),
      sum(intake, 'kg', {
        at: 'weighedOn',
        where: { source: 'weighbridge', direction: 'in', treatment: { not: 'transfer' }, isHousehold: true },
      }),
    ),
    '进焚烧厂净重 ÷ 进各处理厂净重',
  ),
  plain('ceilings', '生活垃圾总量配额', '吨', value(sum(quota, 'ceilingT', { at: 'yearOn' })), '各镇(街)全年上限之和', {
    by: ['town', 'year'],
  }),
  plain(
    'used-rate',
    '生活垃圾总量配额已用',
    '%',
    ratio(sum(intake, 'kg', { at: 'weighedOn', where: cleared }), sum(quota, 'ceilingT', { at: 'yearOn' }), 0.1),
    '期内清运量 ÷ 期内起算年度的上限',
    {
      by: ['town'],
      target: atMost(100, '年度总量控制'),
    },
  ),
  plain(
    'town-fee',
    '镇(街)垃圾处理费',
    '万元',
    value(sum(month, 'feeFen', { at: 'monthOn' }), 1_000_000),
    '期内各月按清运量应缴',
    { by: ['town', 'month'] },
  ),
  plain(
    'low-value-times',
    '人均低价值可回收物回收量较上年倍数',
    '倍',
    ratio(
      sum(month, 'lowPerHead', { at: 'monthOn', and: 'r.low_before is not null' }),
      sum(month, 'lowBefore', { at: 'monthOn' }),
      1,
    ),
    '期内各月人均之和 ÷ 上年同月人均之和',
    { decimals: 2, target: atLeast(2, '年度目标:翻一番') },
  ),
]
const recycling = [
  plain(
    'recovered',
    '可回收物回收量',
    '吨',
    value(sum(flow, 'kg', { at: 'dayOn', where: { kind: 'buy' } }), 1000),
    '期内三级体系收购(首次过秤)',
    { by: ['material', 'site', 'place', 'isLowValue'] },
  ),
  plain(
    'low-value',
    '低价值可回收物回收量',
    '吨',
    value(sum(flow, 'kg', { at: 'dayOn', where: { kind: 'buy', isLowValue: true } }), 1000),
    '期内收购的低价值品类',
    { by: ['material'] },
  ),
  plain(
    'subsidy',
    '低价值可回收物补贴',
    '元',
    value(sum(flow, 'subsidyFen', { at: 'dayOn', where: { kind: 'buy' } }), 100),
    '期内按交投当日价格结算的补贴',
    { by: ['material'] },
  ),
  plain('sites', '回收点、站、中心', '个', value(count(site, { where: { status: 'running' } })), '现在营业的站点', {
    by: ['level', 'isFused'],
  }),
  plain(
    'fused-rate',
    '两网融合率',
    '%',
    ratio(
      count(site, { where: { status: 'running', isFused: true } }),
      count(site, { where: { status: 'running', level: ['point', 'station'] } }),
    ),
    '与环卫收集点同址的回收点站 ÷ 回收点站',
  ),
  plain('sold', '可回收物销售', '吨', value(sum(flow, 'kg', { at: 'dayOn', where: { kind: 'sell' } }), 1000), '期内出库销售', {
    by: ['material', 'site'],
  }),
  plain(
    'residue',
    '分拣残渣送焚烧',
    '吨',
    value(sum(flow, 'kg', { at: 'dayOn', where: { kind: 'residue' } }), 1000),
    '期内分拣中心送焚烧的残渣',
    { by: ['site'] },
  ),
  plain(
    'events',
    '资源回收活动',
    '场',
    value(count(event, { at: 'heldOn', where: { status: 'held' } })),
    '举办日期在期内的回收活动',
    {
      by: ['place'],
    },
  ),
  plain(
    'event-compounds',
    '资源回收活动覆盖小区',
    '个',
    value(count(event, { at: 'heldOn', where: { status: 'held', isFirst: true } })),
    '期内活动中本年首场的小区',
  ),
  plain(
    'event-kg',
    '资源回收活动回收量',
    'kg',
    value(sum(event, 'kg', { at: 'heldOn', where: { status: 'held' } })),
    '期内活动回收重量',
    { decimals: 1, by: ['place'] },
  ),
]
const special = [
  plain(
    'producers',
    '餐厨废弃物签约产废单位',
    '家',
    value(count(contract, { where: { status: 'signed' } })),
    '现在合同有效的产废单位',
    { by: ['collector'] },
  ),
  plain(
    'producers-unsigned',
    '餐厨废弃物待签约单位',
    '家',
    value(count(contract, { where: { status: ['listed', 'ended'] } })),
    '已登记未签约或合同已止',
    { by: ['status'] },
  ),
  plain(
    'contract-collected-rate',
    '餐厨废弃物签约收集率',
    '%',
    ratio(count(contract, { where: { status: 'signed', isCollected: true } }), count(contract, { where: { status: 'signed' } })),
    '最近约定日已收运的签约单位 ÷ 签约单位',
    {
      target: atLeast(100, '年度目标'),
    },
  ),
  plain(
    'pickup-rate',
    '餐厨按约收运率',
    '%',
    ratio(count(pickup, { at: 'dayOn', where: { isPicked: true } }), count(pickup, { at: 'dayOn' })),
    '期内约定收运日中已收的占比',
    { by: ['contract'] },
  ),
  plain('food-waste', '餐厨废弃物收运量', '吨', value(sum(pickup, 'kg', { at: 'dayOn' }), 1000), '期内收运签收重量', {
    by: ['contract'],
  }),
  plain(
    'bulky-orders',
    '大件垃圾预约收运',
    '单',
    value(count(bulky, { at: 'createdAt', where: { status: { not: 'cancelled' } } })),
    '期内登记的大件预约,取消的另见状态',
    { by: ['status', 'team'] },
  ),
  plain(
    'bulky-pieces',
    '大件垃圾收运',
    '件',
    value(sum(bulky, 'pieces', { at: 'collectedOn', where: { status: 'collected' } })),
    '期内收运件数',
    { by: ['team'] },
  ),
  plain(
    'bulky-stock',
    '大件暂存点存量',
    'm³',
    value(sum(bulkyPoint, 'stockM3', { where: { status: 'open' } })),
    '各暂存点现在的存量之和',
    {
      by: ['name'],
    },
  ),
  plain('bulky-points', '大件垃圾暂存点(运营)', '个', value(count(bulkyPoint, { where: { status: 'open' } })), '现在使用中', {
    by: ['isFull'],
  }),
  plain(
    'bulky-wood-share',
    '大件拆解木材占比',
    '%',
    ratio(sum(bulkyPoint, 'woodKg'), sum(bulkyPoint, 'clearedKg')),
    '拆出木材 ÷ 清出重量',
  ),
  plain(
    'plant-load',
    '处置终端设施负荷率',
    '%',
    ratio(
      sum(plantDay, 'intakeT', { at: 'dayOn', where: { status: 'filed' } }),
      sum(plantDay, 'designT', { at: 'dayOn', where: { status: 'filed' } }),
    ),
    '期内进厂 ÷ 设计能力 × 填报日',
    { by: ['plant'] },
  ),
  plain(
    'plant-over',
    '终端设施超负荷',
    '天',
    value(count(plantDay, { at: 'dayOn', where: { status: 'filed', isOver: true } })),
    '期内超过预警线的日报',
    { by: ['plant'] },
  ),
  plain(
    'plant-down',
    '终端设施停机',
    '小时',
    value(sum(plantDay, 'downHours', { at: 'dayOn', where: { status: 'filed' } })),
    '期内日报登记的停机小时数之和',
    { by: ['plant'] },
  ),
  plain(
    'plant-capacity',
    '处置终端能力',
    '吨/日',
    value(sum(plant, 'designT', { where: { status: 'running' } })),
    '现在运行设施的设计能力',
    { by: ['stream'] },
  ),
  plain(
    'capacity-added',
    '新增终端处置能力',
    '吨/日',
    value(sum(project, 'designT', { at: 'commissionedOn', where: { status: 'running' } })),
    '期内投运项目的新增能力',
    { by: ['stream', 'kind'] },
  ),
  plain(
    'kitchen-capacity-added',
    '新增厨余(餐厨)垃圾终端处置能力',
    '吨/日',
    value(sum(project, 'designT', { at: 'commissionedOn', where: { status: 'running', stream: 'kitchen' } })),
    '期内投运的厨余(餐厨)项目',
  ),
  plain(
    'projects-building',
    '在建垃圾处理设施项目',
    '个',
    value(count(project, { where: { status: 'building' } })),
    '现在建设中的项目',
    { by: ['kind', 'stream'] },
  ),
  plain(
    'stations-retrofitted',
    '改造分类中转站',
    '座',
    value(count(project, { at: 'commissionedOn', where: { kind: 'station', status: 'running' } })),
    '期内投运的分类中转站改造',
  ),
  plain('organic', '有机废弃物年产生量', '吨', value(sum(organicSource, 'tons')), '底数调查合计', { by: ['kind', 'outlet'] }),
  plain(
    'organic-used-rate',
    '有机废弃物利用率',
    '%',
    ratio(sum(organicSource, 'tons', { where: { outlet: ['compost', 'biogas', 'feed'] } }), sum(organicSource, 'tons')),
    '已利用 ÷ 年产生',
    { by: ['kind'] },
  ),
  plain('organic-measures-done', '有机废弃物方案完成措施', '条', value(sum(organicScheme, 'done')), '已完成的措施', {
    by: ['name'],
  }),
]
export const weighedIndicators: readonly Indicator[] = [...streams, ...recycling, ...special]
