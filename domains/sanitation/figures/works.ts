/** Counted figures of tonnage, vehicles, facilities, contracts and villages. */

import { atLeast, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { alarm } from '../alarm.ts'
import { renewal } from '../fleet/renewal.ts'
import { charger, vehicle } from '../fleet/vehicle.ts'
import { monthPay } from '../market/pay.ts'
import { tender } from '../market/tender.ts'
import { villageCheck, villageSubsidy } from '../market/village.ts'
import { facilityProject } from '../stations/centre.ts'
import { disinfection, restPlace, restUse } from '../stations/registers.ts'
import { repair } from '../stations/repair.ts'
import { districtDay, stationDay } from '../weighing/ledger.ts'
import { mixCheck } from '../weighing/mix.ts'
import { station } from '../weighing/station.ts'
import { ticket } from '../weighing/ticket.ts'
import { newEnergies, plantKinds } from '../words.ts'

const plain = indicatorsOf('sanitation')
const treated = { status: 'accepted', direction: 'in', stationKind: plantKinds } as const
const domestic = { ...treated, waste: { not: ['building'] } } as const
const tonnage = [
  plain(
    'treated-tons',
    '生活垃圾处理量',
    '万吨',
    value(sum(ticket, 'netT', { at: 'weighedAt', where: domestic }), 10_000),
    '过磅时间在期内、终端设施进厂的有效磅单净重;装修(建筑)垃圾不计',
    { by: ['stationName', 'waste', 'stationKind'] },
  ),
  plain(
    'treated-all',
    '处理各类垃圾',
    '吨',
    value(sum(ticket, 'netT', { at: 'weighedAt', where: treated })),
    '过磅时间在期内、终端设施进厂的有效磅单净重,含各类',
    { by: ['waste', 'stationName', 'fromPlace'] },
  ),
  plain(
    'treated-mean',
    '日均生活垃圾处理量',
    '吨/日',
    value(average(districtDay, 'treatedT', { at: 'dayOn' })),
    '期内有台账的各日处理量的平均',
  ),
  plain(
    'incineration-rate',
    '生活垃圾焚烧处理率',
    '%',
    ratio(
      sum(ticket, 'netT', { at: 'weighedAt', where: { ...domestic, stationKind: 'incinerator' } }),
      sum(ticket, 'netT', { at: 'weighedAt', where: domestic }),
    ),
    '期内焚烧厂进厂净重 ÷ 各终端设施进厂净重;装修(建筑)垃圾不计',
  ),
  plain(
    'burnt-tons',
    '焚烧处理生活垃圾',
    '万吨',
    value(sum(ticket, 'netT', { at: 'weighedAt', where: { ...domestic, stationKind: 'incinerator' } }), 10_000),
    '期内焚烧厂进厂的有效磅单净重;装修(建筑)垃圾不计',
    { by: ['stationName'] },
  ),
  plain(
    'harmless-rate',
    '生活垃圾无害化处理率',
    '%',
    ratio(sum(districtDay, 'harmlessT', { at: 'dayOn' }), sum(districtDay, 'collectedT', { at: 'dayOn' })),
    '期内各日无害化设施处理量之和 ÷ 收集量之和;存量跨日时单日可高于或低于100',
    { target: atLeast(100) },
  ),
  plain(
    'day-clear-rate',
    '生活垃圾日产日清率',
    '%',
    ratio(count(districtDay, { at: 'dayOn', where: { isClear: 'yes' } }), count(districtDay, { at: 'dayOn' })),
    '期内各站日末存量都不超过日能力的日数 ÷ 日数',
    { target: atLeast(100) },
  ),
  plain(
    'station-not-clear',
    '转运站未日产日清',
    '站日',
    value(count(stationDay, { at: 'dayOn', where: { isClear: 'no' } })),
    '期内日末存量超过日能力的站日',
    { by: ['name'] },
  ),
  plain(
    'tickets-corrected',
    '过磅单更正',
    '张',
    value(count(ticket, { at: 'weighedAt', where: { status: 'accepted' }, and: 'r.first_gross_kg is not null' })),
    '期内经更正的有效磅单',
  ),
  plain('mix-checks', '工业垃圾混装检查', '次', value(count(mixCheck, { at: 'createdAt' })), '期内开箱检查', {
    by: ['result', 'stationName', 'status'],
  }),
  plain(
    'mix-found',
    '混装拒收',
    '车',
    value(count(mixCheck, { at: 'createdAt', where: { result: 'mixed' } })),
    '期内查出混装并拒收的',
    { by: ['status', 'producer', 'route'] },
  ),
]
const running = { state: { not: 'scrapped' } } as const
const fleet = [
  plain('vehicles', '环卫作业车辆', '辆', value(count(vehicle, { where: running })), '现在未淘汰的', {
    by: ['kind', 'energy', 'emission', 'state', 'operator'],
  }),
  plain('vehicles-added', '新增环卫作业车', '辆', value(count(vehicle, { at: 'acquiredOn' })), '购置日期在期内的', {
    by: ['kind', 'energy', 'operator'],
  }),
  plain(
    'new-energy-added',
    '新增新能源环卫车辆',
    '辆',
    value(count(vehicle, { at: 'acquiredOn', where: { energy: newEnergies } })),
    '购置日期在期内的纯电动、氢燃料、插电混动',
    { by: ['kind', 'energy'] },
  ),
  plain(
    'new-energy-share',
    '新能源环卫车辆占比',
    '%',
    ratio(count(vehicle, { where: { ...running, energy: newEnergies } }), count(vehicle, { where: running })),
    '现在未淘汰的车辆中新能源的占比',
    { by: ['kind', 'operator'], target: atLeast(30, '本局车辆更新计划(示例)') },
  ),
  plain(
    'g3-scrapped',
    '淘汰国三柴油运输车',
    '辆',
    value(count(vehicle, { at: 'scrappedOn', where: { emission: 'g3', energy: 'diesel' } })),
    '淘汰日期在期内的国三柴油车',
    { by: ['kind'] },
  ),
  plain(
    'subsidy',
    '新能源环卫车辆补贴',
    '万元',
    value(sum(vehicle, 'subsidyFen', { at: 'acquiredOn' }), 1_000_000),
    '购置日期在期内车辆的补贴',
  ),
  plain('chargers', '环卫充电(加氢)场所', '处', value(count(charger, { where: { isOpen: true } })), '现在可用的'),
  plain(
    'renewals-met',
    '车辆更新计划完成',
    '项',
    value(count(renewal, { at: 'closedAt', where: { isMet: 'yes' } })),
    '期内总结、数量与新能源占比都达到的更新计划',
  ),
]
const places = [
  plain('rest-places', '环卫休息场所', '处', value(count(restPlace, { where: { state: { not: 'closed' } } })), '现在未停用的', {
    by: ['state'],
  }),
  plain('rest-places-built', '新建环卫休息场所', '处', value(count(restPlace, { at: 'builtOn' })), '建成日期在期内的'),
  plain('rest-people', '环卫休息场所使用', '人次', value(sum(restUse, 'people', { at: 'dayOn' })), '日期在期内的使用人次', {
    by: ['name'],
  }),
  plain('stations', '转运站与处理设施', '座', value(count(station)), '台账中未注销的', { by: ['kind', 'state'] }),
  plain(
    'stations-built',
    '新改建转运站',
    '座',
    value(count(station, { at: 'builtOn', where: { kind: ['transfer', 'relay', 'collect'] } })),
    '建成(改建)日期在期内的转运站、中转站、收集站',
    { by: ['buildKind', 'kind'] },
  ),
  plain(
    'station-repairs',
    '垃圾收集站维护',
    '次',
    value(count(repair, { at: 'fixedAt', where: { kind: 'station' } })),
    '期内修复的转运站、收集站',
    { by: ['name'] },
  ),
  plain(
    'repair-in-time',
    '环卫设施维修及时率',
    '%',
    ratio(count(repair, { at: 'createdAt', and: 'r.fixed_at <= r.repair_due_at' }), count(repair, { at: 'createdAt' })),
    '期内报修的环卫设施在期限内修复的占比',
    { by: ['kind'] },
  ),
  plain('disinfections', '环卫设施消杀', '次', value(count(disinfection, { at: 'at' })), '期内消杀记录', {
    by: ['kind', 'agent'],
  }),
  plain('facility-projects', '垃圾处理设施项目', '个', value(count(facilityProject)), '环卫设施建设项目,按阶段分', {
    by: ['status', 'name'],
  }),
  plain('alarms-open', '环卫异常未处理', '起', value(count(alarm, { where: { status: 'raised' } })), '现在未处理的', {
    by: ['kind'],
  }),
  plain('alarms', '环卫异常', '起', value(count(alarm, { at: 'happenedAt' })), '期内发现的', { by: ['kind', 'status'] }),
]
const contracts = [
  plain(
    'tenders-taken',
    '环卫市场化接管',
    '项',
    value(count(tender, { at: 'takenOn', where: { status: ['performing', 'ended'] } })),
    '接管日期在期内的',
    { by: ['winner', 'round'] },
  ),
  plain(
    'contract-yearly',
    '环卫市场化合同年费',
    '万元',
    value(sum(tender, 'bidWan', { where: { status: 'performing' } })),
    '现在履约中的合同年费之和',
    { by: ['winner'] },
  ),
  plain(
    'paid',
    '环卫作业费',
    '万元',
    value(sum(monthPay, 'payFen', { at: 'monthOn', where: { status: ['approved', 'paid'] } }), 1_000_000),
    '月份在期内、已审批的应付',
    {
      by: ['operator', 'month'],
    },
  ),
  plain(
    'village-score',
    '村庄环境检查均分',
    '分',
    value(average(villageCheck, 'score', { at: 'createdAt' })),
    '期内村庄检查的平均分',
    { by: ['town', 'name'], decimals: 2 },
  ),
  plain('village-checks', '村庄环境检查', '次', value(count(villageCheck, { at: 'createdAt' })), '期内村庄检查', {
    by: ['town', 'status', 'weakest'],
  }),
  plain(
    'village-subsidy',
    '村庄管护补助',
    '万元',
    value(sum(villageSubsidy, 'payFen', { at: 'quarterOn', where: { status: ['approved', 'paid'] } }), 1_000_000),
    '季度在期内、已批准的补助',
    { by: ['town', 'name'] },
  ),
]
export const worksFigures: readonly Indicator[] = [...tonnage, ...fleet, ...places, ...contracts]
