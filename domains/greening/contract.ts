/** Sheets of greening, and the doors of the public: the garden map, activities and adoption. */
import { z } from 'zod'
import { asked, route, sheetsOf, titled } from '#kernel/contract'

const { table } = titled
const sheet = sheetsOf('greening')
const m2 = (title: string) => z.number().meta({ title, unit: '㎡', decimals: 2 })
const tons = (title: string) => z.number().meta({ title, unit: '吨', decimals: 2 })
const yuan = (title: string) => z.number().meta({ title, unit: '万元', decimals: 2 })
const figure = z.number().nullable().meta({ title: '现值', decimals: 2 })

export const overviewRoute = sheet(
  'overview',
  '生态园林总览',
  'greening.space.read',
  '园林规划',
  {},
  {
    assets: table('台账', { name: titled.words('对象'), count: titled.count('数量', '个'), size: titled.words('规模') }),
    spaces: table('绿地分类', {
      class: titled.like('greening.space.class'),
      count: titled.count('处数', '处'),
      areaM2: m2('面积'),
    }),
    open: table('未办结', { name: titled.words('事项'), count: titled.count('数量', '件'), overdue: titled.count('逾期', '件') }),
    trials: table('系统试运行', {
      trial: titled.row('系统', 'greening.trial'),
      status: titled.like('greening.trial.status'),
      decidedOn: titled.maybe('上线决定'),
    }),
  },
)
export const gardenCityRoute = sheet(
  'garden-city',
  '生态园林城市创建',
  'greening.project.read',
  '园林规划',
  { year: asked.year },
  {
    programmes: table('六大工程', {
      programme: titled.like('greening.project.cityProgramme'),
      projects: titled.count('项目', '个'),
      accepted: titled.count('已验收', '个'),
      areaM2: m2('面积'),
      budget: yuan('预算'),
    }),
    total: titled.count('项目合计', '个'),
    targets: table('指标', {
      target: titled.row('指标', 'greening.city-target'),
      value: figure,
      least: z.number().meta({ title: '标准', decimals: 2 }),
      isMet: titled.flag('达标'),
      evidence: titled.count('佐证', '份'),
    }),
  },
)
export const planRoute = sheet(
  'plan',
  '绿地系统规划实施',
  'greening.plan.read',
  '园林规划',
  { year: asked.year },
  {
    plans: table('规划', {
      plan: titled.row('规划', 'greening.plan'),
      plots: titled.count('地块', '个'),
      plannedM2: m2('规划面积'),
      builtM2: m2('已建面积'),
      percent: titled.percent('实施率'),
      late: titled.count('到期未建', '个'),
    }),
    targets: table('年度目标', {
      plan: titled.row('规划', 'greening.plan'),
      item: titled.words('指标'),
      target: z.number().meta({ title: '目标', decimals: 2 }),
      value: figure,
      isMet: titled.flag('达到'),
    }),
  },
)
export const patrolsRoute = sheet(
  'patrols',
  '古树应巡护',
  'greening.ancient.read',
  '古树名木',
  {},
  {
    due: titled.count('应巡护未巡护', '株'),
    rows: table('应巡护', {
      tree: titled.row('古树', 'greening.ancient'),
      grade: titled.like('greening.ancient.grade'),
      health: titled.like('greening.ancient.health'),
      patrolBy: titled.maybe('应巡护'),
      keeper: titled.words('管护责任人'),
    }),
  },
)
export const wasteRoute = sheet('waste', '绿化废弃物去向', 'greening.waste.read', '绿化废弃物', titled.period, {
  collected: tons('收集'),
  used: tons('成为产品'),
  percent: titled.percent('资源化率'),
  towns: table('镇(街道)', {
    town: titled.area('镇(街道)'),
    inT: tons('进场'),
    looseT: tons('未进场'),
    isWithout: titled.flag('无出路'),
  }),
  products: table('产品', { product: titled.like('greening.waste.product'), tons: tons('出厂') }),
  sites: table('处置点', {
    site: titled.row('处置点', 'greening.waste-site'),
    capacity: tons('日处理能力'),
    peak: tons('最高日进场'),
    isOver: titled.flag('超能力'),
  }),
})
export const segmentsRoute = sheet(
  'segments',
  '养护标段考核排名',
  'greening.check.read',
  '园林考核',
  {
    month: asked.month,
  },
  {
    rows: table('标段', {
      rank: titled.count('名次', ''),
      segment: titled.row('标段', 'greening.segment'),
      score: z.number().nullable().meta({ title: '得分', unit: '分', decimals: 2 }),
      faults: titled.count('问题', '个'),
      open: titled.count('未销号', '个'),
      water: titled.percent('给水覆盖'),
      honour: titled.maybe('称号'),
    }),
  },
)
/** 邻里月季园 and what else has keepers: who is there on which day of the week. */
export const rosterRoute = sheet(
  'roster',
  '绿地管家排班',
  'greening.keeper.read',
  '园林绿地',
  {},
  {
    newRoses: titled.count('新建月季园', '座'),
    rebuiltRoses: titled.count('改建月季园', '座'),
    unkept: titled.count('没有管家的月季园', '座'),
    rows: table('排班', {
      space: titled.row('绿地', 'greening.space'),
      form: titled.like('greening.space.form'),
      keepers: titled.words('社区管家'),
      volunteers: titled.count('志愿者', '人'),
      seasons: titled.words('照料季节'),
      days: titled.words('有人值日'),
      freeDays: titled.words('没有人的日子'),
    }),
  },
)
export const wateringRoute = sheet(
  'watering',
  '抗旱浇水落实',
  'greening.drought.read',
  '抗旱',
  {},
  {
    level: titled.words('等级'),
    dryDays: titled.count('连续无有效降雨', '天'),
    rounds: titled.count('每周应浇', '遍'),
    rows: table('标段', {
      segment: titled.row('标段', 'greening.segment'),
      done: titled.number('近七日已浇', '遍'),
      short: titled.number('欠浇', '遍'),
      trucks: titled.count('水车', '台'),
      tons: tons('浇水'),
      lost: titled.count('旱死', '株'),
    }),
  },
)
export const monthsRoute = sheet(
  'months',
  '月月有景赏',
  'greening.activity.read',
  '绿化宣传',
  { year: asked.year },
  {
    missing: titled.count('没有花事活动的月份', '个'),
    rows: table('月份', {
      month: titled.words('月份'),
      events: titled.count('花事活动', '场'),
      onSite: titled.count('现场', '人次'),
      online: titled.count('线上', '人次'),
    }),
  },
)
const publicRoute = { permission: 'public', tag: 'public' } as const
const spot = { name: z.string(), lon: z.number().nullable(), lat: z.number().nullable(), note: z.string() }
/** 生态园林地图: downloadable as it is. */
export const publicMapRoute = route({
  method: 'GET',
  path: '/public/greening/map',
  zh: '公众:生态园林地图',
  ...publicRoute,
  input: z.object({}),
  output: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry: z.unknown(),
        properties: z.object({
          layer: z.enum(['park', 'greenway', 'pocket', 'ancient', 'flower']),
          id: z.string(),
          name: z.string(),
          openHours: z.string().nullable(),
          isOpen: z.boolean(),
          note: z.string().nullable(),
          photos: z.array(z.string()),
        }),
      }),
    ),
  }),
})
export const publicTreesRoute = route({
  method: 'GET',
  path: '/public/greening/trees',
  zh: '公众:可认养的树',
  ...publicRoute,
  input: z.object({}),
  output: z.object({
    trees: z.array(z.object({ id: z.string(), kind: z.enum(['tree', 'ancient']), code: z.string(), ...spot })),
    feeFen: z.number(),
  }),
})
const phone = z.string().regex(/^1\d{10}$/, '手机号应为11位')
export const publicAdoptRoute = route({
  method: 'POST',
  path: '/public/greening/adoptions',
  zh: '公众:申请认养',
  ...publicRoute,
  input: z.object({
    tree: z.uuid().optional(),
    ancient: z.uuid().optional(),
    adopter: z.string().min(1).max(60),
    kind: z.enum(['person', 'group']),
    phone,
    way: z.enum(['fee', 'work']),
    years: z.number().int().min(1).max(5),
    wish: z.string().max(60).optional(),
  }),
  output: z.object({ number: z.string(), receipt: z.string() }),
})
const held = { number: z.string(), receipt: z.string() }
export const publicAdoptionRoute = route({
  method: 'GET',
  path: '/public/greening/adoptions/:number',
  zh: '公众:认养进度与证书',
  ...publicRoute,
  input: z.object(held),
  output: z.object({
    number: z.string(),
    status: z.string(),
    statusZh: z.string(),
    feeFen: z.number().nullable(),
    certificate: z.string().nullable(),
    fromOn: z.string().nullable(),
    toOn: z.string().nullable(),
    cares: z.number().nullable(),
    lastCare: z.string().nullable(),
  }),
})
export const publicActivitiesRoute = route({
  method: 'GET',
  path: '/public/greening/activities',
  zh: '公众:园林活动',
  ...publicRoute,
  input: z.object({}),
  output: z.object({
    activities: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        kindZh: z.string(),
        name: z.string(),
        venue: z.string(),
        mode: z.string(),
        startsAt: z.string(),
        left: z.number(),
      }),
    ),
  }),
})
export const publicBookRoute = route({
  method: 'POST',
  path: '/public/greening/bookings',
  zh: '公众:预约园林活动',
  ...publicRoute,
  input: z.object({ activity: z.uuid(), name: z.string().min(1).max(40), phone, people: z.number().int().min(1).max(200) }),
  output: z.object({ number: z.string(), receipt: z.string() }),
})
