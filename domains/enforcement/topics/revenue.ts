/** 业主公共收益专项检查: found per compound, returned to the owners' account step by step, struck off when all of it is back. Sums in fen. */
import { choice, integer, longText, money, photos, procedure, ref, refuse, text } from '#kernel'
import { yuan } from '../money.ts'
import { first, sayDeed } from '../penalty/shared.ts'

const fen = (zh: string) => money(zh)
const form = {
  compound: ref('小区', 'grid.compound'),
  batch: text('批次', { maxLength: 20 }).searchable(),
  property: text('物业企业', { maxLength: 80 }).searchable(),
  households: integer('户数', { unit: '户', min: 1 }),
  yearFrom: integer('检查年度起', { min: 2000 }),
  yearTo: integer('检查年度止', { min: 2000 }),
  isPublished: choice('公示', { yes: '已公示', no: '未公示' }),
  foundFen: fen('查实公共收益'),
  findings: longText('检查情况', { maxLength: 2000 }).searchable(),
  campaign: ref('专项行动', 'enforcement.campaign').optional(),
} as const
export const revenueCheck = procedure('enforcement.revenue-check', {
  zh: '业主公共收益检查',
  menu: '专项执法',
  numbering: { prefix: 'GG', per: 'year', digits: 5 },
  title: 'findings',
  help: '每个小区每批一次:查实收益、入账“归位”、涉及户数。',
  fields: {
    ...form,
    returnedFen: fen('已入账'),
    vouchers: longText('入账凭证', { maxLength: 2000 }).optional(),
    photos: photos(0, '公示照片').optional(),
  },
  uniqueTogether: [['compound', 'batch']],
  statuses: {
    returning: { zh: '待入账归位', duty: 'enforcement.handle', taskZh: '待归位公共收益' },
    returned: { zh: '已入账待公示', duty: 'enforcement.handle', taskZh: '待公示公共收益' },
    cleared: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '登记检查',
    from: 'new',
    to: ({ input }) => (input.foundFen > 0 ? 'returning' : input.isPublished === 'yes' ? 'cleared' : 'returned'),
    by: 'enforcement.handle',
    basis: '物业管理条例第54条;民法典第282条:公共收益扣除合理成本后属于业主共有',
    form,
    check: ({ input }) =>
      input.yearTo < input.yearFrom ? refuse('enforcement.field', { why: '检查年度止不能早于起' }) : undefined,
    effects: ({ subject, input, actor }) => ({
      set: { returnedFen: 0 },
      facts: [
        sayDeed(
          'enforcement.revenue-check',
          { ...subject, topic: 'revenue', campaign: input.campaign ?? null },
          actor,
          '公共收益检查',
          'manage',
        ),
      ],
    }),
  }),
  giveBack: action({
    zh: '登记入账',
    from: 'returning',
    to: ({ subject, input }) =>
      subject.returnedFen + input.amountFen >= subject.foundFen
        ? subject.isPublished === 'yes'
          ? 'cleared'
          : 'returned'
        : 'returning',
    by: 'enforcement.handle',
    tone: 'primary',
    form: { amountFen: money('入账金额', { min: 1 }), voucher: text('银行凭证', { maxLength: 80 }) },
    check: ({ input, subject }) =>
      first(
        subject.returnedFen + input.amountFen > subject.foundFen
          ? refuse('enforcement.over-paid', { due: yuan(subject.foundFen - subject.returnedFen), paid: yuan(input.amountFen) })
          : undefined,
        subject.vouchers?.split('\n').includes(input.voucher)
          ? refuse('enforcement.field', { why: `凭证${input.voucher}已登记过` })
          : undefined,
      ),
    effects: ({ input, subject }) => ({
      set: {
        returnedFen: subject.returnedFen + input.amountFen,
        vouchers: [subject.vouchers, input.voucher].filter(Boolean).join('\n'),
      },
    }),
  }),
  publish: action({
    zh: '登记公示',
    from: ['returned', 'returning'],
    to: ({ subject }) => (subject.returnedFen >= subject.foundFen ? 'cleared' : 'returning'),
    by: 'enforcement.handle',
    form: { photos: photos(1, '公示照片') },
    effects: ({ input }) => ({ set: { isPublished: 'yes', photos: input.photos } }),
  }),
}))
