/** Shapes of the routes of reports. */
import { z } from 'zod'
import { asked, defineErrors, route, titled } from '#kernel/contract'

export const thenNowErrors = defineErrors({
  'reports.not-frozen': { status: 409, zh: '尚未定稿,没有可以对照的数', en: 'Not frozen yet: there is nothing to compare' },
})
export const sectionsRoute = route({
  method: 'GET',
  path: '/reports/sections',
  zh: '年度报告:问题、意见建议、下年计划',
  permission: 'reports.report.read',
  tag: 'reports',
  sheet: { menu: '报告' },
  input: z.object({ year: asked.year }),
  output: z.object({
    problems: titled.long('存在问题与不足'),
    opinions: titled.long('三、意见建议'),
    next: titled.long('下一年工作计划'),
    unanswered: titled.list('尚无任务指向的不足'),
  }),
})
const value = (title: string) => z.number().nullable().meta({ title })
export const thenNowRoute = route({
  method: 'GET',
  path: '/reports/:id/then-now',
  zh: '当时与现在:定稿的数、现在的数、差在哪些补录与更正',
  permission: 'reports.report.read',
  tag: 'reports',
  sheet: { of: 'reports.report' },
  input: z.object({ id: z.uuid().meta({ title: '报告', ref: 'reports.report' }) }),
  refusals: ['reports.not-frozen'],
  output: z.object({
    number: z.string().meta({ title: '编号' }),
    title: z.string().meta({ title: '标题' }),
    cutOffAt: z.date().meta({ title: '数据截至' }),
    figures: z
      .array(
        z.object({
          zh: z.string().meta({ title: '指标' }),
          published: z.string().meta({ title: '发布的' }),
          then: value('照当时数据重算'),
          now: value('现在'),
          difference: value('现在与发布之差'),
          why: z.string().meta({ title: '判断' }),
          changes: z.number().meta({ title: '涉及', unit: '条', decimals: 0 }),
        }),
      )
      .meta({ title: '逐个指标' }),
    facts: z
      .array(
        z.object({
          zh: z.string().meta({ title: '指标' }),
          type: z.string(),
          id: z.string().meta({ title: '事实', refBy: 'type' }),
          change: z
            .enum(['added', 'removed', 'changed'])
            .meta({ title: '变化', choices: { added: '增', removed: '减', changed: '改' } }),
          side: z.string().meta({ title: '在' }),
          why: z.string().meta({ title: '原因' }),
          at: z.date().nullable().meta({ title: '时间' }),
          actor: z.string().nullable().meta({ title: '由' }),
        }),
      )
      .meta({ title: '补录、更正、撤销的事实(每个指标至多二十条)' }),
  }),
})
