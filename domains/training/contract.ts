/** Sheets of training: who is not reached, who has not signed, the standings of a month, and one's own. */
import { z } from 'zod'
import { asked, route, titled } from '#kernel/contract'

const { table } = titled
const base = (path: string, zh: string, permission: string) =>
  ({ method: 'GET', path: `/training/${path}`, zh, permission, tag: 'training' }) as const
export const coverageRoute = route({
  ...base('coverage', '全员普查与全员培训覆盖', 'training.survey.read'),
  sheet: { menu: '教育培训' },
  input: z.object({ year: asked.year }),
  output: z.object({
    officers: titled.count('执法队员', '人'),
    surveyed: titled.percent('普查率'),
    trained: titled.percent('培训率'),
    unsurveyed: titled.list('未普查到'),
    untrained: titled.list('未培训到'),
    short: table('学时不足', {
      name: titled.words('姓名'),
      hours: titled.number('学时', '小时'),
      lack: titled.number('还差', '小时'),
    }),
  }),
})
export const unsignedRoute = route({
  ...base('unsigned', '制度阅签情况', 'training.rule.read'),
  sheet: { of: 'training.rule', with: 'rule' },
  input: z.object({ rule: titled.about('制度', 'training.rule') }),
  output: z.object({
    readers: titled.count('应阅签', '人'),
    signed: titled.count('已阅签', '人'),
    rate: titled.percent('阅签率'),
    missing: titled.list('未阅签'),
  }),
})
const line = {
  item: titled.words('指标'),
  count: titled.number('实绩'),
  weight: titled.number('权重'),
  points: titled.number('得分'),
}
export const mineRoute = route({
  ...base('mine', '我的培训与绩效', 'training.learn'),
  sheet: { menu: '教育培训' },
  input: z.object({}),
  output: z.object({
    hours: titled.number('本年学时', '小时'),
    file: table('培训档案', {
      course: titled.words('课程'),
      on: titled.day('日期'),
      state: titled.like('training.attend.state'),
      score: z.number().nullable().meta({ title: '得分' }),
      certificate: titled.maybe('证书号'),
    }),
    scores: table('绩效', {
      month: titled.words('月份'),
      total: titled.number('总分', '分'),
      rank: titled.number('名次'),
      multiplier: titled.number('绩效系数'),
      status: titled.like('training.score.status'),
    }),
    lines: table('最近一月明细', line),
  }),
})
export const contestRoute = route({
  method: 'POST',
  path: '/training/mine/contest',
  zh: '我的绩效:申诉',
  permission: 'training.learn',
  tag: 'training',
  sheet: { menu: '教育培训', button: '申诉' },
  input: z.object({
    month: asked.month,
    appeal: z.string().min(2).max(300).meta({ title: '申诉理由', isLong: true }),
  }),
  output: z.object({ status: titled.like('training.score.status') }),
  refusals: ['kernel.not-found'],
})
