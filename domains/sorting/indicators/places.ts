/** Places, titles, facilities, checks and rectification. */
import { atLeast, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { check } from '../checks/check.ts'
import { problem } from '../checks/problem.ts'
import { rating } from '../checks/rating.ts'
import { bag } from '../checks/sample.ts'
import { facility, provision, renovation } from '../places/facility.ts'
import { attendance, guide, training } from '../places/guide.ts'
import { place } from '../places/place.ts'
import { title } from '../places/title.ts'
import { meeting, task } from '../steering/meeting.ts'
import { supervisor, supervisorReport } from '../steering/supervisor.ts'

const plain = indicatorsOf('sorting')
const live = { status: { not: 'off' } } as const
const four = `r.streams @> array['kitchen', 'recyclable', 'hazardous', 'other']`
const real = { status: { not: 'void' } } as const
const facilities = (id: string, zh: string, unit: string, kind: 'kiosk' | 'smart' | 'machine' | 'bulky' | 'point') =>
  plain(id, zh, unit, value(sum(facility, 'quantity', { where: { kind, state: { not: 'off' } } })), `设施台账中在用的${zh}`, {
    by: ['place', 'state'],
  })
const places = [
  plain('places', '分类场所', '处', value(count(place, { where: live })), '在册的小区、单位、村、湾组', {
    by: ['kind', 'status', 'model'],
  }),
  plain(
    'sdyd-rate',
    '三定一督小区覆盖率',
    '%',
    ratio(
      count(place, { where: { ...live, kind: 'compound' }, and: 'r.sdyd_on is not null' }),
      count(place, { where: { ...live, kind: 'compound' } }),
    ),
    '已通过三定一督验收的小区 ÷ 在册小区',
    { target: atLeast(100, '年度目标:全覆盖') },
  ),
  plain(
    'models',
    '样板、示范小区',
    '个',
    value(count(place, { where: { kind: 'compound', model: ['sample', 'demo'] } })),
    '现有的样板、示范小区',
    { by: ['model'] },
  ),
  plain(
    'standard-accepted',
    '新增达标小区',
    '个',
    value(count(title, { at: 'acceptedOn', where: { title: 'standard' } })),
    '验收日期在期内的达标小区(含后来撤销的)',
    { by: ['level', 'year'] },
  ),
  plain(
    'province-accepted',
    '创建省级垃圾分类达标小区',
    '个',
    value(count(title, { at: 'acceptedOn', where: { title: 'standard', level: 'province' } })),
    '期内验收的省级达标小区',
  ),
  plain(
    'titles-withdrawn',
    '撤销称号',
    '个',
    value(count(title, { at: 'withdrawnOn', where: { status: 'withdrawn' } })),
    '期内复核不合格撤销的称号',
    { by: ['title', 'level'] },
  ),
  plain(
    'units-accepted',
    '新增垃圾分类单位',
    '个',
    value(count(title, { at: 'acceptedOn', where: { title: 'unit' } })),
    '期内验收的分类单位',
    { by: ['level'] },
  ),
  plain(
    'villages-accepted',
    '新增垃圾分类行政村',
    '个',
    value(count(title, { at: 'acceptedOn', where: { title: 'village' } })),
    '期内验收的分类行政村',
    { by: ['level'] },
  ),
  plain(
    'demo-groups',
    '示范湾组',
    '个',
    value(count(title, { where: { title: 'demoGroup', status: 'accepted' } })),
    '现有的示范湾组',
  ),
  plain(
    'demo-compounds',
    '示范小区',
    '个',
    value(count(title, { where: { title: 'demo', status: 'accepted' } })),
    '现有的示范小区',
  ),
  plain(
    'rural-rate',
    '农村生活垃圾分类收运覆盖率',
    '%',
    ratio(
      count(place, { where: { ...live, kind: 'village', isSorted: true } }),
      count(place, { where: { ...live, kind: 'village' } }),
    ),
    '已分类收运的行政村 ÷ 在册行政村',
    { target: atLeast(100, '年度目标:全覆盖') },
  ),
  plain(
    'rural-facility-rate',
    '农村生活垃圾分类设施覆盖率',
    '%',
    ratio(
      count(place, { where: { ...live, kind: 'village', isFacilitated: true } }),
      count(place, { where: { ...live, kind: 'village' } }),
    ),
    '设施已配齐的行政村 ÷ 在册行政村',
    { target: atLeast(100, '年度目标') },
  ),
  plain(
    'urban-facility-rate',
    '建成区生活垃圾分类设施覆盖率',
    '%',
    ratio(
      count(place, { where: { ...live, kind: 'compound', isBuiltUp: true, isFacilitated: true } }),
      count(place, { where: { ...live, kind: 'compound', isBuiltUp: true } }),
    ),
    '建成区设施已配齐的小区 ÷ 建成区小区',
    { target: atLeast(100, '年度目标') },
  ),
  plain(
    'unified-rate',
    '城乡垃圾三统一覆盖率',
    '%',
    ratio(
      count(place, { where: { ...live, kind: 'village', isUnified: true } }),
      count(place, { where: { ...live, kind: 'village' } }),
    ),
    '纳入统一收集、转运、处理的行政村 ÷ 在册行政村',
  ),
  plain(
    'recovery-cover-rate',
    '可回收物回收覆盖率',
    '%',
    ratio(
      count(place, { where: { ...live, kind: 'compound', isServed: true } }),
      count(place, { where: { ...live, kind: 'compound' } }),
    ),
    '有回收点服务的小区 ÷ 在册小区',
    { target: atLeast(100, '年度目标:全覆盖') },
  ),
  plain(
    'keeper-rate',
    '管理责任人公示率',
    '%',
    ratio(count(place, { where: live, and: 'r.keeper is not null and r.sign_on is not null' }), count(place, { where: live })),
    '已确定管理责任人且公示牌上墙的场所 ÷ 在册场所',
  ),
  plain(
    'bins',
    '四分类垃圾桶',
    '个',
    value(sum(facility, 'quantity', { where: { kind: 'bin', state: { not: 'off' } }, and: four })),
    '四种齐全的在用垃圾桶只数之和',
    { by: ['place', 'state'] },
  ),
  facilities('kiosks', '垃圾分类亭(屋)', '个', 'kiosk'),
  facilities('smart-sets', '可回收物智能设备', '组', 'smart'),
  facilities('machines', '积分兑换机', '组', 'machine'),
  facilities('bulky-spots', '大件垃圾暂存点', '个', 'bulky'),
  facilities('points', '收集点', '个', 'point'),
  plain('facilities-broken', '待修分类设施', '处', value(count(facility, { where: { state: 'broken' } })), '现在待修的设施', {
    by: ['kind'],
  }),
  plain(
    'provision-rate',
    '新建小区配建达标率',
    '%',
    ratio(
      count(provision, { at: 'createdAt', where: { status: 'accepted' } }),
      count(provision, { at: 'createdAt', where: { status: ['accepted', 'short'] } }),
    ),
    '期内核查的新建小区中按标准配足的占比',
  ),
  plain(
    'renovated',
    '收集点补建改造',
    '个',
    value(count(renovation, { at: 'acceptedOn', where: { status: 'accepted' } })),
    '期内经社区验收的补建改造',
    { by: ['work', 'isLate'] },
  ),
  plain(
    'renovation-cost',
    '收集点补建改造费用',
    '万元',
    value(sum(renovation, 'spentFen', { at: 'acceptedOn', where: { status: 'accepted' } }), 1_000_000),
    '期内验收的实际费用',
    { by: ['work'] },
  ),
  plain(
    'renovation-left',
    '待补建改造收集点',
    '个',
    value(count(renovation, { where: { status: { not: 'accepted' } } })),
    '现在清单上未验收的',
    { by: ['work', 'status'] },
  ),
  plain(
    'guides-valid-rate',
    '指导员持有效培训率',
    '%',
    ratio(count(guide, { and: "r.valid_to >= (now() at time zone 'Asia/Shanghai')::date" }), count(guide)),
    '培训在有效期内的指导员 ÷ 指导员',
    { by: ['place'] },
  ),
  plain('trainings', '指导员培训', '场', value(count(training, { at: 'heldOn', where: { status: 'done' } })), '期内结束的培训', {
    by: ['mode'],
  }),
  plain('trained', '指导员培训', '人次', value(count(attendance, { at: 'heldOn', where: { isPresent: true } })), '期内到场人次', {
    by: ['isPassed'],
  }),
]
const checks = [
  plain('checks', '分类检查督导', '次', value(count(check, { at: 'checkedOn', where: real })), '期内的检查', {
    by: ['team', 'plan', 'unitKind', 'status'],
  }),
  plain(
    'veteran-visits',
    '垃圾分类老干部督查组督查次数',
    '次',
    value(count(check, { at: 'checkedOn', where: { ...real, team: 'veteran' } })),
    '期内老干部督查组的督查',
  ),
  plain(
    'unit-visits',
    '机关行业垃圾分类督查',
    '家次',
    value(count(check, { at: 'checkedOn', where: { ...real, team: 'industry' } })),
    '期内督查,每次计一家次',
    { by: ['unitKind'] },
  ),
  plain(
    'units-visited',
    '机关行业垃圾分类督查单位',
    '家',
    value(count(check, { at: 'checkedOn', where: { ...real, team: 'industry', isFirst: true } })),
    '期内督查中本年首次的单位',
    { by: ['unitKind'] },
  ),
  plain('problems', '分类问题', '个', value(count(problem, { at: 'createdAt' })), '期内发现的问题', {
    by: ['source', 'status', 'place'],
  }),
  plain(
    'problems-open',
    '未销号分类问题',
    '个',
    value(count(problem, { where: { status: ['ordered', 'fixed'] } })),
    '现在未销号的',
    { by: ['source', 'status'] },
  ),
  plain(
    'problems-rectified-rate',
    '分类问题整改率',
    '%',
    ratio(count(problem, { at: 'createdAt', where: { isRectified: true } }), count(problem, { at: 'createdAt' })),
    '期内发现的问题中已销号的占比',
    { by: ['source'] },
  ),
  plain(
    'problems-transferred',
    '分类问题移送处罚',
    '件',
    value(count(problem, { at: 'closedAt', where: { status: 'transferred' } })),
    '期内移送处罚的',
  ),
  plain(
    'accuracy',
    '垃圾分类(投放)准确率',
    '%',
    ratio(sum(bag, 'correct', { at: 'at' }), sum(bag, 'checked', { at: 'at' })),
    '期内抽查开袋中正确的袋数 ÷ 开袋数;抽点由平台抽签',
    { by: ['stream', 'place'] },
  ),
  plain('bags', '开袋检查', '袋', value(sum(bag, 'checked', { at: 'at' })), '期内开袋数', { by: ['stream', 'place'] }),
  plain(
    'good-rate',
    '居民小区垃圾分类运行优良率',
    '%',
    ratio(count(rating, { at: 'monthOn', where: { isGood: true } }), count(rating, { at: 'monthOn' })),
    '月度评级为优、良的小区 ÷ 评级小区',
    {
      by: ['month'],
      target: atLeast(90, '年度目标'),
    },
  ),
  plain('rated', '小区评级', '个次', value(count(rating, { at: 'monthOn' })), '期内各月评级', {
    by: ['grade', 'move', 'list', 'month'],
  }),
  plain(
    'meetings',
    '双组长会议',
    '次',
    value(count(meeting, { at: 'heldOn', where: { status: 'held' } })),
    '召开日期在期内的双组长会议',
  ),
  plain(
    'tasks-in-time-rate',
    '议定事项按期办结率',
    '%',
    ratio(count(task, { at: 'dueOn', where: { status: 'done', isLate: false } }), count(task, { at: 'dueOn' })),
    '期限在期内的议定事项中按期办结的',
    { by: ['unit'] },
  ),
  plain(
    'supervisors',
    '生活垃圾社会监督员',
    '人',
    value(count(supervisor, { where: { status: ['active', 'due'] } })),
    '现在在聘的社会监督员',
    {
      by: ['town'],
    },
  ),
  plain(
    'supervisor-points',
    '社会监督员走访',
    '个点',
    value(sum(supervisorReport, 'points', { at: 'createdAt', where: { status: 'filed' } })),
    '期内报告的走访点位',
    { by: ['month'] },
  ),
  plain(
    'supervisor-problems',
    '社会监督员发现问题',
    '个',
    value(sum(supervisorReport, 'problems', { at: 'createdAt', where: { status: 'filed' } })),
    '期内报告的问题',
  ),
]
export const placeIndicators: readonly Indicator[] = [...places, ...checks]
