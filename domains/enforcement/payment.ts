/** 罚没款缴纳: one line for each receipt, made only by the case itself; the ledger of money in whole fen. */
import { choice, date, money, procedure, ref, text } from '#kernel'

export const paymentMethods = { bank: '银行', epay: '电子支付', cash: '当场收缴', court: '法院执行款' } as const
const form = {
  penalty: ref('案件', 'enforcement.penalty'),
  part: choice('款项', { fine: '罚没款', withSurcharge: '罚没款及加处罚款' }),
  amountFen: money('金额', { min: 1 }),
  paidOn: date('缴款日期'),
  method: choice('方式', paymentMethods),
  voucher: text('票据号', { maxLength: 60 }).searchable(),
} as const
export const paymentProcedure = procedure('enforcement.payment', {
  zh: '罚没款缴纳',
  menu: '执法办案',
  numbering: { prefix: 'JK', per: 'year', digits: 5, isGapless: true },
  title: 'voucher',
  fields: form,
  statuses: { received: { zh: '已收', kind: 'final' } },
}).actions((action) => ({
  receive: action({ zh: '收款', from: 'new', to: 'received', by: 'system', form }),
}))
