/** Words of the work ledgers and the dictionary of figures. */
import { z } from 'zod'
import { defineErrors, route, titled } from '#kernel/contract'

export const statisticsErrors = defineErrors({
  'statistics.formula': { status: 422, zh: '公式有误:{why}', en: 'The formula is wrong: {why}' },
  'statistics.goal': { status: 422, zh: '目标“{text}”写法不对,应如 >=98、=17、<=0', en: 'Cannot read the target {text}' },
  'statistics.same-hand': { status: 409, zh: '起草人不能自己审定口径', en: 'The drafter cannot approve' },
  'statistics.month': { status: 422, zh: '月份应写成 2026-03 的样子', en: 'A month is written 2026-03' },
  'statistics.empty': {
    status: 409,
    zh: '本月还没有填报台账({month});确无发生的,请勾选“零报告”并说明',
    en: 'Nothing was entered for {month}: declare a nil return',
  },
  'statistics.not-nil': { status: 409, zh: '本月已填报{count}条,不是零报告', en: '{count} entries exist: no nil return' },
  'statistics.early': { status: 409, zh: '{month}还没有结束,不能报送', en: '{month} has not ended' },
})
const instant = z.iso.datetime({ offset: true }).transform((v) => new Date(v))
/** Tries a formula before it is put into the dictionary. */
export const tryFormulaRoute = route({
  method: 'POST',
  path: '/statistics/formula',
  zh: '试算公式',
  permission: 'statistics.metric.read',
  tag: 'statistics',
  sheet: { menu: '统计台账', button: '试算' },
  input: z.object({
    formula: z.string().min(1, '请填写公式').max(2000).meta({
      title: '公式',
      isLong: true,
      help: '如 计数(热线工单)、求和(垃圾清运.数量)、率(计数(热线工单,结果=已办结), 计数(热线工单))',
    }),
    from: instant.optional().meta({ title: '起' }),
    to: instant.optional().meta({ title: '止(不含)' }),
  }),
  output: z.object({
    value: z.union([z.number(), z.string()]).nullable().meta({ title: '得数' }),
    sources: titled.list('取自'),
  }),
})
