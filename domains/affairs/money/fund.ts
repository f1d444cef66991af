/** 向上争取政策资金: asked, approved, arrived — three sums; each arrival is a row of its own, so that the sum of a period is what came in it. */
import { choice, date, dayText, endOf, files, first, integer, number, percentOf, procedure, ref, text } from '#kernel'
import { total, wan, why } from '../shared.ts'

const form = {
  policy: text('政策或文件', { maxLength: 120 }),
  name: text('申报项目', { maxLength: 120 }),
  grade: choice('层级', { nation: '国家', province: '省', city: '市' }),
  project: ref('重点项目', 'affairs.project').optional(),
  askedWan: wan('申请资金'),
  deadlineOn: date('申报截止'),
} as const
export const fund = procedure('affairs.fund', {
  zh: '争取政策资金',
  menu: '项目与资金',
  title: 'name',
  numbering: { prefix: 'ZJ', per: 'year', digits: 3 },
  leadingClock: 'submit',
  help: '申请、批准、到位三个数分开;截止后不能申报;批准不超申请,到位不超批准,到齐即办结。',
  fields: {
    ...form,
    name: form.name.searchable(),
    policy: form.policy.searchable(),
    submittedOn: date('申报日期').optional(),
    approvedOn: date('批准日期').optional(),
    paper: text('批文', { maxLength: 60 }).optional(),
    approvedWan: wan('批准资金'),
    arrivedWan: wan('到位资金'),
    arrivals: integer('到账', { unit: '笔' }),
    percent: number('到位率', { unit: '%' }),
  },
  clocks: { submit: { zh: '申报', limit: { value: 30, unit: 'natural_day' } } },
  statuses: {
    preparing: { zh: '准备申报', duty: 'affairs.manage', taskZh: '政策资金待申报' },
    submitted: { zh: '已申报', duty: 'affairs.manage', taskZh: '政策资金待批复' },
    approved: { zh: '已批准,到位中' },
    arrived: { zh: '已到齐', kind: 'final' },
    refused: { zh: '未获批', kind: 'final' },
    missed: { zh: '错过截止', kind: 'final' },
  },
}).actions((action) => ({
  prepare: action({
    zh: '立项争取',
    from: 'new',
    to: 'preparing',
    by: 'affairs.manage',
    form,
    check: ({ input, now }) =>
      first(why(input.deadlineOn < dayText(now), '申报已截止'), why(input.askedWan <= 0, '申请资金应大于零')),
    effects: ({ input }) => ({
      set: { approvedWan: 0, arrivedWan: 0, arrivals: 0, percent: 0 },
      clocks: [{ clock: 'submit', do: 'start', dueAt: endOf(input.deadlineOn) }],
      timers: [{ name: 'deadline', at: endOf(input.deadlineOn), action: 'miss' }],
    }),
  }),
  miss: action({ zh: '错过截止', from: 'preparing', to: 'missed', by: 'system' }),
  submit: action({
    zh: '申报',
    from: 'preparing',
    to: 'submitted',
    by: 'affairs.manage',
    tone: 'primary',
    form: { papers: files(1, '申报材料') },
    effects: ({ now }) => ({
      set: { submittedOn: dayText(now) },
      clocks: [{ clock: 'submit', do: 'stop' }],
      timers: [{ name: 'deadline', at: null, action: 'miss' }],
    }),
  }),
  approve: action({
    zh: '登记批准',
    from: 'submitted',
    to: 'approved',
    by: 'affairs.manage',
    tone: 'primary',
    form: { paper: text('批文', { maxLength: 60 }), approvedOn: date('批准日期'), approvedWan: wan('批准资金') },
    check: ({ input, subject, now }) =>
      first(
        why(input.approvedWan <= 0 || input.approvedWan > subject.askedWan, `批准资金应在0与申请的${subject.askedWan}万元之间`),
        why(input.approvedOn > dayText(now), '批准日期不能晚于今天'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  refuse: action({
    zh: '未获批',
    from: 'submitted',
    to: 'refused',
    by: 'affairs.manage',
    form: { reason: text('原因', { maxLength: 300 }) },
  }),
  arrive: action({
    zh: '登记到账',
    from: 'approved',
    to: ({ input, subject }) => (total([subject.arrivedWan, input.wan]) >= subject.approvedWan ? 'arrived' : 'approved'),
    by: 'affairs.manage',
    tone: 'primary',
    form: { wan: wan('金额'), arrivedOn: date('到账日期'), voucher: text('凭证号', { maxLength: 60 }) },
    check: ({ input, subject, now }) =>
      first(
        why(input.wan <= 0, '金额应大于零'),
        why(
          total([subject.arrivedWan, input.wan]) > subject.approvedWan,
          `超出批准,尚余${total([subject.approvedWan, -subject.arrivedWan])}万元`,
        ),
        why(input.arrivedOn > dayText(now) || input.arrivedOn < (subject.approvedOn ?? ''), '到账日期应在批准之后、今天以前'),
      ),
    effects: ({ input, subject }) => {
      const arrivedWan = total([subject.arrivedWan, input.wan])
      return {
        set: { arrivedWan, arrivals: subject.arrivals + 1, percent: percentOf(arrivedWan, subject.approvedWan) ?? 0 },
        spawn: [
          { procedure: 'affairs.arrival', input: { fund: subject.id, name: subject.name, grade: subject.grade, ...input } },
        ],
      }
    },
  }),
}))
const arrivalForm = {
  fund: ref('申报', 'affairs.fund'),
  name: text('项目', { maxLength: 120 }),
  grade: choice('层级', { nation: '国家', province: '省', city: '市' }),
  wan: wan('金额'),
  arrivedOn: date('到账日期'),
  voucher: text('凭证号', { maxLength: 60 }),
} as const
export const arrival = procedure('affairs.arrival', {
  zh: '到账明细',
  menu: '项目与资金',
  title: 'name',
  numbering: { prefix: 'DZ', per: 'year', digits: 4 },
  uniqueTogether: [['voucher']],
  fields: arrivalForm,
  statuses: { booked: { zh: '已到账', kind: 'final' } },
}).actions((action) => ({
  book: action({ zh: '到账', from: 'new', to: 'booked', by: 'system', form: arrivalForm }),
}))
