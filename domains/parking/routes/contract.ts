/** Shapes of the routes of parking for officers: the panel, trials, and the sheets that answer what a row of the work asks. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'
import { berthStates, lotKinds, origins, ownerships, sourceKinds, tariffZones } from '../contract.ts'

const tag = 'parking'
const keys = <T extends string>(of: Readonly<Record<T, string>>): [T, ...T[]] => Object.keys(of) as [T, ...T[]]
const plate = z.string().min(6).max(10).meta({ title: '号牌' })

export const panelRoute = route({
  method: 'GET',
  path: '/parking/panel',
  zh: '智慧停车综合面板',
  permission: 'parking.lot.read',
  tag,
  sheet: { menu: '停车台账' },
  input: z.object({ day: z.iso.date().optional().meta({ title: '日期', help: '不填为今天' }) }),
  output: z.object({
    at: z.date().meta({ title: '时刻' }),
    lots: titled.count('停车场(路段)', '处'),
    connected: titled.count('已接入', '处'),
    berths: titled.count('逐个在册的泊位', '个'),
    free: titled.count('空余(数据未过期的)', '个'),
    staleLots: titled.count('数据过期', '处'),
    parked: titled.count('停放中', '辆'),
    arrivals: titled.count('当日入位', '次'),
    paidFen: z.number().meta({ title: '当日实收', unit: 'fen' }),
    arrears: titled.count('欠费订单', '笔'),
    arrearsFen: z.number().meta({ title: '欠费', unit: 'fen' }),
    boards: titled.count('诱导屏', '块'),
    staleBoards: titled.count('数据过期的诱导屏', '块'),
    pilots: titled.count('试点中道路', '条'),
    streets: z
      .array(
        z.object({
          street: titled.area('街道'),
          lots: titled.count('停车场', '处'),
          spaces: titled.count('泊位', '个'),
          free: titled.count('空余', '个'),
          stale: titled.count('数据过期', '处'),
          taken: titled.percent('占用率'),
        }),
      )
      .meta({ title: '各街道供给与占用' }),
    hours: z
      .array(
        z.object({
          hour: titled.count('时', '时'),
          arrivals: titled.count('入位', '次'),
          departures: titled.count('离场', '次'),
          demand: titled.count('该时在位', '辆'),
          supply: titled.count('可供泊位', '个'),
        }),
      )
      .meta({ title: '当日各时供需(平台计费路段)' }),
  }),
})
export const turnoverRoute = route({
  method: 'GET',
  path: '/parking/turnover',
  zh: '泊位周转率与寻位时间',
  permission: 'parking.order.read',
  tag,
  sheet: { menu: '停车台账' },
  input: z.object({ ...titled.period }),
  output: z.object({
    days: titled.count('天数', '日'),
    turnover: z.number().nullable().meta({ title: '周转率', unit: '次/泊位/日', decimals: 2 }),
    searchMinutes: z.number().nullable().meta({ title: '平均寻位', unit: '分钟', decimals: 1 }),
    roads: z
      .array(
        z.object({
          lot: titled.row('路段', 'parking.lot'),
          berths: titled.count('泊位', '个'),
          stays: titled.count('停放', '次'),
          turnover: z.number().nullable().meta({ title: '周转率', unit: '次/泊位/日', decimals: 2 }),
          before: z.number().nullable().meta({ title: '前一等长时段', unit: '次/泊位/日', decimals: 2 }),
          searchMinutes: z.number().nullable().meta({ title: '平均寻位', unit: '分钟', decimals: 1 }),
          searches: titled.count('有寻位记录', '次'),
        }),
      )
      .meta({ title: '各路段' }),
    hours: z
      .array(
        z.object({
          hour: titled.count('时', '时'),
          stays: titled.count('入位', '次'),
          perBerth: z.number().nullable().meta({ title: '每泊位每日', unit: '次', decimals: 3 }),
          searchMinutes: z.number().nullable().meta({ title: '平均寻位', unit: '分钟', decimals: 1 }),
        }),
      )
      .meta({ title: '各时' }),
  }),
})
export const searchEffectRoute = route({
  method: 'GET',
  path: '/parking/boards/:id/effect',
  zh: '诱导启用前后寻位时间',
  permission: 'parking.board.read',
  tag,
  sheet: { of: 'parking.board' },
  input: z.object({
    id: titled.about('诱导屏', 'parking.board'),
    days: z.coerce.number().int().min(1).max(366).default(30).meta({ title: '前后各', unit: '日' }),
  }),
  output: z.object({
    startedOn: titled.day('启用日期'),
    before: z.number().nullable().meta({ title: '启用前平均寻位', unit: '分钟', decimals: 1 }),
    beforeCount: titled.count('启用前', '次'),
    after: z.number().nullable().meta({ title: '启用后平均寻位', unit: '分钟', decimals: 1 }),
    afterCount: titled.count('启用后', '次'),
    saved: z.number().nullable().meta({ title: '缩短', unit: '分钟', decimals: 1 }),
  }),
})
export const boardsRoute = route({
  method: 'GET',
  path: '/parking/boards-now',
  zh: '诱导屏正在显示',
  permission: 'parking.board.read',
  tag,
  sheet: { menu: '停车台账' },
  input: z.object({}),
  output: z.object({
    boards: z
      .array(
        z.object({
          code: titled.words('编号'),
          name: titled.words('名称'),
          level: titled.like('parking.board.level'),
          text: titled.words('显示'),
          ageMinutes: z.number().nullable().meta({ title: '数据龄', unit: '分钟' }),
          isStale: titled.flag('数据过期'),
        }),
      )
      .meta({ title: '诱导屏' }),
  }),
})
export const unconnectedRoute = route({
  method: 'GET',
  path: '/parking/unconnected',
  zh: '未接入停车场',
  permission: 'parking.lot.read',
  tag,
  sheet: { menu: '停车接入' },
  input: z.object({}),
  output: z.object({
    total: titled.count('路外停车场', '处'),
    connected: titled.count('已接入', '处'),
    rate: titled.percent('接入率'),
    lots: z
      .array(
        z.object({
          lot: titled.row('停车场', 'parking.lot'),
          kind: z.enum(keys(lotKinds)).meta({ title: '种类', choices: lotKinds }),
          street: titled.area('街道'),
          spaces: titled.count('泊位', '个'),
          connection: titled.like('parking.lot.connection'),
          missing: titled.words('静态信息缺项'),
          score: z.number().nullable().meta({ title: '近一时段质量分', unit: '分', decimals: 2 }),
        }),
      )
      .meta({ title: '未接入、联调中、数据异常' }),
  }),
})
export const schemeStreetsRoute = route({
  method: 'GET',
  path: '/parking/scheme-streets',
  zh: '各街道片区共享实施情况',
  permission: 'parking.scheme.read',
  tag,
  sheet: { menu: '停车共享' },
  input: z.object({}),
  output: z.object({
    without: titled.count('尚无实施片区的街道', '个'),
    text: titled.long('结论'),
    streets: z
      .array(
        z.object({
          street: titled.area('街道'),
          drafting: titled.count('编制', '个'),
          promoting: titled.count('推进', '个'),
          running: titled.count('实施', '个'),
          isMet: titled.flag('达到“至少1个实施”'),
        }),
      )
      .meta({ title: '各街道' }),
  }),
})
const year = z.coerce.number().int().min(2000).max(2100).optional().meta({ title: '年度', help: '不填为本年' })
export const shareProgressRoute = route({
  method: 'GET',
  path: '/parking/share-progress',
  zh: '停车共享年度进度',
  permission: 'parking.agreement.read',
  tag,
  sheet: { menu: '停车共享' },
  input: z.object({ year }),
  output: z.object({
    year: titled.number('年度'),
    target: titled.count('目标', '家'),
    units: titled.count('已开放单位', '家'),
    rate: titled.percent('完成'),
    kinds: z
      .array(
        z.object({
          kind: titled.like('parking.agreement.unitKind'),
          units: titled.count('单位', '家'),
          spaces: titled.count('车位', '个'),
        }),
      )
      .meta({ title: '按单位性质' }),
    use: z
      .array(
        z.object({
          agreement: titled.row('协议', 'parking.agreement'),
          uses: titled.count('使用', '次'),
          hours: z.number().meta({ title: '时长', unit: '小时', decimals: 2 }),
          overstays: titled.count('逾时占用', '次'),
          complaints: titled.count('投诉', '件'),
        }),
      )
      .meta({ title: '使用与投诉' }),
  }),
})
export const newBerthsRoute = route({
  method: 'GET',
  path: '/parking/new-berths',
  zh: '新增停车泊位年度进度',
  permission: 'parking.berth.read',
  tag,
  sheet: { menu: '停车台账' },
  input: z.object({ year }),
  output: z.object({
    year: titled.number('年度'),
    target: titled.count('目标', '个'),
    opened: titled.count('新增机动车泊位', '个'),
    rate: titled.percent('完成'),
    nonmotor: titled.count('新增非机动车泊位', '个'),
    kinds: z
      .array(
        z.object({
          vehicle: titled.like('parking.berth.vehicle'),
          ownership: z.enum(keys(ownerships)).meta({ title: '性质', choices: ownerships }),
          origin: z.enum(keys(origins)).meta({ title: '来源', choices: origins }),
          count: titled.count('新增', '个'),
        }),
      )
      .meta({ title: '按种类' }),
    streets: z
      .array(z.object({ street: titled.area('街道'), count: titled.count('新增机动车泊位', '个') }))
      .meta({ title: '各街道' }),
    months: z
      .array(z.object({ month: titled.words('月份'), count: titled.count('新增', '个'), total: titled.count('累计', '个') }))
      .meta({ title: '各月' }),
  }),
})
export const feeTryRoute = route({
  method: 'GET',
  path: '/parking/fee-try',
  zh: '停车费试算',
  permission: 'parking.tariff.read',
  tag,
  sheet: { menu: '停车收费' },
  input: z.object({
    zone: z.enum(keys(tariffZones)).meta({ title: '计费区域', choices: tariffZones }),
    plate,
    enteredAt: z.iso.datetime({ offset: true }).meta({ title: '入位' }),
    leftAt: z.iso.datetime({ offset: true }).meta({ title: '离场' }),
  }),
  output: z.object({
    tariff: titled.words('收费标准'),
    minutes: titled.count('停放', '分钟'),
    amountFen: z.number().meta({ title: '应收', unit: 'fen' }),
    steps: titled.list('计费步骤'),
  }),
})
export const whyRoute = route({
  method: 'GET',
  path: '/parking/berths/:id/why',
  zh: '泊位状态为何如此',
  permission: 'parking.berth-now.read',
  tag,
  sheet: { of: 'parking.berth-now' },
  input: z.object({ id: titled.about('泊位实时状态', 'parking.berth-now') }),
  output: z.object({
    rule: titled.long('取信规则'),
    state: z.enum(keys(berthStates)).meta({ title: '现在', choices: berthStates }),
    confidence: z.number().meta({ title: '可信度', decimals: 3 }),
    isDisputed: titled.flag('来源冲突'),
    votes: z
      .array(
        z.object({
          source: z.enum(keys(sourceKinds)).meta({ title: '来源', choices: sourceKinds }),
          isTaken: titled.flag('说占用'),
          at: z.date().meta({ title: '时刻' }),
          ageMinutes: titled.count('龄', '分钟'),
          stated: z.number().meta({ title: '自报可信度', decimals: 2 }),
          weight: z.number().meta({ title: '权重', decimals: 2 }),
          standing: z.number().meta({ title: '现值', decimals: 3 }),
        }),
      )
      .meta({ title: '各来源最近一次' }),
  }),
})
export const sightingRoute = route({
  method: 'POST',
  path: '/parking/sightings',
  zh: '登记泊位(收费员、巡检)',
  permission: 'parking.collect',
  tag,
  sheet: { menu: '停车收费', button: '登记' },
  input: z.object({
    berth: z.string().max(30).meta({ title: '泊位号' }),
    isTaken: z.boolean().meta({ title: '有车' }),
    plate: plate.optional(),
    source: z
      .enum(['person', 'scan'])
      .default('person')
      .meta({ title: '方式', choices: { person: '收费员登记', scan: '巡检扫描' } }),
  }),
  output: z.object({
    state: z.enum(keys(berthStates)).meta({ title: '泊位状态', choices: berthStates }),
    confidence: z.number().meta({ title: '可信度', decimals: 3 }),
    order: titled.maybe('停车订单'),
    status: titled.maybe('订单状态'),
    amountFen: z.number().nullable().meta({ title: '应收', unit: 'fen' }),
  }),
})
export const keyRoute = route({
  method: 'POST',
  path: '/parking/sources/:id/key',
  zh: '发放数据源密钥',
  permission: 'parking.manage',
  tag,
  sheet: { of: 'parking.source', button: '发放' },
  input: z.object({ id: titled.about('数据源', 'parking.source') }),
  output: z.object({ code: titled.words('编号'), key: titled.words('密钥(只显示这一次)') }),
})
export const topUpRoute = route({
  method: 'POST',
  path: '/parking/accounts/:id/top-up',
  zh: '登记充值到账',
  permission: 'parking.finance',
  tag,
  sheet: { of: 'parking.account', button: '登记' },
  input: z.object({
    id: titled.about('无感支付账户', 'parking.account'),
    amountFen: z.number().int().min(1).max(10_000_000).meta({ title: '到账金额', unit: 'fen' }),
    voucher: z.string().min(2).max(60).meta({ title: '凭证号' }),
  }),
  output: z.object({ balanceFen: z.number().meta({ title: '余额', unit: 'fen' }) }),
})
