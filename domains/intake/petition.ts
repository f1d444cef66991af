/** 信访件 (阳光信访): 15 days to decide on 受理 and tell, 60 days to 答复 (+30 by approval), 复查 within 30 days — 信访工作条例 (2022) arts 23, 34, 35. */
import { choice, flag, instant, longText, procedure, text, unit } from '#kernel'

export const petitionProcedure = procedure('intake.petition', {
  zh: '信访件',
  menu: '诉求',
  numbering: { prefix: 'X', per: 'year', digits: 5 },
  title: 'content',
  leadingClock: 'answer',
  mirror: { accept: { dueAt: 'acceptDueAt', stoppedAt: 'acceptedAt' }, answer: { dueAt: 'answerDueAt', stoppedAt: 'answeredAt' } },
  fields: {
    outsideNumber: text('阳光信访编号', { maxLength: 64 }).unique().searchable(),
    petitioner: text('信访人', { maxLength: 50 }).personal('name'),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    way: choice('形式', { online: '网上', letter: '来信', visit: '来访', call: '来电' }),
    content: longText('信访事项', { maxLength: 8000 }).searchable(),
    unit: unit('责任单位').optional(),
    reply: longText('答复意见', { maxLength: 8000 }).optional(),
    isExtended: flag('已延期'),
    acceptDueAt: instant('受理告知期限').optional(),
    acceptedAt: instant('受理告知时间').optional(),
    answerDueAt: instant('答复期限').optional(),
    answeredAt: instant('答复时间').optional(),
  },
  clocks: {
    accept: { zh: '受理告知', limit: { value: 15, unit: 'natural_day' }, basis: '信访工作条例(2022)第二十三条' },
    answer: { zh: '办理答复', limit: { value: 60, unit: 'natural_day' }, basis: '信访工作条例(2022)第三十四条' },
    review: { zh: '复查', limit: { value: 30, unit: 'natural_day' }, basis: '信访工作条例(2022)第三十五条' },
  },
  statuses: {
    registered: { zh: '已登记', duty: 'intake.petition.handle', taskZh: '待受理告知信访件' },
    accepted: { zh: '已受理', duty: 'intake.petition.handle', taskZh: '待答复信访件' },
    answered: { zh: '已答复', duty: 'intake.petition.handle', taskZh: '待确认信访件' },
    reviewing: { zh: '复查中', duty: 'intake.petition.handle', taskZh: '待复查信访件' },
    closed: { zh: '已办结', kind: 'final' },
    refused: { zh: '不予受理', kind: 'final' },
  },
}).actions((action) => ({
  register: action({
    zh: '登记',
    from: 'new',
    to: 'registered',
    by: 'intake.petition.handle',
    form: { outsideNumber: text('阳光信访编号', { maxLength: 64 }), petitioner: text('信访人', { maxLength: 50 }), phone: text('电话', { maxLength: 20 }).optional(), way: choice('形式', { online: '网上', letter: '来信', visit: '来访', call: '来电' }), content: longText('信访事项', { maxLength: 8000 }) },
    effects: () => ({ set: { isExtended: false }, clocks: [{ clock: 'accept', do: 'start' }] }),
  }),
  accept: action({ zh: '受理并告知', from: 'registered', to: 'accepted', by: 'intake.petition.handle', tone: 'primary', basis: '信访工作条例第二十三条', form: { unit: unit('责任单位') }, effects: ({ input }) => ({ set: { unit: input.unit, unitId: input.unit }, clocks: [{ clock: 'accept', do: 'stop' }, { clock: 'answer', do: 'start' }] }) }),
  refuse: action({ zh: '不予受理并告知', from: 'registered', to: 'refused', by: 'intake.petition.handle', tone: 'danger', form: { reason: longText('理由', { maxLength: 2000 }) }, effects: ({ input }) => ({ set: { reply: input.reason }, clocks: [{ clock: 'accept', do: 'stop' }] }) }),
  extend: action({ zh: '延长办理期限', from: 'accepted', to: 'same', by: 'intake.petition.approve', basis: '信访工作条例第三十四条:不超过30日,一次', form: { reason: text('理由', { maxLength: 500 }) }, guard: ({ subject }) => (subject.isExtended ? { code: 'kernel.check', params: { rule: '已延长过一次' } } : undefined), effects: () => ({ set: { isExtended: true }, clocks: [{ clock: 'answer', do: 'extend', by: { value: 30, unit: 'natural_day' } }] }) }),
  answer: action({ zh: '出具答复意见', from: 'accepted', to: 'answered', by: 'intake.petition.handle', tone: 'primary', basis: '信访工作条例第三十四条', form: { reply: longText('答复意见', { maxLength: 8000 }) }, effects: ({ input }) => ({ set: { reply: input.reply }, clocks: [{ clock: 'answer', do: 'stop' }] }) }),
  review: action({ zh: '信访人请求复查', from: 'answered', to: 'reviewing', by: 'intake.petition.handle', basis: '信访工作条例第三十五条', form: { reason: text('复查请求', { maxLength: 500 }) }, effects: () => ({ clocks: [{ clock: 'review', do: 'start' }] }) }),
  conclude: action({ zh: '复查意见', from: 'reviewing', to: 'closed', by: 'intake.petition.handle', tone: 'primary', form: { reply: longText('复查意见', { maxLength: 8000 }) }, effects: ({ input }) => ({ set: { reply: input.reply }, clocks: [{ clock: 'review', do: 'stop' }] }) }),
  close: action({ zh: '办结', from: 'answered', to: 'closed', by: 'intake.petition.handle', tone: 'primary' }),
}))
