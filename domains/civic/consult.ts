/** 法律工作室: a question in writing or an hour with a lawyer; answered in days, rated, published without names, disputes sent to mediation. */
import {
  addDays,
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  first,
  flag,
  instant,
  integer,
  longText,
  one,
  procedure,
  ref,
  register,
  text,
} from '#kernel'
import { notYet, phoneField, why } from './shared.ts'

export const lawyer = register('civic.lawyer', {
  zh: '工作室律师',
  menu: '公众服务',
  title: 'name',
  fields: {
    name: text('姓名', { maxLength: 40 }).searchable(),
    firm: text('律师事务所', { maxLength: 80 }),
    licence: text('执业证号', { maxLength: 17, pattern: { source: '^\\d{17}$', zh: '执业证号应为17位数字' } }).unique(),
    topics: text('擅长', { maxLength: 120 }),
    isOn: flag('在岗'),
  },
})
const slots = { am9: '9:00—10:00', am10: '10:00—11:00', pm14: '14:00—15:00', pm15: '15:00—16:00' } as const
const form = {
  way: choice('方式', { written: '书面咨询', booked: '预约面谈' }),
  topic: choice('事由', {
    penalty: '行政处罚',
    permit: '行政许可',
    neighbour: '邻里纠纷',
    property: '物业纠纷',
    stall: '经营纠纷',
    other: '其他',
  }),
  question: longText('问题', { maxLength: 2000 }),
  name: text('称呼', { maxLength: 20 }).personal('name'),
  phone: phoneField('手机号(已验证)'),
  lawyer: ref('预约律师', 'civic.lawyer').optional(),
  bookedOn: date('预约日期').optional(),
  slot: choice('时段', slots).optional(),
} as const
export const consult = procedure('civic.consult', {
  zh: '法律咨询',
  menu: '公众服务',
  title: 'question',
  numbering: { prefix: 'FL', per: 'year', digits: 5 },
  leadingClock: 'answer',
  mirror: { answer: { dueAt: 'answerDueAt', stoppedAt: 'answeredAt' } },
  help: '书面咨询限期答复,面谈按律师时段预约;答复后评价;去掉姓名、另一人看过才公开为案例;属于纠纷的转调解并记结果。',
  fields: {
    ...form,
    answerDueAt: instant('答复期限').optional(),
    answeredAt: instant('答复时间').optional(),
    answer: longText('答复', { maxLength: 4000 }).optional(),
    answeredBy: ref('答复律师', 'civic.lawyer').optional(),
    stars: integer('评价', { min: 1, max: 5 }).optional(),
    caseText: longText('公开案例(不含姓名)', { maxLength: 2000 }).optional(),
    isPublished: flag('已公开').optional(),
    mediator: text('调解组织', { maxLength: 80 }).optional(),
    mediation: choice('调解结果', { settled: '达成协议', failed: '未达成' }).optional(),
  },
  clocks: { answer: { zh: '答复', limit: { value: 5, unit: 'natural_day' }, basis: '本局法律工作室办法(示例)' } },
  statuses: {
    asked: { zh: '待答复', duty: 'civic.law', taskZh: '法律咨询待答复' },
    answered: { zh: '已答复' },
    mediating: { zh: '调解中', duty: 'civic.law', taskZh: '纠纷调解待登记结果' },
    closed: { zh: '已办结', kind: 'final' },
    dropped: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '咨询(预约)',
    from: 'new',
    to: 'asked',
    by: 'public',
    form,
    look: async ({ tx, input }) => ({
      lawyer: input.lawyer
        ? await one<{ n: number }>(tx, 'select 1 as n from civic.lawyer where id = $1 and is_on and retired_at is null', [
            input.lawyer,
          ])
        : undefined,
      taken: input.lawyer
        ? await one<{ n: number }>(
            tx,
            `select 1 as n from civic.consult where lawyer = $1 and booked_on = $2::date and slot = $3 and status <> 'dropped'`,
            [input.lawyer, input.bookedOn ?? null, input.slot ?? null],
          )
        : undefined,
    }),
    check: ({ input, found, now }) =>
      input.way === 'written'
        ? undefined
        : first(
            why(!input.lawyer || !input.bookedOn || !input.slot, '预约面谈须选律师、日期与时段'),
            why(!found.lawyer, '这位律师不在岗'),
            why(String(input.bookedOn) <= dayText(now), '请约明天以后'),
            why([0, 6].includes(new Date(`${input.bookedOn}T00:00:00Z`).getUTCDay()), '面谈只在工作日'),
            notYet(Boolean(found.taken), '这个时段已被约走'),
          ),
    effects: ({ input, now, parameter }) => ({
      set: { isPublished: false },
      clocks: [
        {
          clock: 'answer',
          do: 'start',
          dueAt: endOf(
            input.way === 'booked' && input.bookedOn ? input.bookedOn : addDays(dayText(now), parameter('civic.consult-days')),
          ),
        },
      ],
    }),
  }),
  cancel: action({
    zh: '取消',
    from: 'asked',
    to: 'dropped',
    by: 'public',
    effects: () => ({ clocks: [{ clock: 'answer', do: 'cancel' }] }),
  }),
  answer: action({
    zh: '答复',
    from: 'asked',
    to: 'answered',
    by: 'civic.law',
    tone: 'primary',
    form: { answer: longText('答复', { maxLength: 4000 }), answeredBy: ref('答复律师', 'civic.lawyer') },
    effects: ({ input, subject }) => ({
      set: input,
      clocks: [{ clock: 'answer', do: 'stop' }],
      messages: [
        { channel: 'sms', recipient: subject.phone, body: `【法律工作室】${subject.number}已答复,请凭编号查看并评价。` },
      ],
    }),
  }),
  rate: action({
    zh: '评价',
    from: ['answered', 'mediating', 'closed'],
    to: 'same',
    by: 'public',
    form: { stars: integer('评价', { min: 1, max: 5 }) },
    guard: ({ subject }) => notYet(subject.stars !== null, '已经评价过'),
    effects: ({ input }) => ({ set: input }),
  }),
  mediate: action({
    zh: '转调解',
    from: 'answered',
    to: 'mediating',
    by: 'civic.law',
    form: { mediator: text('调解组织', { maxLength: 80 }) },
    guard: ({ subject }) => notYet(!['neighbour', 'property', 'stall'].includes(subject.topic), '只有纠纷可转调解'),
    effects: ({ input }) => ({ set: input }),
  }),
  settle: action({
    zh: '登记调解结果',
    from: 'mediating',
    to: 'closed',
    by: 'civic.law',
    tone: 'primary',
    form: { mediation: choice('调解结果', { settled: '达成协议', failed: '未达成' }) },
    effects: ({ input }) => ({ set: input }),
  }),
  close: action({ zh: '办结', from: 'answered', to: 'closed', by: 'civic.law' }),
  digest: action({
    zh: '拟公开案例',
    from: ['answered', 'closed'],
    to: 'same',
    by: 'civic.law',
    form: { caseText: longText('案例(不含姓名、电话)', { maxLength: 2000 }) },
    check: ({ input, subject }) =>
      first(
        why(/1\d{10}/.test(input.caseText), '案例里还有手机号'),
        why(subject.name.length > 1 && input.caseText.includes(subject.name), '案例里还有咨询人的姓名'),
      ),
    effects: ({ input }) => ({ set: { ...input, isPublished: false } }),
  }),
  release: action({
    zh: '公开案例',
    from: ['answered', 'closed'],
    to: 'same',
    by: 'civic.approve',
    tone: 'primary',
    guard: ({ subject, past, actor }) =>
      first(
        notYet(!subject.caseText, '还没有拟公开的案例'),
        notYet(didBefore(past, 'digest', actor), '拟稿人不能审核自己的稿子'),
      ),
    effects: () => ({ set: { isPublished: true } }),
  }),
}))
