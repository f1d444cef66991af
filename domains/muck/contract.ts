/** Routes of muck: what gates, dump sites and road cameras report, the sheets of the desk, and residents' bookings. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const tag = 'muck'
const ticket = (title: string) => z.string().min(1).max(60).meta({ title })
const plate = z.string().min(6).max(10).meta({ title: '号牌' })
const at = z.iso.datetime({ offset: true }).meta({ title: '时间' })
const m3 = (title: string) => z.number().min(0).max(200).meta({ title, unit: 'm³', decimals: 2 })
const amount = (title: string) => z.number().meta({ title, unit: 'm³', decimals: 2 })

export const passageRoute = route({
  method: 'POST',
  path: '/muck/passages',
  zh: '工地出场过车上报',
  permission: 'muck.feed',
  tag,
  sheet: { menu: '清运监管', button: '登记出场' },
  input: z.object({
    ticket: ticket('过车号'),
    gate: z.string().min(1).max(40).meta({ title: '卡口号' }),
    plate,
    at,
    loadM3: m3('装载'),
    isWashed: z.boolean().meta({ title: '已冲洗' }),
    isCovered: z.boolean().meta({ title: '已密闭' }),
  }),
  output: z.object({
    trip: titled.row('趟次', 'muck.trip'),
    finding: z.string().nullable().meta({ title: '异常', like: 'muck.alarm.kind' }),
    isKnown: titled.flag('已上报过'),
  }),
})
export const receiptRoute = route({
  method: 'POST',
  path: '/muck/receipts',
  zh: '消纳场进场签收上报',
  permission: 'muck.feed',
  tag,
  sheet: { menu: '清运监管', button: '签收' },
  input: z.object({
    ticket: ticket('签收号'),
    dump: z.string().min(1).max(30).meta({ title: '场号' }),
    plate,
    at,
    m3: m3('签收'),
  }),
  output: z.object({
    isTaken: titled.flag('已受纳'),
    why: titled.maybe('不受纳原因'),
    trip: z.string().nullable().meta({ title: '趟次', ref: 'muck.trip' }),
    limit: z.string().nullable().meta({ title: '日限', like: 'muck.dump-now.limitState' }),
    isKnown: titled.flag('已上报过'),
  }),
})
export const sightingRoute = route({
  method: 'POST',
  path: '/muck/sightings',
  zh: '路面抓拍上报',
  permission: 'muck.feed',
  tag,
  sheet: { menu: '清运监管', button: '登记抓拍' },
  input: z.object({
    ticket: ticket('抓拍号'),
    plate,
    at,
    isLoaded: z.boolean().meta({ title: '载土' }),
    source: z.string().min(1).max(60).meta({ title: '来源(路口、设备)' }),
    lon: z.number().min(73).max(136).meta({ title: '经度', decimals: 6 }),
    lat: z.number().min(3).max(54).meta({ title: '纬度', decimals: 6 }),
  }),
  output: z.object({ hasTrip: titled.flag('有在途趟次'), isKnown: titled.flag('已上报过') }),
})
export const deskRoute = route({
  method: 'GET',
  path: '/muck/desk',
  zh: '渣土监管指挥台',
  permission: 'muck.trip.read',
  tag,
  sheet: { menu: '渣土指挥' },
  input: z.object({}),
  output: z.object({
    at: z.date().meta({ title: '时刻' }),
    onDuty: titled.maybe('值守人'),
    sites: titled.count('出土工地', '处'),
    trucks: titled.count('准入车辆', '辆'),
    located: titled.count('一小时内有定位', '辆'),
    running: titled.count('在途趟次', '趟'),
    missing: titled.count('缺回执', '趟'),
    openAlarms: titled.count('未处理告警', '起'),
    todayOutM3: amount('当日出土'),
    todayInM3: amount('当日受纳'),
    alarms: z
      .array(z.object({ kind: titled.like('muck.alarm.kind'), n: titled.count('未处理', '起') }))
      .meta({ title: '未处理告警' }),
    dumps: z
      .array(
        z.object({
          dump: titled.row('消纳场', 'muck.dump'),
          leftM3: amount('余量'),
          todayM3: amount('当日受纳'),
          limitState: titled.like('muck.dump-now.limitState'),
        }),
      )
      .meta({ title: '消纳场' }),
  }),
})
export const balanceRoute = route({
  method: 'GET',
  path: '/muck/balance',
  zh: '出土与受纳平衡',
  permission: 'muck.trip.read',
  tag,
  sheet: { menu: '清运监管' },
  input: z.object({ ...titled.period }),
  output: z.object({
    tolerance: z.number().meta({ title: '允许误差', unit: '%', decimals: 1 }),
    outM3: amount('出土'),
    inM3: amount('受纳'),
    pendingM3: amount('在途与缺回执'),
    sites: z
      .array(
        z.object({
          site: titled.words('工地'),
          trips: titled.count('趟次', '趟'),
          outM3: amount('出土'),
          inM3: amount('受纳'),
          pendingM3: amount('在途与缺回执'),
          gapM3: amount('差额(不含在途)'),
          gapPct: titled.percent('误差'),
          isWithin: titled.flag('在允许之内'),
        }),
      )
      .meta({ title: '各工地' }),
  }),
})
export const missingRoute = route({
  method: 'GET',
  path: '/muck/missing',
  zh: '缺回执趟次(按时长)',
  permission: 'muck.trip.read',
  tag,
  sheet: { menu: '清运监管' },
  input: z.object({}),
  output: z.object({
    total: titled.count('缺回执', '趟'),
    upTo12: titled.count('12小时以内', '趟'),
    upTo24: titled.count('12至24小时', '趟'),
    older: titled.count('24小时以上', '趟'),
    trips: z
      .array(
        z.object({
          trip: titled.row('趟次', 'muck.trip'),
          plate: titled.words('号牌'),
          hauler: titled.maybe('企业'),
          site: titled.words('工地'),
          loadM3: amount('出土'),
          leftAt: z.date().meta({ title: '出场时间' }),
          hours: z.number().meta({ title: '已过', unit: '小时', decimals: 1 }),
        }),
      )
      .meta({ title: '趟次' }),
  }),
})
export const weeksRoute = route({
  method: 'GET',
  path: '/muck/patrol-weeks',
  zh: '本周联合巡查进度',
  permission: 'muck.patrol.read',
  tag,
  sheet: { menu: '联合巡查' },
  input: z.object({ day: z.iso.date().optional().meta({ title: '所在日期', help: '不填为今天' }) }),
  output: z.object({
    week: titled.words('周'),
    from: titled.day('周一'),
    required: titled.count('应巡查', '次'),
    extra: titled.count('其中重大活动加密', '次'),
    done: titled.count('已巡查', '次'),
    left: titled.count('还差', '次'),
    trucks: titled.count('检查车辆', '辆次'),
    isMet: titled.flag('达标'),
  }),
})
export const matchesRoute = route({
  method: 'GET',
  path: '/muck/soil-orders/:id/matches',
  zh: '可对接',
  permission: 'muck.soil-order.read',
  tag,
  sheet: { of: 'muck.soil-order' },
  input: z.object({ id: titled.about('供需登记', 'muck.soil-order') }),
  output: z.object({
    leftM3: amount('尚未对接'),
    others: z
      .array(
        z.object({
          order: titled.row('对方', 'muck.soil-order'),
          leftM3: amount('对方未对接'),
          canM3: amount('可对接'),
          from: titled.day('时间相合自'),
          to: titled.day('至'),
          metres: z.number().nullable().meta({ title: '相距', unit: '米' }),
        }),
      )
      .meta({ title: '供需对方' }),
    accounts: z
      .array(z.object({ account: titled.row('土方银行账户', 'muck.soil-account'), canM3: amount('可存(支)') }))
      .meta({ title: '土方银行' }),
  }),
})
export const pointsRoute = route({
  method: 'GET',
  path: '/muck/points',
  zh: '违法记分排名',
  permission: 'muck.points.read',
  tag,
  sheet: { menu: '渣土查处' },
  input: z.object({ ...titled.period }),
  output: z.object({
    companies: z
      .array(z.object({ name: titled.words('企业'), points: titled.count('记分', '分'), cases: titled.count('次数', '起') }))
      .meta({ title: '企业' }),
    trucks: z
      .array(z.object({ name: titled.words('号牌'), points: titled.count('记分', '分'), cases: titled.count('次数', '起') }))
      .meta({ title: '车辆' }),
  }),
})
const held = { number: z.string().max(40), receipt: z.string().min(32).max(80) }
export const publicBookRoute = route({
  method: 'POST',
  path: '/public/muck/renovations',
  zh: '公众:装修垃圾预约清运',
  permission: 'public',
  tag: 'public',
  input: z.object({
    name: z.string().min(1).max(40),
    phone: z.string().regex(/^1\d{10}$/, '手机号应为11位'),
    address: z.string().min(2).max(150),
    packing: z.enum(['bags', 'loose', 'bulky']),
    estimateM3: z.number().min(0.1).max(200),
    wantedOn: z.iso.date(),
    note: z.string().max(200).optional(),
  }),
  output: z.object({ number: z.string(), receipt: z.string() }),
})
const progress = z.object({
  number: z.string(),
  status: z.string(),
  statusZh: z.string(),
  wantedOn: z.string(),
  plannedOn: z.string().nullable(),
  plate: z.string().nullable(),
  m3: z.number().nullable(),
  feeFen: z.number().nullable(),
  score: z.number().nullable(),
})
export const publicProgressRoute = route({
  method: 'GET',
  path: '/public/muck/renovations/:number',
  zh: '公众:装修垃圾预约进度',
  permission: 'public',
  tag: 'public',
  input: z.object(held),
  output: progress,
})
export const publicCancelRoute = route({
  method: 'POST',
  path: '/public/muck/renovations/:number/cancel',
  zh: '公众:取消装修垃圾预约',
  permission: 'public',
  tag: 'public',
  input: z.object(held),
  output: progress,
})
export const publicRateRoute = route({
  method: 'POST',
  path: '/public/muck/renovations/:number/rate',
  zh: '公众:评价装修垃圾清运',
  permission: 'public',
  tag: 'public',
  input: z.object({ ...held, score: z.number().int().min(1).max(5) }),
  output: progress,
})
