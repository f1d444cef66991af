/** 业主公共收益专项检查: found per compound, returned to the owners' account step by step, struck off when all of it is back. Sums in fen. */
import { choice, files, instant, integer, longText, money, one, photos, procedure, ref, refuse, text } from '#kernel'
import { yuan } from '../money.ts'
import { first, sayDeed, tellLate } from '../penalty/shared.ts'

const fen = (zh: string) => money(zh)
const form = {
  compound: ref('小区', 'grid.compound'),
  batch: text('批次', { maxLength: 20 }).searchable(),
  property: text('物业企业(与小区台账不同的)', { maxLength: 80 }).optional().searchable(),
  households: integer('户数(与小区台账不同的)', { unit: '户', min: 1 }).optional(),
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
    property: text('物业企业', { maxLength: 80 }).searchable(),
    households: integer('户数', { unit: '户', min: 1 }),
    returnedFen: fen('已入账'),
    slips: files(0, '银行回单').optional(),
    returnDueAt: instant('归位期限').optional(),
    returnedAt: instant('归位时间').optional(),
    vouchers: longText('入账凭证', { maxLength: 2000 }).optional(),
    photos: photos(0, '公示照片').optional(),
  },
  uniqueTogether: [['compound', 'batch']],
  leadingClock: 'return',
  mirror: { return: { dueAt: 'returnDueAt', stoppedAt: 'returnedAt' } },
  clocks: { return: { zh: '入账归位', basis: '本局公共收益专项检查办法(示例)', byDay: 'plain' } },
  statuses: {
    returning: { zh: '待入账归位', duty: 'enforcement.handle', taskZh: '待归位公共收益' },
    returned: { zh: '已入账待公示', duty: 'enforcement.handle', taskZh: '待公示公共收益' },
    cleared: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '登记检查',
    from: 'new',
    look: async ({ tx, input }) =>
      one<{ property: string | null; households: number | null }>(
        tx,
        'select property, households from grid.compound where id = $1 and retired_at is null',
        [input.compound],
      ),
    to: ({ input }) => (input.foundFen > 0 ? 'returning' : input.isPublished === 'yes' ? 'cleared' : 'returned'),
    by: 'enforcement.handle',
    basis: '物业管理条例第54条;民法典第282条:公共收益扣除合理成本后属于业主共有',
    form,
    check: ({ input, found, now }) =>
      first(
        found ? undefined : refuse('kernel.not-found', { what: '小区' }),
        input.yearTo < input.yearFrom ? refuse('enforcement.field', { why: '检查年度止不能早于起' }) : undefined,
        input.yearTo > now.getFullYear() ? refuse('enforcement.field', { why: '检查年度不能晚于今年' }) : undefined,
        (input.property ?? found?.property) && (input.households ?? found?.households)
          ? undefined
          : refuse('enforcement.field', { why: '小区台账上没有物业企业或户数,请填写' }),
      ),
    effects: ({ subject, input, actor, found, parameter }) => ({
      set: {
        returnedFen: 0,
        property: input.property ?? found?.property ?? '',
        households: input.households ?? found?.households ?? 0,
      },
      clocks:
        input.foundFen > 0
          ? [{ clock: 'return', do: 'start', limit: { value: parameter('enforcement.revenue-days'), unit: 'natural_day' } }]
          : [],
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
    form: {
      amountFen: money('入账金额', { min: 1 }),
      voucher: text('银行凭证号', { maxLength: 80 }),
      slip: files(1, '银行回单'),
    },
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
        slips: [...(subject.slips ?? []), ...input.slip],
      },
      clocks: subject.returnedFen + input.amountFen >= subject.foundFen ? [{ clock: 'return', do: 'stop' }] : [],
    }),
  }),
  lapse: action({
    zh: '逾期未归位',
    from: 'returning',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: tellLate(
        subject,
        past,
        `公共收益 ${subject.number} 逾期未入账,尚欠${yuan(subject.foundFen - subject.returnedFen)}(${subject.property})`,
      ),
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
