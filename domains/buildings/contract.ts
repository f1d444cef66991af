/** Sheets of illegal buildings: the platform's panel, the five-year programme, the daily list, the order of plans, the 物业. */
import { z } from 'zod'
import { asked, route, titled } from '#kernel/contract'

const tag = 'buildings'
const menu = { menu: '违法建设' } as const
const m2 = (title: string) => z.number().meta({ title, unit: '㎡', decimals: 2 })
const building = titled.row('违法建设', 'buildings.building')

export const panelRoute = route({
  method: 'GET',
  path: '/buildings/panel',
  zh: '违法建设平台',
  permission: 'buildings.building.read',
  tag,
  sheet: menu,
  input: z.object({ year: asked.year.optional().meta({ title: '年度', help: '不填为今年' }) }),
  output: z.object({
    at: z.date().meta({ title: '时刻' }),
    open: titled.count('在册', '处'),
    openM2: m2('在册面积'),
    newOpen: titled.count('新增未销号', '处'),
    stockOpen: titled.count('存量未销号', '处'),
    key: titled.count('重点', '处'),
    unverified: titled.count('待核实', '处'),
    overdue: titled.count('超期未拆', '处'),
    settled: titled.count('本年销号', '处'),
    settledM2: m2('本年销号面积'),
    listed: titled.count('挂牌督办', '件'),
    warned: titled.count('督办预警', '件'),
    penalties: titled.count('移送处罚', '件'),
    fulfilled: titled.count('处罚已履行', '件'),
    unpaid: titled.count('催告未缴(已记信用)', '件'),
    held: titled.count('联动措施在执行', '件'),
    restoreOpen: titled.count('待复垦复绿', '处'),
    states: z
      .array(z.object({ status: titled.like('buildings.building.status'), count: titled.count('处', '处'), areaM2: m2('面积') }))
      .meta({ title: '全过程各环节' }),
    streets: z
      .array(
        z.object({
          street: titled.area('街道(镇)'),
          newOpen: titled.count('新增未销号', '处'),
          stockOpen: titled.count('存量未销号', '处'),
          openM2: m2('在册面积'),
          overdue: titled.count('超期', '处'),
          settled: titled.count('本年销号', '处'),
          settledM2: m2('本年销号面积'),
        }),
      )
      .meta({ title: '各街镇' }),
    months: z
      .array(
        z.object({
          month: titled.words('月份'),
          found: titled.count('发现', '处'),
          settled: titled.count('销号', '处'),
          settledM2: m2('销号面积'),
        }),
      )
      .meta({ title: '逐月走势' }),
    late: z
      .array(
        z.object({
          building,
          street: titled.area('街道(镇)'),
          status: titled.like('buildings.building.status'),
          areaM2: m2('面积'),
          days: titled.count('超期', '日'),
          lon: z.number().nullable().meta({ title: '经度', decimals: 6 }),
          lat: z.number().nullable().meta({ title: '纬度', decimals: 6 }),
        }),
      )
      .meta({ title: '超期清单(前50)' }),
  }),
})
export const fiveYearRoute = route({
  method: 'GET',
  path: '/buildings/five-year',
  zh: '五年行动进度',
  permission: 'buildings.programme.read',
  tag,
  sheet: { of: 'buildings.programme' },
  input: z.object({ id: titled.about('行动', 'buildings.programme') }),
  output: z.object({
    targetM2: m2('五年任务'),
    handledM2: m2('已治理'),
    percent: titled.percent('进度'),
    years: z
      .array(
        z.object({ year: titled.words('年度'), targetM2: m2('任务'), handledM2: m2('已治理'), percent: titled.percent('完成') }),
      )
      .meta({ title: '各年度' }),
    towns: z
      .array(
        z.object({
          rank: titled.count('名次', '名'),
          street: titled.area('街道(镇)'),
          targetM2: m2('五年任务'),
          handledM2: m2('已治理'),
          percent: titled.percent('进度'),
          forecastM2: m2('期末预计'),
          forecastPercent: titled.percent('期末预计进度'),
          reachedOn: titled.maybe('预计完成日期'),
        }),
      )
      .meta({ title: '各街镇排名与预计' }),
  }),
})
export const dailyRoute = route({
  method: 'GET',
  path: '/buildings/daily',
  zh: '新增违建每日清单',
  permission: 'buildings.building.read',
  tag,
  sheet: menu,
  input: z.object({}),
  output: z.object({
    day: titled.words('日期'),
    left: titled.count('新增未拆', '处'),
    overdue: titled.count('其中超期', '处'),
    rows: z
      .array(
        z.object({
          building,
          street: titled.area('街道(镇)'),
          status: titled.like('buildings.building.status'),
          areaM2: m2('面积'),
          foundHours: z.number().nullable().meta({ title: '开工至发现', unit: '小时', decimals: 1 }),
          days: titled.count('发现以来', '日'),
          dueOn: titled.maybe('限拆日期'),
          isOverdue: titled.flag('超期'),
        }),
      )
      .meta({ title: '未拆除的新增违建' }),
  }),
})
export const orderRoute = route({
  method: 'GET',
  path: '/buildings/order',
  zh: '存量治理排序',
  permission: 'buildings.building.read',
  tag,
  sheet: menu,
  input: z.object({}),
  output: z.object({
    key: titled.count('重点', '处'),
    keyUnplanned: titled.count('重点未列计划', '处'),
    rows: z
      .array(
        z.object({
          place: titled.count('顺序', '位'),
          building,
          street: titled.area('街道(镇)'),
          flags: titled.words('三类标准'),
          areaM2: m2('面积'),
          builtYear: z.number().nullable().meta({ title: '建成年份' }),
          obstacle: titled.maybe('障碍'),
          planYear: z.number().nullable().meta({ title: '计划年度' }),
        }),
      )
      .meta({ title: '先重点,后面积' }),
  }),
})
export const propertyRoute = route({
  method: 'GET',
  path: '/buildings/property',
  zh: '物业联动防控排名',
  permission: 'buildings.point.read',
  tag,
  sheet: { menu: '小区防控' },
  input: z.object({ ...titled.period }),
  output: z.object({
    rows: z
      .array(
        z.object({
          place: titled.count('名次', '名'),
          property: titled.words('物业企业'),
          compounds: titled.count('小区', '个'),
          reports: titled.count('报告', '处'),
          gained: titled.count('加分', '分'),
          lost: titled.count('扣分', '分'),
          points: titled.count('得分', '分'),
          visits: titled.count('被走访', '次'),
        }),
      )
      .meta({ title: '物业企业' }),
  }),
})
