/** Counted figures of illegal buildings. */
import { atLeast, atMost, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { demolition } from './action.ts'
import { building } from './building/index.ts'
import { freeCompound } from './compound.ts'
import { encroachment } from './encroachment.ts'
import { focus } from './focus.ts'
import { listing } from './listing.ts'
import { notice } from './notice.ts'
import { lineCheck, monthEnd, patrol, point, visit } from './records.ts'
import { decoration, programme, target } from './registers.ts'
import { restoration } from './restoration.ts'
import { safety } from './safety.ts'

const plain = indicatorsOf('buildings')
const ours = '本局违法建设防控治理办法(示例)'
const by = ['class', 'street', 'kind', 'via'] as const
const open = { status: { not: ['closed', 'unfounded'] } } as const
const demolished = { settlement: 'demolished' } as const
const inProgramme =
  'exists (select 1 from buildings.programme g where g.district = r.district and g.retired_at is null and extract(year from r.settled_on) between g.from_year and g.to_year)'
const life = [
  plain('programme-years', '违法建设治理行动周期', '年', value(average(programme, 'years')), '五年行动的年数', { by: ['name'] }),
  plain('buildings', '在册违法建设', '处', value(count(building, { where: open })), '未销号的违法建设(含待核实)', {
    by: [...by, 'status', 'isKey', 'compound'],
  }),
  plain(
    'found',
    '发现违法建设',
    '处',
    value(count(building, { at: 'createdAt', where: { status: { not: 'unfounded' } } })),
    '期内立档,不含认定不构成的',
    { by },
  ),
  plain(
    'entered',
    '录入违法建设信息',
    '条',
    value(count(building, { at: 'createdAt', where: { via: 'census' } })),
    '期内由普查底数立档',
    {
      by: ['street'],
    },
  ),
  plain('new-open', '新增违建净增', '处', value(count(building, { where: { ...open, class: 'new' } })), '认定为新增而未销号的', {
    by: ['street', 'compound', 'status'],
    target: atMost(0, ours),
  }),
  plain(
    'new-handled',
    '查处新增违法建设',
    '万㎡',
    value(sum(building, 'settledM2', { at: 'settledOn', where: { class: 'new' } }), 10_000),
    '销号日期在期内的新增违建面积',
    { by: ['street', 'settlement'] },
  ),
  plain(
    'new-removed',
    '拆除新增违建',
    '万㎡',
    value(sum(building, 'settledM2', { at: 'settledOn', where: { class: 'new', ...demolished } }), 10_000),
    '期内拆除销号的新增违建面积',
    { by: ['street'] },
  ),
  plain(
    'stock-removed',
    '拆除存量违建',
    '万㎡',
    value(sum(building, 'settledM2', { at: 'settledOn', where: { class: 'stock', ...demolished } }), 10_000),
    '期内拆除销号的存量违建面积',
    { by: ['street'] },
  ),
  plain(
    'stock-settled',
    '治理存量违建',
    '万㎡',
    value(sum(building, 'settledM2', { at: 'settledOn', where: { class: 'stock' } }), 10_000),
    '期内以拆除、补办手续、重新认定销号的存量违建面积',
    { by: ['street', 'settlement', 'planYear'], target: atLeast(3.4, '年度治理任务(示例)') },
  ),
  plain('removed', '拆除违法建设', '处', value(count(building, { at: 'settledOn', where: demolished })), '期内拆除销号', {
    by: [...by, 'way'],
  }),
  plain(
    'removed-area',
    '拆除违法建设面积',
    '㎡',
    value(sum(building, 'settledM2', { at: 'settledOn', where: demolished })),
    '期内拆除销号的面积',
    {
      by: [...by, 'way'],
    },
  ),
  plain(
    'found-in-time-rate',
    '新增违建及时发现率',
    '%',
    ratio(
      count(building, { at: 'createdAt', where: { class: 'new', isFoundInTime: true } }),
      count(building, { at: 'createdAt', where: { class: 'new' } }),
    ),
    '期内发现的新增违建中开工后规定小时内发现的占比',
    { by: ['street', 'via'], target: atLeast(90, ours) },
  ),
  plain(
    'overdue',
    '超期未拆违建',
    '处',
    value(count(building, { where: open, and: 'r.demolish_due_at < now()' })),
    '限拆期限已过未销号',
    {
      by: ['street', 'class', 'status'],
    },
  ),
  plain('key', '重点整治违建', '处', value(count(building, { where: { ...open, isKey: true } })), '三类标准有一项、未销号', {
    by: ['street', 'isHazard', 'isUgly', 'isHated', 'planYear'],
  }),
  plain(
    'stock-area',
    '存量违建面积',
    '㎡',
    value(sum(building, 'areaM2', { where: { ...open, class: 'stock' } })),
    '未销号的存量违建',
    {
      by: ['street', 'status', 'planYear'],
    },
  ),
  plain('penalties', '违建移送处罚', '件', value(count(building, { and: 'r.penalty_id is not null' })), '已移送立案的违建', {
    by: ['penaltyState'],
  }),
  plain('programme-target', '五年行动任务', '㎡', value(sum(target, 'targetM2')), '各街镇各年度任务之和', {
    by: ['street', 'year'],
  }),
  plain(
    'programme-progress',
    '违法建设五年行动查处进度',
    '%',
    ratio(sum(building, 'settledM2', { and: inProgramme }), sum(target, 'targetM2')),
    '行动期内销号面积 ÷ 五年任务,可以超过100%',
    { by: ['street'], target: atLeast(100) },
  ),
  plain(
    'kept-months',
    '守住零增长的街镇月',
    '个',
    value(count(monthEnd, { at: 'monthOn', where: { isKept: true } })),
    '期内月结无净增的街镇月',
    {
      by: ['street', 'month'],
    },
  ),
  plain(
    'broken-months',
    '未守住零增长的街镇月',
    '个',
    value(count(monthEnd, { at: 'monthOn', where: { isKept: false } })),
    '期内月结有净增的街镇月',
    {
      by: ['street', 'month'],
      target: atMost(0, ours),
    },
  ),
]
const works = [
  plain(
    'listed',
    '挂牌督办违建',
    '件',
    value(count(listing, { where: { status: ['listed', 'delisting'] } })),
    '正在挂牌督办、尚未摘牌的违法建设',
    {
      by: ['criterion', 'isWarned'],
    },
  ),
  plain(
    'listing-frequency',
    '挂牌违建督办频次',
    '次/周',
    ratio(sum(listing, 'supervisions'), sum(listing, 'weeksDue'), 1),
    '督办次数 ÷ 应督办周数',
    { target: atLeast(1, '周周督办') },
  ),
  plain('listing-missed', '挂牌违建漏督办', '周', value(sum(listing, 'missed')), '没有督办的周数之和', {
    by: ['criterion'],
    target: atMost(0, '周周督办'),
  }),
  plain(
    'actions',
    '拆违行动',
    '次',
    value(count(demolition, { at: 'doneOn', where: { status: 'done' } })),
    '期内实施,组织与配合分列',
    {
      by: ['role', 'organiser'],
    },
  ),
  plain(
    'action-area',
    '拆违行动面积',
    '㎡',
    value(sum(demolition, 'areaM2', { at: 'doneOn', where: { status: 'done' } })),
    '期内实施的拆除面积,组织与配合分列',
    {
      by: ['role'],
    },
  ),
  plain(
    'action-staff',
    '拆违行动出动',
    '人次',
    value(sum(demolition, 'staff', { at: 'doneOn', where: { status: 'done' } })),
    '期内实施的出动人次',
    {
      by: ['role'],
    },
  ),
  plain('line-checks', '管线占压排查', '处', value(count(lineCheck, { at: 'at' })), '期内排查的检查点次', { by: ['result'] }),
  plain('encroachments', '管线占压', '处', value(count(encroachment, { at: 'createdAt' })), '期内排查发现的管线占压', {
    by: ['kind', 'status'],
  }),
  plain(
    'encroachment-removed-rate',
    '违法占压拆除率',
    '%',
    ratio(count(encroachment, { where: { status: 'closed' } }), count(encroachment)),
    '已拆除 ÷ 全部占压',
    { by: ['kind'], target: atLeast(100, '全部实施拆除') },
  ),
  plain(
    'free-compounds',
    '无违建小区',
    '个',
    value(count(freeCompound, { where: { status: 'accepted' } })),
    '通过认定且在有效期内的无违建小区',
    {
      by: ['isModel'],
    },
  ),
  plain(
    'model-compounds',
    '无违建小区示范样板',
    '个',
    value(count(freeCompound, { at: 'acceptedOn', where: { isModel: true, status: 'accepted' } })),
    '期内通过的示范样板',
    {
      target: atLeast(5, '年度任务(示例)'),
    },
  ),
  plain('withdrawn-compounds', '撤销无违建小区', '个', value(count(freeCompound, { at: 'withdrawnOn' })), '期内因新增撤销'),
  plain(
    'property-reports',
    '物业报告违建',
    '处',
    value(count(building, { at: 'createdAt', where: { via: 'property' } })),
    '期内物业报告',
    {
      by: ['compound', 'reporter'],
    },
  ),
  plain('property-points', '物业防控得分', '分', value(sum(point, 'points', { at: 'at' })), '期内加减之和', {
    by: ['property', 'compound'],
  }),
  plain('visits', '网格员走访物业', '次', value(count(visit, { at: 'at' })), '期内网格员走访物业的次数', { by: ['compound'] }),
  plain('notices', '部门联动函', '件', value(count(notice, { at: 'createdAt' })), '期内发出的部门联动函', {
    by: ['department', 'measure', 'status'],
  }),
  plain(
    'notice-in-time-rate',
    '联动函按期回复率',
    '%',
    ratio(
      count(notice, { at: 'createdAt', and: 'r.replied_at <= r.reply_due_at' }),
      count(notice, { at: 'createdAt', and: '(r.replied_at is not null or r.reply_due_at < now())' }),
    ),
    '期内发函中已复或到期的,按期回复的占比',
    { by: ['department'], target: atLeast(100) },
  ),
  plain('held', '联动措施在执行', '件', value(count(notice, { where: { status: 'held' } })), '限制措施生效未解除', {
    by: ['department', 'measure'],
  }),
  plain('focus', '重点小区', '个', value(count(focus, { where: { status: 'active' } })), '正列为重点治理的小区', {
    by: ['reason'],
  }),
  plain(
    'focus-met-rate',
    '重点小区巡查达标率',
    '%',
    ratio(sum(focus, 'weeksMet'), sum(focus, 'weeksDue')),
    '达到规定次数的周 ÷ 应核的周',
    {
      by: ['reason', 'name'],
      target: atLeast(100, ours),
    },
  ),
  plain('patrols', '小区违建巡查', '次', value(count(patrol, { at: 'at' })), '期内巡查、巡飞', { by: ['kind', 'compound'] }),
  plain('decorations', '装修备案', '户', value(count(decoration, { at: 'startOn' })), '开工日期在期内', {
    by: ['compound', 'hasPledge'],
  }),
  plain('safety-checks', '既有建筑安全排查', '栋', value(count(safety, { at: 'createdAt' })), '期内完成的既有建筑安全排查', {
    by: ['grade', 'status'],
  }),
  plain(
    'safety-open',
    '既有建筑隐患未销号',
    '栋',
    value(count(safety, { where: { status: { not: ['sound', 'closed'] } } })),
    'C、D级未销号',
    {
      by: ['grade', 'status'],
      target: atMost(0),
    },
  ),
  plain('safety-moved', 'D级清空转移', '人', value(sum(safety, 'moved', { at: 'emptiedAt' })), '期内清空转移的人数'),
  plain(
    'restored',
    '复垦复绿',
    '亩',
    value(sum(restoration, 'doneMu', { at: 'doneOn', where: { status: 'closed' } })),
    '期内恢复并验收',
    {
      by: ['kind', 'proof'],
    },
  ),
  plain(
    'restore-open',
    '待复垦复绿',
    '亩',
    value(sum(restoration, 'mu', { where: { status: { not: 'closed' } } })),
    '尚未验收的复垦复绿任务',
    {
      by: ['kind'],
    },
  ),
  plain(
    'restore-overdue',
    '逾期未复垦复绿',
    '处',
    value(count(restoration, { where: { status: 'due' }, and: 'r.restore_due_at < now()' })),
    '期限已过未恢复',
    {
      target: atMost(0),
    },
  ),
]
export const buildingsIndicators: readonly Indicator[] = [...life, ...works]
