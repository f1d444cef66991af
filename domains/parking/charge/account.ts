/** 无感支付账户: a plate, its owner and a way to pay. Checked by a person before the first deduction, because whoever binds a plate also sees where it is. */
import { choice, date, integer, money, one, photos, procedure, say, text } from '#kernel'
import { platePattern } from '../contract.ts'
import { accountReady } from '../facts.ts'
import { notYet, why, yuan } from '../shared.ts'

export const applyAccountForm = {
  plate: text('号牌', { maxLength: 10, pattern: platePattern }).personal('plate').searchable(),
  ownerName: text('车主姓名', { maxLength: 40 }).personal('name'),
  phone: text('手机', { maxLength: 20, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
} as const
export const account = procedure('parking.account', {
  zh: '无感支付账户',
  menu: '停车收费',
  numbering: { prefix: 'ZH', per: 'year', digits: 6 },
  title: 'plate',
  help: '账户为预存款;支付渠道经接口接入,本平台自带本地账本一种',
  fields: {
    ...applyAccountForm,
    channel: choice('支付渠道', { ledger: '预存款账本' }),
    balanceFen: money('余额'),
    deductions: integer('扣款次数', { min: 0 }),
    failures: integer('扣款失败次数', { min: 0 }),
    licencePhotos: photos(0, '行驶证照片').optional(),
    verifiedOn: date('核验日期').optional(),
    endReason: text('说明', { maxLength: 200 }).optional(),
  },
  statuses: {
    applied: { zh: '待核验', duty: 'parking.manage', taskZh: '无感支付账户待核验' },
    active: { zh: '已开通' },
    refused: { zh: '未通过', kind: 'final' },
    closed: { zh: '已注销', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申请开通',
    from: 'new',
    to: 'applied',
    by: 'parking.manage',
    form: applyAccountForm,
    look: ({ tx, input }) =>
      one(tx, `select 1 from parking.account where plate = $1 and status = any (array['applied', 'active'])`, [input.plate]),
    check: ({ found }) => notYet(found !== undefined, '该号牌已有账户'),
    effects: () => ({ set: { channel: 'ledger', balanceFen: 0, deductions: 0, failures: 0 } }),
  }),
  verify: action({
    zh: '核验行驶证',
    from: 'applied',
    to: 'active',
    by: 'parking.manage',
    tone: 'primary',
    form: { licencePhotos: photos(1, '行驶证照片'), verifiedOn: date('核验日期') },
    effects: ({ input, subject }) => ({ set: input, facts: [say(accountReady, { account: subject.id, plate: subject.plate })] }),
  }),
  refuse: action({
    zh: '不予开通',
    from: 'applied',
    to: 'refused',
    by: 'parking.manage',
    tone: 'danger',
    form: { endReason: text('理由', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  /** Moves of money come from the ledger only, in the transaction that writes its entry. */
  book: action({
    zh: '入账',
    from: 'active',
    to: 'same',
    by: 'system',
    form: {
      balanceFen: money('余额'),
      deductions: integer('扣款次数', { min: 0 }),
      failures: integer('扣款失败次数', { min: 0 }),
    },
    effects: ({ input }) => ({ set: input }),
  }),
  close: action({
    zh: '注销',
    from: 'active',
    to: 'closed',
    by: 'parking.finance',
    tone: 'danger',
    form: { endReason: text('说明', { maxLength: 200 }) },
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from parking."order" where plate = $1 and status = any (array['due', 'arrears'])`,
        [subject.plate],
      ),
    check: ({ found, subject }) =>
      (found?.n ?? 0) > 0
        ? notYet(true, `还有${found?.n}笔未缴订单`)
        : why((subject.balanceFen ?? 0) > 0, `余额${yuan(subject.balanceFen ?? 0)}元须先退款`),
    effects: ({ input }) => ({ set: input }),
  }),
}))
