/** 涉企服务: an enterprise asks, is given a time, is answered and rates it; what does not please is done again once. And the outside survey of the public. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  flag,
  instant,
  integer,
  longText,
  number,
  procedure,
  register,
  text,
  unit,
} from '#kernel'
import { notYet, phoneField } from './shared.ts'

export const requestKinds = {
  permit: '办证帮办',
  site: '现场难题',
  policy: '政策咨询',
  credit: '信用修复',
  other: '其他',
} as const
const form = {
  enterprise: text('企业名称', { maxLength: 100 }),
  code: text('统一社会信用代码', {
    maxLength: 18,
    pattern: { source: '^[0-9A-HJ-NPQRTUWXY]{18}$', zh: '应为18位统一社会信用代码' },
  }),
  kind: choice('事项', requestKinds),
  what: longText('需求', { maxLength: 1000 }),
  contact: text('联系人', { maxLength: 20 }).personal('name'),
  phone: phoneField('手机号(已验证)'),
} as const
export const request = procedure('civic.request', {
  zh: '涉企服务',
  menu: '公众服务',
  title: 'enterprise',
  numbering: { prefix: 'SQ', per: 'year', digits: 5 },
  leadingClock: 'promise',
  mirror: { promise: { dueAt: 'promiseDueAt', stoppedAt: 'answeredAt' } },
  help: '企业提出 → 承诺期限内答复 → 企业评价;不满意重办一次,每月清单按事项列出。',
  fields: {
    ...form,
    enterprise: form.enterprise.searchable(),
    handler: unit('承办单位').optional(),
    promiseDueAt: instant('承诺期限').optional(),
    answeredAt: instant('答复时间').optional(),
    isInTime: flag('按承诺').optional(),
    answer: longText('答复', { maxLength: 2000 }).optional(),
    verdict: choice('评价', { good: '满意', plain: '基本满意', bad: '不满意' }).optional(),
    redone: integer('重办', { unit: '次' }).optional(),
  },
  clocks: { promise: { zh: '承诺', limit: { value: 3, unit: 'natural_day' }, basis: '本局涉企服务承诺(示例)' } },
  statuses: {
    asked: { zh: '待承办', duty: 'civic.write', taskZh: '涉企需求待分派' },
    given: { zh: '办理中', duty: 'civic.reply', taskZh: '涉企需求待答复', ofUnit: true },
    answered: { zh: '已答复' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '提出',
    from: 'new',
    to: 'asked',
    by: 'public',
    form,
    effects: ({ now, parameter }) => ({
      set: { redone: 0, isInTime: false },
      clocks: [{ clock: 'promise', do: 'start', dueAt: endOf(addDays(dayText(now), parameter('civic.request-days'))) }],
    }),
  }),
  assign: action({
    zh: '分派',
    from: 'asked',
    to: 'given',
    by: 'civic.write',
    tone: 'primary',
    form: { handler: unit('承办单位') },
    effects: ({ input }) => ({ set: { ...input, unitId: input.handler }, assign: { unitId: input.handler } }),
  }),
  answer: action({
    zh: '答复',
    from: 'given',
    to: 'answered',
    by: 'civic.reply',
    tone: 'primary',
    form: { answer: longText('答复', { maxLength: 2000 }) },
    effects: ({ input, subject, now }) => ({
      set: { ...input, isInTime: subject.promiseDueAt !== null && now <= new Date(String(subject.promiseDueAt)) },
      clocks: [{ clock: 'promise', do: 'stop' }],
      messages: [{ channel: 'sms', recipient: subject.phone, body: `【涉企服务】${subject.number}已答复,请凭编号查看并评价。` }],
    }),
  }),
  rate: action({
    zh: '评价',
    from: 'answered',
    to: ({ input, subject }) => (input.verdict === 'bad' && (subject.redone ?? 0) === 0 ? 'given' : 'closed'),
    by: 'public',
    form: { verdict: choice('评价', { good: '满意', plain: '基本满意', bad: '不满意' }) },
    effects: ({ input, subject, now, parameter }) =>
      input.verdict === 'bad' && (subject.redone ?? 0) === 0
        ? {
            set: { ...input, redone: 1 },
            assign: subject.handler ? { unitId: subject.handler } : {},
            clocks: [{ clock: 'promise', do: 'start', dueAt: endOf(addDays(dayText(now), parameter('civic.request-days'))) }],
          }
        : { set: input },
  }),
  close: action({
    zh: '久未评价,办结',
    from: 'answered',
    to: 'closed',
    by: 'civic.write',
    guard: ({ subject, now }) =>
      notYet(now.getTime() - new Date(String(subject.answeredAt)).getTime() < 15 * 86_400_000, '答复满15天未评价才可办结'),
  }),
}))
export const outerSurvey = register('civic.outer-survey', {
  zh: '上级满意度调查',
  menu: '公众服务',
  title: 'topic',
  help: '只录上级公布的结果,可用 Excel 导入;与本局自己的调查同年对照。',
  uniqueTogether: [['year', 'topic', 'publisher']],
  checks: { rank: { sql: 'rank is null or peers is null or rank between 1 and peers', zh: '名次应在1与参评单位数之间' } },
  fields: {
    year: integer('年度', { min: 2000, max: 2100 }),
    topic: text('调查', { maxLength: 100 }).searchable(),
    publisher: text('公布单位', { maxLength: 100 }),
    percent: number('满意率', { unit: '%', min: 0, max: 100 }),
    rank: integer('名次', { min: 1 }).optional(),
    peers: integer('参评单位数', { min: 1 }).optional(),
    sample: integer('样本', { unit: '人', min: 1 }).optional(),
    publishedOn: date('公布日期'),
    document: text('文号', { maxLength: 100 }),
  },
})
