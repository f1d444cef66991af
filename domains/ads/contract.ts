/** Sheets of outdoor advertising: the platform's panel, what does not conform, and how far a plan has come. */
import { z } from 'zod'
import { asked, route, titled } from '#kernel/contract'

const tag = 'ads'
const site = titled.row('户外广告', 'ads.site')
const m2 = (title: string) => z.number().meta({ title, unit: '㎡', decimals: 2 })
const street = titled.area('街道(镇)')

export const panelRoute = route({
  method: 'GET',
  path: '/ads/panel',
  zh: '户外广告平台',
  permission: 'ads.site.read',
  tag,
  sheet: { menu: '户外广告' },
  input: z.object({ year: asked.year.optional().meta({ title: '年度', help: '不填为今年' }) }),
  output: z.object({
    at: z.date().meta({ title: '时刻' }),
    sites: titled.count('在册广告', '处'),
    permitted: titled.count('许可有效', '处'),
    nonconform: titled.count('不符合', '处'),
    insured: titled.count('保险有效', '处'),
    inspectedPass: titled.count('检测合格', '处'),
    overdue: titled.count('逾期未整改', '处'),
    fallShort: titled.count('倒伏距离不足', '处'),
    zeroLeft: titled.count('清零计划剩余', '处'),
    signs: titled.count('店招', '块'),
    largeUninsured: titled.count('大型店招未投保', '块'),
    removed: titled.count('本年拆除', '块(处)'),
    removedM2: m2('本年拆除面积'),
    states: z
      .array(z.object({ status: titled.like('ads.site.status'), count: titled.count('处', '处') }))
      .meta({ title: '各环节' }),
    forms: z
      .array(
        z.object({
          form: titled.like('ads.site.form'),
          sites: titled.count('在册', '处'),
          removed: titled.count('本年拆除', '块(处)'),
          removedM2: m2('拆除面积'),
        }),
      )
      .meta({ title: '各形式' }),
    streets: z
      .array(
        z.object({
          street,
          sites: titled.count('在册', '处'),
          nonconform: titled.count('不符合', '处'),
          overdue: titled.count('逾期', '处'),
        }),
      )
      .meta({ title: '各街镇' }),
    months: z
      .array(z.object({ month: titled.words('月份'), removed: titled.count('拆除', '块(处)'), removedM2: m2('面积') }))
      .meta({ title: '逐月拆除' }),
    expiring: z
      .array(
        z.object({
          site,
          what: titled.words('到期的'),
          on: titled.words('日期'),
          days: titled.count('还有', '日'),
          lon: z.number().nullable().meta({ title: '经度', decimals: 6 }),
          lat: z.number().nullable().meta({ title: '纬度', decimals: 6 }),
        }),
      )
      .meta({ title: '到期清单(已到期的为负)' }),
  }),
})
export const faultsRoute = route({
  method: 'GET',
  path: '/ads/nonconforming',
  zh: '不符合规划的广告清单',
  permission: 'ads.site.read',
  tag,
  sheet: { menu: '户外广告' },
  input: z.object({}),
  output: z.object({
    checked: titled.count('已核定', '处'),
    conform: titled.count('符合', '处'),
    percent: titled.percent('符合率'),
    levels: z
      .array(
        z.object({
          level: titled.like('ads.site.level'),
          sites: titled.count('广告', '处'),
          nonconform: titled.count('不符合', '处'),
        }),
      )
      .meta({ title: '按规划分区' }),
    rows: z
      .array(
        z.object({
          site,
          street,
          form: titled.like('ads.site.form'),
          level: titled.like('ads.site.level'),
          areaM2: m2('面积'),
          requiredM: z.number().nullable().meta({ title: '应有倒伏距离', unit: 'm', decimals: 2 }),
          edgeM: z.number().nullable().meta({ title: '实距', unit: 'm', decimals: 2 }),
          faults: titled.maybe('不符合之处'),
          status: titled.like('ads.site.status'),
        }),
      )
      .meta({ title: '不符合清单' }),
  }),
})
export const zeroRoute = route({
  method: 'GET',
  path: '/ads/zero',
  zh: '清零进度',
  permission: 'ads.zero-plan.read',
  tag,
  sheet: { of: 'ads.zero-plan' },
  input: z.object({ id: titled.about('清零计划', 'ads.zero-plan') }),
  output: z.object({
    listed: titled.count('列入', '处'),
    removed: titled.count('已拆除', '处'),
    left: titled.count('剩余', '处'),
    percent: titled.percent('进度'),
    overdue: titled.count('逾期', '处'),
    rows: z
      .array(
        z.object({
          site,
          form: titled.like('ads.site.form'),
          person: titled.words('责任人'),
          dueOn: titled.words('期限'),
          status: titled.like('ads.site.status'),
          isOverdue: titled.flag('逾期'),
        }),
      )
      .meta({ title: '清单' }),
  }),
})
