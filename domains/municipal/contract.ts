/** Sheets of municipal works: small works against the year's pot, and where the ways of the disabled are open. */
import { z } from 'zod'
import { asked, route, titled } from '#kernel/contract'

const { table } = titled
const yuan = (title: string) => z.number().meta({ title, unit: '元', decimals: 2 })
export const smallRoute = route({
  method: 'GET',
  path: '/municipal/small',
  zh: '小修资金台账',
  permission: 'municipal.pot.read',
  tag: 'municipal',
  sheet: { menu: '市政设施' },
  input: z.object({ year: asked.year }),
  output: z.object({
    pot: z.number().nullable().meta({ title: '资金', unit: '元', decimals: 2 }),
    spent: yuan('已用'),
    percent: titled.percent('已用比例'),
    open: titled.count('未办结'),
    thanks: titled.count('致谢'),
    complaints: titled.count('不满意'),
    rows: table('小修', {
      job: titled.row('小修', 'municipal.job'),
      asker: titled.maybe('请求人'),
      source: titled.like('municipal.job.source'),
      place: titled.words('位置'),
      status: titled.like('municipal.job.status'),
      askedOn: titled.words('请求日期'),
      days: z.number().nullable().meta({ title: '用时', unit: '天' }),
      cost: z.number().nullable().meta({ title: '费用', unit: '元', decimals: 2 }),
      reply: titled.maybe('评价'),
    }),
  }),
})
export const accessRoute = route({
  method: 'GET',
  path: '/municipal/access',
  zh: '无障碍通行状况',
  permission: 'municipal.facility.read',
  tag: 'municipal',
  sheet: { menu: '无障碍' },
  input: z.object({}),
  output: z.object({
    total: titled.count('设施', '处'),
    percent: titled.percent('可用率'),
    rows: table('道路', {
      road: titled.words('道路'),
      total: titled.count('设施', '处'),
      usable: titled.count('可用', '处'),
      blocked: titled.count('被占用', '处'),
      broken: titled.count('损坏', '处'),
      steep: titled.count('不合标准', '处'),
      isOpen: titled.flag('全程可通行'),
    }),
  }),
})
