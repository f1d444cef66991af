/** 绿色邮政爱心捐赠: a receipt for what was given, and what it was used for, never more than was given. */
import { choice, date, dayText, first, money, procedure, ref, rows, text } from '#kernel'
import { why } from '../shared.ts'

const form = {
  donor: text('捐赠人', { maxLength: 60 }).personal('name'),
  channel: choice('渠道', { post: '绿色邮政', hall: '展览馆', online: '线上' }),
  amountFen: money('金额', { min: 100 }),
  base: ref('用于基地(展馆)', 'greening.base').optional(),
} as const
const useLine = { what: text('用途', { maxLength: 80 }), amountFen: money('金额', { min: 1 }), on: date('日期') } as const
export const donation = procedure('greening.donation', {
  zh: '绿化爱心捐赠',
  menu: '绿化宣传',
  title: 'donor',
  numbering: { prefix: 'JZ', per: 'year', digits: 5 },
  help: '收讫即开收据;用途逐笔登记,合计不超过捐赠。',
  fields: {
    ...form,
    donor: form.donor.searchable(),
    receipt: text('收据号', { maxLength: 40 }).optional(),
    receivedOn: date('收讫日期').optional(),
    uses: rows('用途', useLine).optional(),
    usedFen: money('已用').optional(),
  },
  statuses: {
    received: { zh: '已收讫', duty: 'greening.manage', taskZh: '捐赠待公布用途' },
    used: { zh: '已用完', kind: 'final' },
    returned: { zh: '已退回', kind: 'final' },
  },
}).actions((action) => ({
  receive: action({
    zh: '收讫开据',
    from: 'new',
    to: 'received',
    by: 'greening.manage',
    form,
    effects: ({ subject, now }) => ({
      set: { receipt: `绿捐${subject.number.slice(2)}`, receivedOn: dayText(now), usedFen: 0, uses: [] },
    }),
  }),
  use: action({
    zh: '登记用途',
    from: 'received',
    by: 'greening.manage',
    tone: 'primary',
    form: { what: text('用途', { maxLength: 80 }), amountFen: money('金额', { min: 1 }) },
    check: ({ input, subject }) =>
      first(
        why(
          (subject.usedFen ?? 0) + input.amountFen > subject.amountFen,
          `只余${(subject.amountFen - (subject.usedFen ?? 0)) / 100}元`,
        ),
      ),
    to: ({ input, subject }) => ((subject.usedFen ?? 0) + input.amountFen === subject.amountFen ? 'used' : 'received'),
    effects: ({ input, subject, now }) => ({
      set: {
        usedFen: (subject.usedFen ?? 0) + input.amountFen,
        uses: [...(subject.uses ?? []), { what: input.what, amountFen: input.amountFen, on: dayText(now) }],
      },
    }),
  }),
  giveBack: action({
    zh: '退回',
    from: 'received',
    to: 'returned',
    by: 'greening.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
