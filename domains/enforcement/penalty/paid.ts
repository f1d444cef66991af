/** 8 执行: 缴款、延期分期、加处罚款、催告、申请法院 (行政处罚法第66条至第73条;行政强制法第53条、第54条). */
import { choice, date, dayOf, dayText, files, flag, integer, lastDayOf, money, raw, refuse, text } from '#kernel'
import { getFact, legalDue } from '../deadlines.ts'
import { surchargeFen, yuan } from '../money.ts'
import { endOfDay, noonOf } from '../officers.ts'
import type { PenaltyAction } from './definition.ts'
import { type CaseFile, readFile } from './file.ts'
import { first, handlersOnly, iso, needCertificates, othersOnly, paper, sayStage } from './shared.ts'

export interface Owed {
  readonly fineFen: number | null
  readonly forfeitFen: number | null
  readonly paidFen: number
  readonly surchargeFen: number | null
  readonly payDueAt: string | null
  readonly remedyDays: number
}
/** What is owed on a day: the surcharge runs on the fine until the principal is paid, without the days of a remedy (第72条、第73条). */
export const owedOn = (
  subject: Owed,
  on: string,
): { readonly principal: number; readonly surcharge: number; readonly left: number } => {
  const principal = (subject.fineFen ?? 0) + (subject.forfeitFen ?? 0)
  const isPaid = subject.paidFen >= principal
  const late = subject.payDueAt ? Math.floor((noonOf(on).getTime() - new Date(subject.payDueAt).getTime()) / 86_400_000) + 1 : 0
  const percent = getFact('P13').value ?? 0
  const surcharge = isPaid
    ? (subject.surchargeFen ?? 0)
    : surchargeFen(subject.fineFen ?? 0, Math.max(0, late - subject.remedyDays), percent)
  return { principal, surcharge, left: principal + surcharge - subject.paidFen }
}
/** One receipt pays once, whatever case it is shown for. */
const isVoucherUsed = async (tx: Parameters<typeof raw>[0], method: string, voucher: string): Promise<boolean> => {
  const { rows } = await raw(tx, 'select 1 from enforcement.payment where method = $1 and voucher = $2 limit 1', [
    method,
    voucher,
  ])
  return rows.length > 0
}
const owing = ['served', 'urged', 'court'] as const

/** 行政强制法第53条、第54条: no remedy used in its time, urged ten working days ago, within three months. */
export const courtRefusal = (
  subject: { readonly servedOn: string | null; readonly urgedOn: string | null },
  file: Pick<CaseFile, 'calendar' | 'openRemedies'>,
  now: Date,
) => {
  const { calendar } = file
  const suit = legalDue(calendar, 'R04', noonOf(subject.servedOn ?? ''))
  const waited = legalDue(calendar, 'F07', noonOf(subject.urgedOn ?? subject.servedOn ?? ''))
  const window = suit ? legalDue(calendar, 'F06', new Date(suit.dueAt.getTime() - 1)) : undefined
  if (file.openRemedies > 0) return refuse('enforcement.court', { why: '复议或诉讼正在进行' })
  if (!subject.urgedOn) return refuse('enforcement.court', { why: '尚未催告' })
  if (waited && now < waited.dueAt) return refuse('enforcement.court', { why: `催告书送达后十日至${waited.dueOn}` })
  if (suit && now < suit.dueAt) return refuse('enforcement.court', { why: `起诉期限至${suit.dueOn}` })
  if (window && now >= window.dueAt) return refuse('enforcement.court', { why: `三个月的申请期限已于${window.dueOn}届满` })
  return undefined
}

export const paidActions = (action: PenaltyAction) => ({
  pay: action({
    zh: '登记缴款',
    from: owing,
    by: 'enforcement.collect',
    tone: 'primary',
    basis: '行政处罚法第67条、第72条、第74条',
    help: '罚款决定与收缴分离:由银行或电子支付收款,凭回单登记。',
    form: {
      amountFen: money('金额', { min: 1 }),
      paidOn: date('缴款日期'),
      method: choice('方式', { bank: '银行', epay: '电子支付', court: '法院执行款' }),
      voucher: text('票据号', { maxLength: 60 }),
    },
    guard: othersOnly('收缴', '行政处罚法第67条'),
    look: async (ctx) => ({
      day: dayOf(ctx.kernel, ctx.subject.district, ctx.now),
      isUsed: await isVoucherUsed(ctx.tx, ctx.input.method, ctx.input.voucher),
    }),
    to: ({ subject, input }) => {
      const { left } = owedOn(subject, input.paidOn)
      return input.amountFen >= left ? 'fulfilled' : (subject.status as 'served' | 'urged' | 'court')
    },
    check: ({ input, subject, found }) => {
      const { left } = owedOn(subject, input.paidOn)
      return first(
        input.paidOn > found.day || input.paidOn < (subject.servedOn ?? '')
          ? refuse('enforcement.field', { why: '缴款日期应在送达之后、今天以前' })
          : undefined,
        found.isUsed ? refuse('enforcement.field', { why: `票据${input.voucher}已登记过缴款` }) : undefined,
        input.amountFen > left ? refuse('enforcement.over-paid', { due: yuan(left), paid: yuan(input.amountFen) }) : undefined,
      )
    },
    effects: ({ input, subject, now }) => {
      const { left, surcharge } = owedOn(subject, input.paidOn)
      const isDone = input.amountFen >= left
      return {
        set: { paidFen: subject.paidFen + input.amountFen, surchargeFen: surcharge, fulfilledAt: isDone ? iso(now) : null },
        clocks: isDone
          ? [
              { clock: 'pay', do: 'stop' },
              { clock: 'urge', do: 'stop' },
            ]
          : [],
        facts: isDone ? [sayStage(subject, 'fulfilled')] : [],
        spawn: [
          {
            procedure: 'enforcement.payment',
            input: {
              penalty: subject.id,
              part: surcharge > 0 ? 'withSurcharge' : 'fine',
              amountFen: input.amountFen,
              paidOn: input.paidOn,
              method: input.method,
              voucher: input.voucher,
            },
          },
        ],
      }
    },
  }),
  handIn: action({
    zh: '当场收缴罚款上缴',
    from: 'fulfilled',
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政处罚法第71条',
    form: { handedInOn: date('交至机关日期'), voucher: text('票据号', { maxLength: 60 }) },
    guard: (ctx) =>
      first(
        handlersOnly(ctx),
        ctx.subject.isCashOnSpot === true || ctx.clocks.some((c) => c.name === 'handIn')
          ? undefined
          : refuse('enforcement.field', { why: '不是当场收缴的案件' }),
      ),
    check: ({ input, subject, now }) =>
      input.handedInOn > dayText(now) || input.handedInOn < dayText(new Date(subject.decidedAt ?? subject.createdAt))
        ? refuse('enforcement.field', { why: '上缴日期应在收缴之后、今天以前' })
        : undefined,
    effects: ({ input }) => ({ set: { handedInOn: input.handedInOn }, clocks: [{ clock: 'handIn', do: 'stop' }] }),
  }),
  askDelay: action({
    zh: '当事人申请延期、分期缴纳',
    from: ['served', 'urged'],
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政处罚法第66条第二款',
    form: {
      delayUntil: date('缴纳至'),
      instalments: integer('期数', { min: 1, max: 24 }),
      reason: text('经济困难情况', { maxLength: 500 }),
      papers: files(1, '申请书'),
    },
    guard: ({ subject }) => (subject.isDelayPending ? refuse('enforcement.instalment', { why: '已有待批的申请' }) : undefined),
    check: ({ input, subject }) =>
      subject.payDueAt && endOfDay(input.delayUntil) <= new Date(subject.payDueAt)
        ? refuse('enforcement.instalment', { why: '延期日期应晚于现缴款期限' })
        : undefined,
    effects: ({ input }) => ({
      set: { delayUntil: input.delayUntil, instalments: input.instalments, delayReason: input.reason, isDelayPending: true },
    }),
  }),
  decideDelay: action({
    zh: '审批延期、分期缴纳',
    from: ['served', 'urged'],
    to: 'same',
    by: 'enforcement.approve',
    basis: '行政处罚法第66条第二款',
    form: { isGranted: flag('批准'), note: text('意见', { maxLength: 300 }) },
    guard: (ctx) =>
      first(
        othersOnly('批准', '行政处罚法第66条')(ctx),
        ctx.subject.isDelayPending ? undefined : refuse('enforcement.instalment', { why: '没有待批的申请' }),
      ),
    effects: ({ input, subject }) => ({
      set: { isDelayPending: false, ...(input.isGranted ? {} : { delayUntil: null, instalments: null }) },
      clocks:
        input.isGranted && subject.delayUntil
          ? [
              { clock: 'pay', do: 'cancel' },
              { clock: 'pay', do: 'start', dueAt: endOfDay(subject.delayUntil) },
            ]
          : [],
      spawn: [
        paper(
          subject.id,
          '34',
          { isGranted: input.isGranted, until: subject.delayUntil, instalments: subject.instalments, note: input.note },
          true,
        ),
      ],
    }),
  }),
  urge: action({
    zh: '送达催告书',
    from: ['served', 'urged'],
    to: 'urged',
    by: 'enforcement.handle',
    basis: '行政强制法第35条、第54条',
    form: { urgedOn: date('送达日期'), receipt: files(1, '送达回证') },
    guard: (ctx) => {
      const { payDueAt } = ctx.subject
      return first(
        handlersOnly(ctx),
        payDueAt && ctx.now < new Date(payDueAt)
          ? refuse('enforcement.not-overdue', {
              day: lastDayOf(new Date(payDueAt)),
            })
          : undefined,
      )
    },
    look: (ctx) => readFile(ctx),
    check: ({ input, found, subject }) =>
      first(
        needCertificates(found),
        input.urgedOn > found.day ? refuse('enforcement.field', { why: '送达日期不能晚于今天' }) : undefined,
        subject.payDueAt && input.urgedOn < dayText(new Date(subject.payDueAt))
          ? refuse('enforcement.field', { why: `催告书应在缴款期限(${lastDayOf(new Date(subject.payDueAt))})届满之后送达` })
          : undefined,
      ),
    effects: ({ input, subject }) => ({
      set: { urgedOn: input.urgedOn },
      facts: [sayStage(subject, 'unpaid')],
      clocks: [{ clock: 'urge', do: 'start', from: noonOf(input.urgedOn) }],
      spawn: [
        paper(subject.id, '35', { party: subject.partyName, ...owedOn(subject, input.urgedOn), urgedOn: input.urgedOn }),
        paper(subject.id, '36', { surchargeFen: owedOn(subject, input.urgedOn).surcharge }),
      ],
    }),
  }),
  toCourt: action({
    zh: '申请法院强制执行',
    from: 'urged',
    to: 'court',
    by: 'enforcement.approve',
    tone: 'danger',
    basis: '行政强制法第53条、第54条;行政诉讼法第46条',
    guard: othersOnly('批准', '行政强制法第53条'),
    look: (ctx) => readFile(ctx),
    check: ({ subject, found, now }) => courtRefusal(subject, found, now),
    effects: ({ subject, found }) => ({
      set: { courtFiledOn: found.day },
      clocks: [{ clock: 'urge', do: 'stop' }],
      spawn: [paper(subject.id, '40', { party: subject.partyName, ...owedOn(subject, found.day) }, true)],
    }),
  }),
  courtRuled: action({
    zh: '登记法院裁定',
    from: 'court',
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政强制法第56条、第57条',
    form: { ruling: text('裁定(受理五日、裁定七日)', { maxLength: 500 }) },
    guard: handlersOnly,
    effects: ({ input }) => ({ set: { courtRuling: input.ruling } }),
  }),
})
