/** Routes of sanitation: what weighbridges say, the sheets of the desk, and where the nearest open toilet is. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const tag = 'sanitation'
const tons = (title: string) => z.number().meta({ title, unit: '吨', decimals: 3 })
const day = z.iso.date().optional().meta({ title: '日期', help: '不填为今天' })
export const weighRoute = route({
  method: 'POST',
  path: '/sanitation/weighings',
  zh: '地磅过磅上报',
  permission: 'sanitation.weigh',
  tag,
  sheet: { menu: '转运处理', button: '登记过磅' },
  input: z.object({
    ticket: z.string().min(1).max(60).meta({ title: '磅单号' }),
    station: z.string().min(1).max(30).meta({ title: '站(厂)编号' }),
    direction: z.enum(['in', 'out']).meta({ title: '方向', like: 'sanitation.ticket.direction' }),
    waste: z
      .enum(['other', 'kitchen', 'recyclable', 'hazardous', 'bulky', 'garden', 'building', 'catering'])
      .meta({ title: '垃圾种类', like: 'sanitation.ticket.waste' }),
    plate: z.string().min(6).max(10).meta({ title: '号牌' }),
    fromPlace: z.string().min(1).max(120).meta({ title: '来源' }),
    fromStation: z.string().max(30).optional().meta({ title: '来源站编号', help: '由转运站运来的填写' }),
    route: z.string().max(60).optional().meta({ title: '收运线路' }),
    areaCode: z
      .string()
      .regex(/^\d{6}(\d{3}){0,3}$/)
      .optional()
      .meta({ title: '来源街道', isArea: true }),
    grossKg: z.number().min(0).max(100_000).meta({ title: '毛重', unit: 'kg' }),
    tareKg: z.number().min(0).max(100_000).meta({ title: '皮重', unit: 'kg' }),
    at: z.iso.datetime({ offset: true }).meta({ title: '过磅时间' }),
  }),
  output: z.object({
    row: titled.row('过磅单', 'sanitation.ticket'),
    netKg: titled.number('净重', 'kg'),
    status: titled.like('sanitation.ticket.status'),
    doubt: titled.maybe('疑点'),
    isKnown: titled.flag('已上报过'),
  }),
})
export const panelRoute = route({
  method: 'GET',
  path: '/sanitation/panel',
  zh: '数字环卫平台',
  permission: 'sanitation.order.read',
  tag,
  sheet: { menu: '数字环卫' },
  input: z.object({}),
  output: z.object({
    at: z.date().meta({ title: '时刻' }),
    orders: titled.count('今日作业单', '单'),
    done: titled.count('已完成', '单'),
    waiting: titled.count('待作业', '单'),
    exempt: titled.count('免作业', '单'),
    missed: titled.count('漏扫待补', '单'),
    workers: titled.count('在岗环卫工人', '人'),
    vehicles: titled.count('在用车辆', '辆'),
    out: titled.count('今日出车', '辆'),
    km: z.number().meta({ title: '今日作业里程', unit: '公里', decimals: 2 }),
    tonsIn: tons('今日进站'),
    tonsOut: tons('今日出站'),
    held: titled.count('待核磅单', '张'),
    pickups: titled.count('今日应收', '点'),
    picked: titled.count('已收', '点'),
    toilets: titled.count('公厕', '座'),
    toiletsOpen: titled.count('开放', '座'),
    openCases: titled.count('环卫案件在办', '件'),
    complaints: titled.count('投诉待处理', '件'),
    machineRate: titled.percent('昨日主次干道机扫率'),
    score: z.number().nullable().meta({ title: '本月道路检查均分', decimals: 2 }),
    alarms: z
      .array(z.object({ kind: titled.like('sanitation.alarm.kind'), n: titled.count('未处理', '起') }))
      .meta({ title: '未处理异常' }),
  }),
})
export const centreRoute = route({
  method: 'GET',
  path: '/sanitation/centre',
  zh: '设施综合管理一览',
  permission: 'sanitation.station.read',
  tag,
  sheet: { menu: '环卫设施' },
  input: z.object({}),
  output: z.object({
    rows: z
      .array(
        z.object({
          kind: titled.words('设施'),
          code: titled.words('编号'),
          name: titled.words('名称'),
          state: titled.words('状态'),
          repairs: titled.count('在修', '单'),
          alarms: titled.count('未处理异常', '起'),
          latest: titled.maybe('最近异常'),
        }),
      )
      .meta({ title: '转运站、公厕、车辆' }),
  }),
})
export const ledgerRoute = route({
  method: 'GET',
  path: '/sanitation/ledger',
  zh: '吨位日台账',
  permission: 'sanitation.ticket.read',
  tag,
  sheet: { menu: '转运处理' },
  input: z.object({ day }),
  output: z.object({
    day: titled.day('日期'),
    collectedT: tons('收集'),
    transferredT: tons('转运'),
    treatedT: tons('处理'),
    stations: z
      .array(
        z.object({
          name: titled.words('站(厂)'),
          trips: titled.count('车次', '次'),
          inT: tons('进'),
          outT: tons('出'),
          stockT: tons('存量'),
          capacityT: tons('日能力'),
          isClear: titled.flag('日产日清'),
        }),
      )
      .meta({ title: '各站(厂)' }),
    sources: z
      .array(
        z.object({
          fromPlace: titled.words('来源'),
          waste: titled.like('sanitation.ticket.waste'),
          trips: titled.count('车次', '次'),
          netT: tons('净重'),
        }),
      )
      .meta({ title: '按来源' }),
  }),
})
export const coverRoute = route({
  method: 'GET',
  path: '/sanitation/cover',
  zh: '16小时保洁排班检查',
  permission: 'sanitation.shift-post.read',
  tag,
  sheet: { menu: '道路保洁' },
  input: z.object({}),
  output: z.object({
    hours: titled.number('应覆盖', '小时'),
    roads: z
      .array(
        z.object({
          name: titled.words('主次干道'),
          operator: titled.words('作业单位'),
          posts: titled.count('岗位', '个'),
          workers: titled.count('人员', '人'),
          covered: titled.number('覆盖', '小时'),
          gaps: titled.words('空档'),
          isMet: titled.flag('达标'),
        }),
      )
      .meta({ title: '排班' }),
  }),
})
export const dustRoute = route({
  method: 'GET',
  path: '/sanitation/dust',
  zh: '降尘作业日清单',
  permission: 'sanitation.road-day.read',
  tag,
  sheet: { menu: '道路保洁' },
  input: z.object({ day: z.iso.date().meta({ title: '日期' }) }),
  output: z.object({
    roads: titled.count('应降尘道路', '条'),
    met: titled.count('达标', '条'),
    exempt: titled.count('免作业', '条'),
    short: z
      .array(
        z.object({
          name: titled.words('道路'),
          operator: titled.words('作业单位'),
          least: titled.count('应降尘', '次'),
          times: titled.count('实际', '次'),
        }),
      )
      .meta({ title: '次数不足' }),
  }),
})
export const sidewalkRoute = route({
  method: 'GET',
  path: '/sanitation/sidewalks',
  zh: '人行道周冲洗日历',
  permission: 'sanitation.order.read',
  tag,
  sheet: { menu: '道路保洁' },
  input: z.object({ day: z.iso.date().optional().meta({ title: '周内任一天', help: '不填为本周' }) }),
  output: z.object({
    from: titled.day('周一'),
    washed: titled.count('已冲洗', '条'),
    left: titled.count('未冲洗', '条'),
    roads: z
      .array(
        z.object({
          name: titled.words('人行道'),
          operator: titled.words('作业单位'),
          status: titled.like('sanitation.order.status'),
          washedOn: titled.maybe('冲洗日期'),
        }),
      )
      .meta({ title: '人行道' }),
    unplanned: z.array(z.object({ name: titled.words('人行道') })).meta({ title: '本周没有安排冲洗的人行道' }),
  }),
})
export const fleetRoute = route({
  method: 'GET',
  path: '/sanitation/fleets',
  zh: '新能源推广:环卫车与渣土车',
  permission: 'sanitation.vehicle.read',
  tag,
  sheet: { menu: '环卫车辆' },
  input: z.object({}),
  output: z.object({
    target: titled.percent('环卫新能源占比目标'),
    fleets: z
      .array(
        z.object({
          fleet: titled.words('车队'),
          all: titled.count('在用', '辆'),
          newEnergy: titled.count('其中新能源', '辆'),
          percent: titled.percent('新能源占比'),
          diesel: titled.count('柴油', '辆'),
          unknown: titled.count('能源未登记', '辆'),
        }),
      )
      .meta({ title: '车队' }),
    years: z
      .array(
        z.object({
          year: titled.words('年度'),
          bought: titled.count('新增环卫车', '辆'),
          newEnergy: titled.count('其中新能源', '辆'),
          percent: titled.percent('新增新能源占比'),
          scrapped: titled.count('淘汰', '辆'),
          subsidyYuan: titled.number('补贴', '元'),
        }),
      )
      .meta({ title: '环卫车逐年' }),
    chargers: titled.count('充电(加氢)场所', '处'),
  }),
})
export const disinfectRoute = route({
  method: 'GET',
  path: '/sanitation/disinfect-overdue',
  zh: '消杀逾期清单',
  permission: 'sanitation.disinfection.read',
  tag,
  sheet: { menu: '环卫设施' },
  input: z.object({}),
  output: z.object({
    mode: titled.words('方式'),
    everyDays: titled.number('间隔', '日'),
    overdue: z
      .array(
        z.object({
          kind: titled.like('sanitation.disinfection.kind'),
          code: titled.words('编号'),
          name: titled.words('名称'),
          lastOn: titled.maybe('上次消杀'),
          days: z.number().nullable().meta({ title: '已过', unit: '日' }),
        }),
      )
      .meta({ title: '逾期' }),
  }),
})
