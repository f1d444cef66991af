/** Counted figures of roads and collection. */
import { atLeast, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { binRemoval } from '../collection/bin-removal.ts'
import { complaint } from '../collection/complaint.ts'
import { pickup } from '../collection/pickup.ts'
import { pointCheck } from '../collection/point-check.ts'
import { streetBin } from '../collection/registers.ts'
import { collectorJob } from '../sweeping/collector-job.ts'
import { order } from '../sweeping/order.ts'
import { pass, postCheck, roadDay, washWeek } from '../sweeping/records.ts'
import { collector } from '../sweeping/registers.ts'
import { roadCheck } from '../sweeping/road-check.ts'

const plain = indicatorsOf('sanitation')
const main = { class: ['trunk', 'secondary'] } as const
const slow = { class: ['slow', 'pavement', 'lane'], zone: 'core' } as const
const ended = { status: { not: ['planned', 'exempt'] } } as const
const roads = [
  plain(
    'machine-rate',
    '主次干道机械化清扫率',
    '%',
    ratio(sum(roadDay, 'machineM2', { at: 'dayOn', where: main }), sum(roadDay, 'areaM2', { at: 'dayOn', where: main })),
    '期内各日主次干道机扫、洗扫覆盖的面积之和 ÷ 应清扫面积之和;免作业的日子不计,没有机扫任务的主次干道照计;城区、郊园区分别看“片区”',
    { by: ['zone', 'operator', 'class', 'town', 'name'], target: atLeast(98, '2022年度实施意见') },
  ),
  plain(
    'machine-km-rate',
    '主次干道机械化清扫里程率',
    '%',
    ratio(sum(roadDay, 'machineKm', { at: 'dayOn', where: main }), sum(roadDay, 'lengthKm', { at: 'dayOn', where: main })),
    '期内各日机扫、洗扫作业里程之和 ÷ 应清扫道路长度之和;一日多趟的里程累计,可超过100',
    { by: ['zone', 'operator', 'town'] },
  ),
  plain(
    'water-rate',
    '核心片区慢车道人行道背街小巷水扫率',
    '%',
    ratio(sum(roadDay, 'waterM2', { at: 'dayOn', where: slow }), sum(roadDay, 'waterAreaM2', { at: 'dayOn', where: slow })),
    '期内各日核心片区慢车道、人行道、背街小巷洗扫、冲洗覆盖的面积之和 ÷ 应水扫面积之和;低温、降雨免作业的不计',
    { by: ['class', 'operator', 'town', 'name'], target: atLeast(80, '2022年度实施意见') },
  ),
  plain(
    'night-rate',
    '夜间保洁覆盖率',
    '%',
    ratio(
      count(roadDay, { at: 'dayOn', where: { nightDone: 'yes' } }),
      count(roadDay, { at: 'dayOn', where: { nightPlanned: 'yes' } }),
    ),
    '期内各夜组团三车都到的道路 ÷ 计划夜间保洁的道路',
    { by: ['town', 'operator'], target: atLeast(100) },
  ),
  plain(
    'dust-met-rate',
    '降尘作业达标率',
    '%',
    ratio(
      count(roadDay, { at: 'dayOn', where: { dustMet: 'yes' } }),
      count(roadDay, { at: 'dayOn', where: { dustMet: ['yes', 'no'] } }),
    ),
    '期内降尘次数达到最低要求的道路日 ÷ 应降尘的道路日;免作业的不计',
    { by: ['town', 'operator', 'zone'] },
  ),
  plain('dust-runs', '道路降尘作业', '次', value(sum(roadDay, 'dustTimes', { at: 'dayOn' })), '期内洒水、雾炮、洗扫的次数', {
    by: ['town', 'operator', 'name'],
  }),
  plain(
    'dust-mean',
    '重点道路日均降尘频次',
    '次/日',
    value(average(roadDay, 'dustTimes', { at: 'dayOn', where: { dustMet: ['yes', 'no'] } })),
    '期内应降尘的道路平均每日洒水、雾炮、洗扫次数',
    { by: ['town', 'name'] },
  ),
  plain(
    'sixteen-rate',
    '16小时保洁覆盖率',
    '%',
    ratio(count(roadDay, { at: 'dayOn', where: { ...main, isCovered: 'yes' } }), count(roadDay, { at: 'dayOn', where: main })),
    '期内排班覆盖达到16小时的主次干道日 ÷ 全部主次干道日',
    { by: ['town', 'operator', 'name'], target: atLeast(100) },
  ),
  plain(
    'order-done-rate',
    '保洁作业完成率',
    '%',
    ratio(count(order, { at: 'dayOn', where: { status: 'done' } }), count(order, { at: 'dayOn', where: ended })),
    '作业日在期内、已结算的作业单中按时足次完成的占比;免作业的不计,补扫的仍算未按时',
    { by: ['work', 'operator', 'town', 'share'] },
  ),
  plain(
    'orders-missed',
    '漏扫',
    '单',
    value(count(order, { at: 'dayOn', where: { status: ['missed', 'partly', 'redone', 'waived'] } })),
    '作业日在期内、未按时足次的作业单',
    { by: ['status', 'work', 'operator', 'town', 'share'] },
  ),
  plain('redone', '补扫', '单', value(count(order, { at: 'redoneAt', where: { status: 'redone' } })), '期内补扫的作业单'),
  plain(
    'sidewalk-rate',
    '人行道周冲洗率',
    '%',
    ratio(
      count(washWeek, { at: 'weekOn', where: { result: 'washed' } }),
      count(washWeek, { at: 'weekOn', where: { result: ['washed', 'missed'] } }),
    ),
    '周一在期内:已冲洗的人行道 ÷ 应冲洗的;免作业的不计',
    { by: ['operator', 'name'], target: atLeast(100) },
  ),
  plain(
    'pass-km',
    '机械化作业里程',
    '公里',
    value(sum(pass, 'km', { at: 'at', where: { via: 'track' } })),
    '期内车载轨迹算出的作业里程',
    {
      by: ['work', 'plate'],
    },
  ),
  plain(
    'on-post-rate',
    '保洁在岗率',
    '%',
    ratio(sum(postCheck, 'present', { at: 'at' }), sum(postCheck, 'expected', { at: 'at' })),
    '期内抽查(现场与定位)实到人数 ÷ 应到人数',
    { by: ['name', 'via'] },
  ),
  plain(
    'road-score',
    '道路质量检查均分',
    '分',
    value(average(roadCheck, 'score', { at: 'createdAt' })),
    '期内道路质量检查的平均分',
    {
      by: ['operator', 'name'],
      decimals: 2,
    },
  ),
  plain(
    'road-failed',
    '道路质量不合格',
    '次',
    value(count(roadCheck, { at: 'createdAt', where: { failedShare: { not: 'none' } } })),
    '期内不合格的检查,按机械、人工责任分',
    { by: ['failedShare', 'operator'] },
  ),
  plain('collectors', '烟头收集器', '个', value(count(collector, { where: { state: { not: 'removed' } } })), '现在未拆除的', {
    by: ['street', 'state'],
  }),
  plain(
    'collectors-added',
    '增设烟头收集器',
    '个',
    value(count(collector, { at: 'installedOn' })),
    '安装日期在期内的烟头收集器',
    { by: ['street'] },
  ),
  plain(
    'collector-jobs',
    '烟头收集器清空、修复',
    '次',
    value(count(collectorJob, { at: 'doneAt', where: { kind: { not: 'wanted' }, status: 'done' } })),
    '期内完成的',
    { by: ['kind'] },
  ),
]
const collection = [
  plain(
    'bins-removed',
    '取缔临街垃圾桶',
    '个',
    value(count(streetBin, { at: 'changedOn', where: { state: ['removed', 'moved'] } })),
    '撤除(移放)日期在期内的临街垃圾桶',
    { by: ['state', 'roadName'] },
  ),
  plain(
    'bin-roads-done',
    '完成撤桶道路',
    '条',
    value(count(binRemoval, { at: 'finishedOn', where: { status: { not: 'removing' } } })),
    '期内完成撤桶(路上没有在用垃圾桶)的道路',
  ),
  plain(
    'bin-complaints',
    '撤桶后投诉',
    '件',
    value(count(complaint, { at: 'createdAt', where: { kind: 'binRemoved' } })),
    '期内登记的撤桶后投诉',
  ),
  plain(
    'pickup-on-time',
    '定时收运准时率',
    '%',
    ratio(
      count(pickup, { at: 'dayOn', where: { isOnTime: 'yes' } }),
      count(pickup, { at: 'dayOn', where: { status: { not: 'planned' } } }),
    ),
    '日期在期内、已结束的收运中在约定时段内收运的占比',
    { by: ['route', 'operator', 'name'] },
  ),
  plain('pickups', '定时收运', '次', value(count(pickup, { at: 'pickedAt' })), '期内完成的收运(含补收)', {
    by: ['route', 'operator', 'status'],
  }),
  plain(
    'pickups-missed',
    '漏收',
    '次',
    value(count(pickup, { at: 'dayOn', where: { status: ['missed', 'made'] } })),
    '日期在期内的漏收(含已补收)',
    { by: ['route', 'operator', 'status'] },
  ),
  plain(
    'dwell-hours',
    '垃圾平均滞留时间',
    '小时',
    value(average(pickup, 'dwellHours', { at: 'pickedAt' })),
    '期内收运时距该点上次收运的平均小时',
    {
      by: ['route', 'name'],
    },
  ),
  plain(
    'point-pass-rate',
    '收集点六要素达标率',
    '%',
    ratio(count(pointCheck, { at: 'createdAt', where: { status: 'passed' } }), count(pointCheck, { at: 'createdAt' })),
    '期内一次检查六项都符合的 ÷ 检查数;整改后的不算一次达标',
    { by: ['keeper', 'name'] },
  ),
  plain('complaints', '环卫投诉', '件', value(count(complaint, { at: 'createdAt' })), '期内登记的环卫投诉', {
    by: ['kind', 'source', 'status', 'road'],
  }),
]
export const sweepingFigures: readonly Indicator[] = [...roads, ...collection]
