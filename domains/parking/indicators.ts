/** 停车指标: what the bureau prints, and what each row of the work must count. */
import { atLeast, atMost, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { account } from './charge/account.ts'
import { order } from './charge/order.ts'
import { pilot } from './charge/pilot.ts'
import { onboarding } from './guide/feed.ts'
import { reservation } from './guide/reservation.ts'
import { lock, lockOrder } from './lot/lock.ts'
import { berthNow, sighting } from './lot/records.ts'
import { berth, lot } from './lot/registers.ts'
import { agreement, shareUse } from './share/agreement.ts'
import { fusion, jointRequest, market, scheme } from './share/scheme.ts'
import { collector, complaint, integrity, shift } from './street/collector.ts'
import { segment } from './street/line.ts'
import { violation } from './street/violation.ts'
import { yard, yardCheck } from './street/yard.ts'

const of = indicatorsOf('parking')
const entered = { at: 'enteredAt', where: { status: { not: 'void' as const } } } as const
const road = ['street', 'lot']

const stock: readonly Indicator[] = [
  of('lots', '停车场(路段)', '处', value(count(lot)), '在册停车场、路段', { by: ['street', 'kind'] }),
  of('berths', '停车泊位', '个', value(count(berth)), '台账中逐个在册、未注销的泊位', {
    by: ['street', 'lot', 'vehicle', 'ownership'],
  }),
  of(
    'new-berths',
    '新增机动车停车泊位',
    '个',
    value(count(berth, { at: 'openedOn', where: { vehicle: 'motor' } })),
    '期内启用的机动车泊位',
    {
      by: ['street', 'ownership', 'origin'],
      target: atLeast(500, '年度工作计划(001)'),
    },
  ),
  of(
    'new-public-berths',
    '新增公共泊位',
    '个',
    value(count(berth, { at: 'openedOn', where: { vehicle: 'motor', ownership: 'public' } })),
    '期内启用的公共机动车泊位',
  ),
  of(
    'rebuilt-berths',
    '改造泊位',
    '个',
    value(count(berth, { at: 'openedOn', where: { origin: 'rebuilt' } })),
    '期内改造后启用的泊位',
  ),
  of('smart-berths', '智能化改造泊位', '个', value(count(berth, { at: 'smartOn' })), '期内完成智能化改造的泊位', { by: road }),
  of(
    'taken-share',
    '泊位占用率',
    '%',
    ratio(count(berthNow, { where: { state: 'taken' } }), count(berthNow, { where: { state: { not: 'unknown' } } })),
    '占用 ÷ 状态已知的泊位',
    { by: road },
  ),
  of('unknown-berths', '状态不明泊位', '个', value(count(berthNow, { where: { state: 'unknown' } })), '各来源可信度均低于下限', {
    by: road,
  }),
  of('disputed-berths', '来源冲突泊位', '个', value(count(berthNow, { and: 'r.is_disputed' })), '占用、空闲两方各有可信来源', {
    by: road,
  }),
  of('sightings', '泊位状态上报', '次', value(count(sighting, { at: 'at' })), '期内各来源上报', { by: ['source'] }),
  of('connected-lots', '已接入停车场', '处', value(count(lot, { where: { connection: 'connected' } })), '接入且数据正常', {
    by: ['street', 'kind'],
  }),
  of(
    'connected-rate',
    '停车场接入率',
    '%',
    ratio(count(lot, { where: { connection: 'connected' } }), count(lot, { where: { kind: { not: 'road' } } })),
    '已接入 ÷ 路外停车场',
  ),
  of(
    'feed-score',
    '接入数据质量分',
    '分/处',
    value(average(onboarding, 'score', { at: 'connectedOn' })),
    '期内联调验收的平均质量分',
  ),
]
const money: readonly Indicator[] = [
  of('stays', '停车次数', '次', value(count(order, entered)), '期内驶入泊位的停放次数', { by: road }),
  of(
    'stays-per-berth',
    '期内每泊位停放次数',
    '次/泊位',
    ratio(count(order, entered), count(berth, { where: { vehicle: 'motor', ownership: 'road' } }), 1),
    '停车次数 ÷ 路内机动车泊位;每日周转率见“泊位周转率与寻位时间”',
    { by: road },
  ),
  of(
    'search-minutes',
    '平均寻位时间',
    '分钟/次',
    value(average(order, 'searchMinutes', { at: 'enteredAt' })),
    '自进入诱导区域至入位',
    { by: road },
  ),
  of('due', '应收停车费', '元', value(sum(order, 'amountFen', { at: 'leftAt' }), 100), '期内离场订单应收', { by: road }),
  of('paid', '实收停车费', '元', value(sum(order, 'paidFen', { at: 'paidAt' }), 100), '期内到账的停车费,退款另计', {
    by: [...road, 'channel', 'collector'],
  }),
  of('refunded', '停车费退款', '元', value(sum(order, 'refundFen', { at: 'paidAt' }), 100), '期内已缴订单的退款'),
  of('arrears', '停车欠费', '元', value(sum(order, 'amountFen', { where: { status: 'arrears' } }), 100), '现在欠费的订单', {
    by: road,
  }),
  of('arrears-orders', '欠费订单', '笔', value(count(order, { where: { status: 'arrears' } })), '现在欠费的订单', { by: road }),
  of(
    'collected-rate',
    '停车费收缴率',
    '%',
    ratio(sum(order, 'paidFen', { at: 'leftAt' }), sum(order, 'amountFen', { at: 'leftAt' })),
    '实收 ÷ 应收,按离场期',
    { by: road },
  ),
  of(
    'arrears-recovered',
    '追回欠费',
    '元',
    value(sum(order, 'paidFen', { at: 'paidAt', and: 'r.arrears_at is not null' }), 100),
    '曾转欠费而已缴',
  ),
  of('free-stays', '免费停放', '次', value(count(order, { at: 'leftAt', where: { status: 'free' } })), '免费时段、免费车辆', {
    by: road,
  }),
  of(
    'accounts',
    '无感支付账户',
    '个',
    value(count(account, { where: { status: 'active' } })),
    '核验通过、现在有效的无感支付账户',
  ),
  of(
    'senseless-rate',
    '无感支付占比',
    '%',
    ratio(count(order, { at: 'paidAt', where: { channel: 'ledger' } }), count(order, { at: 'paidAt' })),
    '无感扣款 ÷ 已缴订单',
  ),
  of(
    'deduction-failures',
    '无感扣款失败',
    '笔',
    value(count(order, { at: 'leftAt', and: 'r.failure is not null' })),
    '扣款失败而尚未补缴',
  ),
  of('pilot-roads', '收费试点道路', '条', value(count(pilot, { at: 'startedOn' })), '期内开始收费'),
  of('pilot-change', '试点周转率变化', '%', value(average(pilot, 'changePercent', { at: 'startedOn' })), '收费后比收费前'),
  of('reservations', '车位预约', '次', value(count(reservation, { at: 'createdAt' })), '期内市民提交的车位预约'),
  of(
    'no-shows',
    '预约爽约',
    '次',
    value(count(reservation, { at: 'closedAt', where: { status: 'missed' } })),
    '超过保留时间未到的车位预约',
  ),
  of(
    'no-show-rate',
    '爽约率',
    '%',
    ratio(
      count(reservation, { at: 'closedAt', where: { status: 'missed' } }),
      count(reservation, { at: 'closedAt', where: { status: ['missed', 'arrived'] } }),
    ),
    '爽约 ÷(到场 + 爽约)',
  ),
  of('locks', '地锁', '把', value(count(lock)), '台账中装有地锁的泊位'),
  of(
    'lock-done-rate',
    '地锁控制成功率',
    '%',
    ratio(
      count(lockOrder, { at: 'createdAt', where: { status: 'done' } }),
      count(lockOrder, { at: 'createdAt', where: { status: ['done', 'failed'] } }),
    ),
    '设备已执行 ÷ 有回执或超时',
  ),
]
const share: readonly Indicator[] = [
  of(
    'share-units',
    '开放停车共享单位',
    '家',
    value(count(agreement, { at: 'signedOn', where: { isFirst: 'yes' } })),
    '期内签订共享协议的单位,一家一年计一次',
    {
      by: ['street', 'unitKind'],
      target: atLeast(20, '年度工作计划(001)'),
    },
  ),
  of('share-spaces', '共享车位', '个', value(sum(agreement, 'spaces', { where: { status: 'open' } })), '开放中的共享车位', {
    by: ['street', 'unitKind'],
  }),
  of('share-hours', '共享使用时长', '小时', value(sum(shareUse, 'minutes', { at: 'leftAt' }), 60), '期内共享泊位被使用的小时数'),
  of(
    'share-overstays',
    '共享逾时占用',
    '次',
    value(count(shareUse, { at: 'leftAt', where: { status: 'over' } })),
    '超过约定止时离开',
  ),
  of('share-complaints', '共享投诉', '件', value(sum(agreement, 'complaints')), '共享协议登记的投诉'),
  of('schemes-running', '实施中的共享片区', '个', value(count(scheme, { where: { status: 'running' } })), '转入实施的片区', {
    by: ['street'],
  }),
  of('fusion-score', '建管融试点评估分', '分/个', value(average(fusion, 'score')), '各试点最近一次年度评估的得分平均'),
  of('joint-requests', '警网融合处置', '件', value(count(jointRequest, { at: 'createdAt' })), '期内联动请求', {
    by: ['street', 'kind'],
  }),
  of(
    'joint-minutes',
    '警网到场用时',
    '分钟/件',
    value(average(jointRequest, 'minutes', { at: 'cameAt' })),
    '从提出联动请求到有人到场的分钟数平均',
  ),
  of(
    'joint-settled-rate',
    '警网调处成功率',
    '%',
    ratio(
      count(jointRequest, { at: 'closedAt', where: { outcome: ['settled', 'moved'] } }),
      count(jointRequest, { at: 'closedAt' }),
    ),
    '调解成功、已挪车 ÷ 已处置',
  ),
  of(
    'compound-markets',
    '市场化共享小区',
    '个',
    value(count(market, { where: { status: 'running' } })),
    '表决达到法定比例并运营',
    { by: ['street'] },
  ),
]
const street: readonly Indicator[] = [
  of('violations', '发现违停', '起', value(count(violation, { at: 'createdAt' })), '期内发现登记的机动车违停', {
    by: ['street', 'kind', 'foundBy'],
  }),
  of(
    'shot-rate',
    '违停必拍率',
    '%',
    ratio(
      count(violation, { at: 'createdAt', and: 'r.shot_at is not null' }),
      count(violation, { at: 'createdAt', where: { status: { not: 'gone' } } }),
    ),
    '已取证 ÷ 发现(取证前驶离的不计)',
    { by: ['street'], target: atLeast(100, '违停必拍(001)') },
  ),
  of(
    'penalty-rate',
    '占道必罚率',
    '%',
    ratio(count(violation, { at: 'confirmedAt', and: 'r.decided_at is not null' }), count(violation, { at: 'confirmedAt' })),
    '已作处罚决定 ÷ 认定占道',
    { by: ['street'], target: atLeast(100, '占道必罚(001)') },
  ),
  of('collectors', '停车收费员', '人', value(count(collector, { where: { state: 'active' } })), '收费员台账中现在在岗的人数'),
  of(
    'even-rate',
    '收费员账款相符率',
    '%',
    ratio(count(shift, { at: 'handedInAt', where: { status: 'even' } }), count(shift, { at: 'handedInAt' })),
    '相符班次 ÷ 已交款班次',
    { by: ['collector'], target: atLeast(100) },
  ),
  of(
    'takings-difference',
    '账款差额',
    '元',
    value(sum(shift, 'differenceFen', { at: 'handedInAt' }), 100),
    '班次上交款减去同班次订单应收的合计',
    {
      by: ['collector'],
    },
  ),
  of(
    'collector-complaints',
    '收费员投诉属实',
    '件',
    value(count(complaint, { at: 'at', where: { isTrue: 'yes' } })),
    '期内经核查属实的收费员投诉',
    { by: ['collector'] },
  ),
  of('integrity-findings', '廉政检查发现问题', '个', value(sum(integrity, 'found', { at: 'toOn' })), '期内廉政检查发现的问题数'),
  of(
    'line-rate',
    '停车位应划尽划率',
    '%',
    ratio(count(segment, { where: { status: ['painted', 'accepted'] } }), count(segment, { where: { verdict: 'yes' } })),
    '已划 ÷ 踏勘可划的路段',
    { by: ['street'], target: atLeast(100, '应划尽划(002)') },
  ),
  of(
    'line-motor',
    '划线新增机动车位',
    '个',
    value(sum(segment, 'motorSpaces', { at: 'paintedOn' })),
    '期内施划完成的机动车泊位数',
    {
      by: ['street'],
    },
  ),
  of(
    'line-nonmotor',
    '增划非机动车位长度',
    '米',
    value(sum(segment, 'nonmotorM', { at: 'paintedOn' })),
    '期内施划完成的非机动车停车线长度',
    {
      by: ['street'],
    },
  ),
  of(
    'line-capacity',
    '增划非机动车容量',
    '辆',
    value(sum(segment, 'nonmotorCapacity', { at: 'paintedOn' })),
    '期内施划的非机动车停车线可停车数',
    {
      by: ['street'],
    },
  ),
  of('yards', '停车场地', '处', value(count(yard)), '在册停车场地'),
  of(
    'yard-pass-rate',
    '停车场地年检首次合格率',
    '%',
    ratio(count(yardCheck, { at: 'checkedOn', and: 'r.is_passed_first' }), count(yardCheck, { at: 'checkedOn' })),
    '首次合格 ÷ 已检',
  ),
  of(
    'yard-failing',
    '停车场地待整改',
    '处',
    value(count(yardCheck, { where: { status: ['failed', 'fixed'] } })),
    '责令整改尚未合格',
    { target: atMost(0) },
  ),
]
export const parkingIndicators: readonly Indicator[] = [...stock, ...money, ...share, ...street]
