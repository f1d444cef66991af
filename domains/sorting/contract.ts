/** Sheets of waste sorting and the doors of the points. */
import { z } from 'zod'
import { asked, route, sheetsOf, titled } from '#kernel/contract'

const tag = 'sorting'
const kg = (title: string) => z.number().meta({ title, unit: 'kg', decimals: 1 })
const tons = (title: string) => z.number().meta({ title, unit: '吨', decimals: 2 })
const place = titled.row('场所', 'sorting.place')
const town = titled.area('镇(街道)')
const { table } = titled
const sheet = sheetsOf('sorting')

export const loopRoute = sheet('loop', '分类闭环(建设—收运—处置)', 'sorting.intake.read', '收运处置', titled.period, {
  links: table('各环节', {
    link: titled.words('环节'),
    objects: titled.count('对象', '个'),
    kg: kg('吨量'),
    problems: titled.count('未销号问题(站、厂为未清、超负荷的天)', '个'),
  }),
  places: table('从场所到站(厂)', {
    place,
    points: titled.count('收集点', '个'),
    kg: kg('清运'),
    vehicles: titled.words('车辆'),
    stations: titled.words('站(厂)'),
    problems: titled.count('未销号问题', '个'),
  }),
  stations: table('从站到厂', {
    station: titled.words('站'),
    inKg: kg('进站'),
    outKg: kg('出站'),
    plants: titled.words('去向'),
    plantKg: kg('到厂'),
    gapKg: kg('出站未到厂'),
  }),
})
export const creationRoute = sheet(
  'creation',
  '创建目标与完成',
  'sorting.title.read',
  '分类创建',
  { year: asked.year },
  {
    rows: table('各称号', {
      title: titled.like('sorting.title.title'),
      level: titled.like('sorting.title.level'),
      target: titled.count('目标', '个'),
      accepted: titled.count('本年授予', '个'),
      withdrawn: titled.count('本年撤销', '个'),
      net: titled.count('净增', '个'),
      held: titled.count('现有', '个'),
      percent: titled.percent('完成'),
    }),
  },
)
export const townsRoute = sheet(
  'towns',
  '各镇(街)问题与滞后',
  'sorting.problem.read',
  '检查整改',
  {},
  {
    rows: table('镇(街)', {
      town,
      checks: titled.count('检查', '次'),
      veteran: titled.count('其中老干部督查', '次'),
      problems: titled.count('问题', '个'),
      open: titled.count('未销号', '个'),
      overdue: titled.count('逾期', '个'),
      returns: titled.count('复查不合格', '次'),
      rectified: titled.percent('整改率'),
      isSlow: titled.flag('工作明显滞后'),
      isWeak: titled.flag('整改不力'),
    }),
    open: table('未销号问题', {
      problem: titled.row('问题', 'sorting.problem'),
      town,
      source: titled.like('sorting.problem.source'),
      owner: titled.words('责任人'),
      dueOn: titled.words('期限'),
      isOverdue: titled.flag('逾期'),
    }),
  },
)
export const ratingsRoute = sheet(
  'ratings',
  '小区评级红黑榜',
  'sorting.rating.read',
  '检查整改',
  {
    month: asked.month,
  },
  {
    rated: titled.count('评级', '个'),
    good: titled.count('优良', '个'),
    percent: titled.percent('优良率'),
    rows: table('评级(除差清单在前)', {
      place,
      list: titled.like('sorting.rating.list'),
      grade: titled.like('sorting.rating.grade'),
      previous: z.string().nullable().meta({ title: '上月', like: 'sorting.rating.grade' }),
      move: titled.like('sorting.rating.move'),
      score: z.number().meta({ title: '检查平均分', decimals: 2 }),
      reasons: titled.maybe('动态调整'),
    }),
  },
)
export const guidesRoute = sheet(
  'guides',
  '指导员持证与准确率',
  'sorting.guide.read',
  '分类队伍',
  {},
  {
    guides: titled.count('指导员', '人'),
    valid: titled.count('培训有效', '人'),
    rows: table('指导员', {
      guide: titled.row('指导员', 'sorting.guide'),
      place,
      validTo: titled.maybe('有效期至'),
      isValid: titled.flag('有效'),
      accuracy: titled.percent('所在场所准确率'),
    }),
  },
)
export const kitchenRoute = sheet('kitchen', '厨余垃圾分出率', 'sorting.intake.read', '收运处置', titled.period, {
  target: z.number().meta({ title: '目标', unit: '%' }),
  percent: titled.percent('全区'),
  streets: table('镇(街)', {
    town,
    kitchenKg: kg('厨余'),
    otherKg: kg('其他'),
    percent: titled.percent('分出率'),
    isMet: titled.flag('达到'),
  }),
  places: table('场所', {
    place,
    kitchenKg: kg('厨余'),
    otherKg: kg('其他'),
    percent: titled.percent('分出率'),
    isMet: titled.flag('达到'),
  }),
})
export const recoveryRoute = sheet('recovery', '生活垃圾回收利用率', 'sorting.intake.read', '资源回收', titled.period, {
  formula: titled.words('计算公式'),
  recoveredKg: kg('可回收物回收量(分子)'),
  clearedKg: kg('生活垃圾清运量'),
  percent: titled.percent('回收利用率'),
  kitchenKg: kg('厨余生物处理量(另计)'),
  widePercent: titled.percent('含厨余资源化'),
  streets: table('镇(街)', { town, recoveredKg: kg('回收'), clearedKg: kg('清运'), percent: titled.percent('回收利用率') }),
})
export const fusionRoute = sheet('fusion', '两网融合台账', 'sorting.site.read', '资源回收', titled.period, {
  sites: titled.count('回收点站', '个'),
  fused: titled.count('两网融合', '个'),
  percent: titled.percent('融合率'),
  reduction: titled.percent('减量率(回收 ÷ 回收加清运)'),
  uncovered: table('没有回收点的小区', { place }),
  rows: table('同址台账', {
    site: titled.row('回收点', 'sorting.site'),
    facility: titled.row('环卫收集点', 'sorting.facility'),
    place,
    recoveredKg: kg('回收'),
    clearedKg: kg('清运'),
  }),
})
export const centreRoute = route({
  method: 'GET',
  path: '/sorting/sites/:id/balance',
  zh: '进出平衡',
  permission: 'sorting.site.read',
  tag,
  sheet: { of: 'sorting.site' },
  input: z.object({ id: titled.about('站点', 'sorting.site'), ...titled.period }),
  output: z.object({
    openKg: kg('期初'),
    inKg: kg('进'),
    sortedKg: kg('分拣'),
    soldKg: kg('销售'),
    movedKg: kg('转出'),
    residueKg: kg('残渣(送焚烧)'),
    closeKg: kg('期末'),
    stockKg: kg('现在库存'),
    gapKg: kg('库存与台账的差额'),
    rows: table('品类', {
      material: titled.like('sorting.flow.material'),
      inKg: kg('进'),
      sortedKg: kg('分出'),
      outKg: kg('出'),
      stockKg: kg('库存'),
    }),
  }),
})
export const volumeRoute = sheet(
  'volume',
  '生活垃圾总量控制评估',
  'sorting.quota.read',
  '总量控制',
  { year: asked.year },
  {
    day: titled.words('截至'),
    rows: table('镇(街)', {
      town,
      persons: titled.count('人口', '人'),
      ceilingT: tons('全年上限'),
      usedT: tons('已清运'),
      percent: titled.percent('已用'),
      perHeadKg: kg('人均'),
      projectedT: tons('预计全年'),
      isWarned: titled.flag('预警'),
      why: titled.maybe('原因'),
    }),
    months: table('逐月', { town, month: titled.words('月份'), tons: tons('清运') }),
  },
)
export const lowRoute = sheet(
  'low-value',
  '人均低价值可回收物回收量',
  'sorting.quota.read',
  '资源回收',
  { year: asked.year },
  {
    kg: kg('本年'),
    perHead: z.number().nullable().meta({ title: '人均', unit: 'kg', decimals: 4 }),
    beforeKg: kg('上年'),
    perHeadBefore: z.number().nullable().meta({ title: '上年人均', unit: 'kg', decimals: 4 }),
    times: z.number().nullable().meta({ title: '较上年倍数', unit: '倍', decimals: 2 }),
    isDoubled: titled.flag('翻一番'),
    subsidyFen: z.number().meta({ title: '本年补贴', isMoney: true }),
    rows: table('品类', { material: titled.like('sorting.flow.material'), kg: kg('本年'), beforeKg: kg('上年') }),
  },
)
export const ruralRoute = sheet(
  'rural',
  '农村分类收运与示范',
  'sorting.place.read',
  '城乡一体',
  {},
  {
    villages: titled.count('行政村', '个'),
    sorted: titled.count('已分类收运', '个'),
    percent: titled.percent('收运覆盖率'),
    facilitated: titled.percent('设施覆盖率'),
    unified: titled.percent('三统一覆盖率'),
    demoGroups: titled.count('示范湾组', '个'),
    demoCompounds: titled.count('示范小区', '个'),
    uncovered: table('未覆盖的村', { place, name: titled.words('名称') }),
    titled: table('示范图', {
      place,
      name: titled.words('名称'),
      kind: titled.like('sorting.place.kind'),
      lon: z.number().nullable().meta({ title: '经度', decimals: 6 }),
      lat: z.number().nullable().meta({ title: '纬度', decimals: 6 }),
    }),
  },
)
export const unifiedRoute = sheet('unified', '统一收集、转运、处理', 'sorting.month.read', '城乡一体', titled.period, {
  rows: table('镇(街)', {
    town,
    isRural: titled.flag('乡镇'),
    collectedKg: kg('村(小区)收集'),
    transferredKg: kg('镇转运'),
    treatedKg: kg('市处理'),
    lossKg: kg('收集与转运之差'),
    feeFen: z.number().meta({ title: '应缴', isMoney: true }),
    score: z.number().nullable().meta({ title: '平均得分', decimals: 2 }),
  }),
})
export const organicRoute = sheet(
  'organic',
  '有机废弃物底数',
  'sorting.organic-source.read',
  '有机示范区',
  {},
  {
    total: tons('年产生'),
    utilised: tons('已利用(堆肥、沼气、饲料)'),
    percent: titled.percent('利用率'),
    rows: table('种类与去向', {
      kind: titled.like('sorting.organic-source.kind'),
      outlet: titled.like('sorting.organic-source.outlet'),
      sources: titled.count('产生源', '处'),
      tons: tons('年产生'),
    }),
  },
)
const key = z.string().min(8).max(60).meta({ title: '流水号', help: '同一流水号只算一次' })
export const exchangeRoute = route({
  method: 'POST',
  path: '/sorting/points/orders',
  zh: '积分兑换',
  permission: 'sorting.town',
  tag,
  sheet: { menu: '积分兑换', button: '兑换' },
  input: z.object({
    code: z.string().min(1).max(40).meta({ title: '户号' }),
    gift: z.uuid().meta({ title: '物品', ref: 'sorting.gift' }),
    quantity: z.number().int().min(1).max(50).meta({ title: '数量' }),
    key,
  }),
  output: z.object({
    order: titled.row('兑换单', 'sorting.order'),
    number: titled.words('单号'),
    points: titled.count('所用积分', '分'),
    balance: titled.count('余额', '分'),
    isKnown: titled.flag('已办理过'),
  }),
})
export const earnRoute = route({
  method: 'POST',
  path: '/sorting/points/drops',
  zh: '正确投放积分',
  permission: 'sorting.town',
  tag,
  sheet: { menu: '积分兑换', button: '记分' },
  input: z.object({
    code: z.string().min(1).max(40).meta({ title: '户号' }),
    facility: z.uuid().meta({ title: '收集点', ref: 'sorting.facility' }),
    isCorrect: z.boolean().meta({ title: '投放正确' }),
    key,
  }),
  output: z.object({ credited: titled.count('本次记分', '分'), balance: titled.count('余额', '分') }),
})
export const reverseRoute = route({
  method: 'POST',
  path: '/sorting/points/orders/:id/reverse',
  zh: '冲正兑换单',
  permission: 'sorting.town',
  tag,
  sheet: { of: 'sorting.order', button: '冲正' },
  input: z.object({ id: titled.about('兑换单', 'sorting.order'), reason: z.string().min(1).max(200).meta({ title: '原因' }) }),
  output: z.object({ number: titled.words('单号'), balance: titled.count('余额', '分') }),
})
const self = { code: z.string().min(1).max(40), phone: z.string().regex(/^1\d{10}$/, '手机号应为11位') }
export const publicPointsRoute = route({
  method: 'POST',
  path: '/public/sorting/points',
  zh: '公众:我的积分',
  permission: 'public',
  tag: 'public',
  input: z.object(self),
  output: z.object({
    points: z.number(),
    entries: z.array(z.object({ kind: z.string(), points: z.number(), dayOn: z.string(), note: z.string().nullable() })),
    gifts: z.array(z.object({ id: z.string(), name: z.string(), outlet: z.string(), price: z.number(), stock: z.number() })),
  }),
})
export const publicExchangeRoute = route({
  method: 'POST',
  path: '/public/sorting/points/orders',
  zh: '公众:积分兑换',
  permission: 'public',
  tag: 'public',
  input: z.object({ ...self, gift: z.uuid(), quantity: z.number().int().min(1).max(10), key }),
  output: z.object({ number: z.string(), points: z.number(), balance: z.number(), isKnown: z.boolean() }),
})
const held = { number: z.string().max(40), receipt: z.string().min(32).max(80) }
export const publicBulkyRoute = route({
  method: 'POST',
  path: '/public/sorting/bulky',
  zh: '公众:大件垃圾预约',
  permission: 'public',
  tag: 'public',
  input: z.object({
    name: z.string().min(1).max(40),
    phone: z.string().regex(/^1\d{10}$/, '手机号应为11位'),
    address: z.string().min(2).max(150),
    what: z.string().min(1).max(100),
    pieces: z.number().int().min(1).max(50),
    wantedOn: z.iso.date(),
    slot: z.enum(['morning', 'afternoon', 'evening']),
  }),
  output: z.object({ number: z.string(), receipt: z.string() }),
})
export const publicBulkyProgressRoute = route({
  method: 'GET',
  path: '/public/sorting/bulky/:number',
  zh: '公众:大件预约进度',
  permission: 'public',
  tag: 'public',
  input: z.object(held),
  output: z.object({
    number: z.string(),
    status: z.string(),
    statusZh: z.string(),
    wantedOn: z.string(),
    feeFen: z.number().nullable(),
  }),
})
