/** 停车订单: one stay of one car, what it costs and how it was paid. The stay and its money are one subject, so they cannot part. */
import { choice, dayMs, first, instant, integer, list, longText, money, one, procedure, ref, say, type Tx, text } from '#kernel'
import { payChannels, platePattern, sourceKinds } from '../contract.ts'
import { orderArrived, orderDue, refundAsked } from '../facts.ts'
import { notYet, why, yuan } from '../shared.ts'
import { readFee } from './fee.ts'

const plate = text('号牌', { maxLength: 10, pattern: platePattern }).personal('plate').searchable()
const arriveForm = {
  lot: ref('停车场(路段)', 'parking.lot'),
  berth: ref('泊位', 'parking.berth').optional(),
  plate: plate.optional(),
  enteredAt: instant('入位时刻'),
  source: choice('来源', sourceKinds),
} as const
const reason = text('理由', { maxLength: 300 })
const openOn = (tx: Tx, berth: string | null | undefined, of: string | null | undefined, self: string) =>
  one<{ number: string }>(
    tx,
    `select number from parking."order" where status = 'parked' and id <> $3 and (berth = $1 or ($1::uuid is null and plate = $2)) limit 1`,
    [berth ?? null, of ?? null, self],
  )
/** Minutes between entering the guided area and this arrival; nothing where no entry of the last hour is known. */
const searchMinutes = async (tx: Tx, of: string | null | undefined, at: string): Promise<number | null> => {
  if (!of) return null
  const found = await one<{ minutes: number }>(
    tx,
    `select round(extract(epoch from $2::timestamptz - at) / 60)::int as minutes from parking.area_entry
     where plate = $1 and at <= $2::timestamptz and at > $2::timestamptz - interval '1 hour' order by at desc limit 1`,
    [of, at],
  )
  return found?.minutes ?? null
}
export const order = procedure('parking.order', {
  zh: '停车订单',
  menu: '停车收费',
  numbering: { prefix: 'TC', per: 'day', digits: 6 },
  title: 'plate',
  leadingClock: 'pay',
  mirror: { pay: { dueAt: 'payDueAt' } },
  help: '离场按入位当日有效的标准计费并逐步说明;逾期未缴或扣款失败转欠费',
  fields: {
    ...arriveForm,
    leftAt: instant('离场时刻').optional(),
    minutes: integer('停放', { unit: '分钟', min: 0 }).optional(),
    searchMinutes: integer('寻位', { unit: '分钟', min: 0 }).optional(),
    tariffName: text('收费标准', { maxLength: 80 }).optional(),
    steps: list('计费步骤').optional(),
    amountFen: money('应收').optional(),
    paidFen: money('实收').optional(),
    refundFen: money('已退').optional(),
    channel: choice('缴费方式', payChannels).optional(),
    voucher: text('凭证', { maxLength: 60 }).optional(),
    collector: ref('收费员', 'parking.collector').optional(),
    account: ref('无感支付账户', 'parking.account').optional(),
    failure: text('扣款失败原因', { maxLength: 120 }).optional(),
    paidAt: instant('缴费时刻').optional(),
    arrearsAt: instant('转欠费时刻').optional(),
    urged: integer('催缴次数', { min: 0, unit: '次' }).optional(),
    urgedAt: instant('最近催缴').optional(),
    invoiceNumber: text('发票号码', { maxLength: 30 }).optional(),
    payDueAt: instant('缴费期限').optional(),
    endReason: text('说明', { maxLength: 300 }).optional(),
  },
  clocks: { pay: { zh: '缴费', limit: { value: 5, unit: 'natural_day' }, basis: '道路停车管理办法(示例)' } },
  statuses: {
    parked: { zh: '停放中' },
    due: { zh: '待缴' },
    arrears: { zh: '欠费', duty: 'parking.manage', taskZh: '停车欠费待催缴' },
    paid: { zh: '已缴', kind: 'final' },
    free: { zh: '免费', kind: 'final' },
    refunded: { zh: '已退款', kind: 'final' },
    waived: { zh: '已减免', kind: 'final' },
    void: { zh: '已作废', kind: 'final' },
  },
}).actions((action) => ({
  arrive: action({
    zh: '登记入位',
    from: 'new',
    to: 'parked',
    by: 'parking.collect',
    form: arriveForm,
    look: async ({ tx, subject, input }) => ({
      open: await openOn(tx, input.berth, input.plate, subject.id),
      searched: await searchMinutes(tx, input.plate, input.enteredAt),
      lot: await one<{ isCharged: boolean }>(tx, 'select is_charged as "isCharged" from parking.lot where id = $1', [input.lot]),
    }),
    check: ({ found, input, now }) =>
      first(
        why(found.lot === undefined, '没有这个停车场'),
        why(found.lot?.isCharged === false, '该停车场不由平台计费'),
        why(new Date(input.enteredAt) > now, '入位时刻不能晚于现在'),
        why(!input.berth && !input.plate, '泊位、号牌至少填一项'),
        notYet(found.open !== undefined, `已有停放中的订单${found.open?.number}`),
      ),
    effects: ({ subject, input, found }) => ({
      set: { searchMinutes: found.searched, urged: 0 },
      facts: input.plate
        ? [say(orderArrived, { order: subject.id, lot: input.lot, plate: input.plate, at: input.enteredAt })]
        : [],
    }),
  }),
  readPlate: action({
    zh: '补录号牌',
    from: 'parked',
    to: 'same',
    by: 'parking.collect',
    form: { plate },
    look: ({ tx, input, subject }) => searchMinutes(tx, input.plate, subject.enteredAt),
    check: ({ subject }) => notYet(subject.plate !== null, '号牌已登记'),
    effects: ({ input, subject, found }) => ({
      set: { plate: input.plate, searchMinutes: found },
      facts: [
        say(orderArrived, {
          order: subject.id,
          lot: subject.lot,
          plate: input.plate,
          at: new Date(subject.enteredAt).toISOString(),
        }),
      ],
    }),
  }),
  leave: action({
    zh: '登记离场',
    from: 'parked',
    by: 'parking.collect',
    tone: 'primary',
    form: { leftAt: instant('离场时刻') },
    look: async (ctx) => readFee(ctx.tx, ctx.kernel, ctx.subject, new Date(ctx.input.leftAt)),
    to: ({ found, subject }) => (subject.plate === null ? 'void' : found.fee.fen === 0 ? 'free' : 'due'),
    check: ({ input, subject, now, found }) =>
      first(
        why(new Date(input.leftAt) < new Date(subject.enteredAt), '离场不能早于入位'),
        why(new Date(input.leftAt) > now, '离场时刻不能晚于现在'),
        notYet(!found.hasTariff, '该计费区域没有当日有效的收费标准'),
      ),
    effects: ({ input, subject, found, now, parameter }) => {
      const isDue = subject.plate !== null && found.fee.fen > 0
      const dueAt = new Date(now.getTime() + parameter('parking.pay-days') * dayMs)
      return {
        set: {
          leftAt: input.leftAt,
          minutes: found.fee.minutes,
          amountFen: subject.plate === null ? 0 : found.fee.fen,
          steps: subject.plate === null ? ['未认出号牌,不能收费'] : found.fee.steps,
          tariffName: found.tariffName,
        },
        clocks: isDue ? [{ clock: 'pay', do: 'start', dueAt }] : [],
        timers: isDue ? [{ name: 'lapse', at: dueAt, action: 'lapse' }] : [],
        facts: isDue ? [say(orderDue, { order: subject.id, plate: subject.plate ?? '' })] : [],
      }
    },
  }),
  pay: action({
    zh: '收费',
    from: ['due', 'arrears'],
    to: 'paid',
    by: 'parking.collect',
    tone: 'primary',
    form: {
      channel: choice('缴费方式', { cash: payChannels.cash, code: payChannels.code, bank: payChannels.bank }),
      paidFen: money('实收'),
      voucher: text('凭证', { maxLength: 60 }).optional(),
      collector: ref('收费员', 'parking.collector').optional(),
    },
    check: ({ input, subject }) =>
      first(
        why(input.paidFen !== subject.amountFen, `应收${yuan(subject.amountFen ?? 0)}元,实收应与应收一致`),
        why(input.channel !== 'cash' && !input.voucher, '请填写流水号'),
      ),
    effects: ({ input, now }) => ({
      set: { ...input, paidAt: now.toISOString() },
      clocks: [{ clock: 'pay', do: 'stop' }],
      timers: [{ name: 'lapse', at: null, action: 'lapse' }],
    }),
  }),
  deduct: action({
    zh: '无感扣款',
    from: ['due', 'arrears'],
    to: 'paid',
    by: 'system',
    form: { account: ref('账户', 'parking.account'), voucher: text('流水', { maxLength: 60 }) },
    effects: ({ input, subject, now }) => ({
      set: { ...input, channel: 'ledger', paidFen: subject.amountFen, paidAt: now.toISOString(), failure: null },
      clocks: [{ clock: 'pay', do: 'stop' }],
      timers: [{ name: 'lapse', at: null, action: 'lapse' }],
    }),
  }),
  deductFailed: action({
    zh: '扣款失败转欠费',
    from: 'due',
    to: 'arrears',
    by: 'system',
    form: { account: ref('账户', 'parking.account'), failure: text('原因', { maxLength: 120 }) },
    effects: ({ input, now }) => ({
      set: { ...input, arrearsAt: now.toISOString() },
      timers: [{ name: 'lapse', at: null, action: 'lapse' }],
    }),
  }),
  lapse: action({
    zh: '逾期转欠费',
    from: 'due',
    to: 'arrears',
    by: 'system',
    effects: ({ now }) => ({ set: { arrearsAt: now.toISOString() } }),
  }),
  urge: action({
    zh: '催缴',
    from: 'arrears',
    to: 'same',
    by: 'parking.manage',
    isBulk: true,
    help: '按已验证账户的手机发送;没有账户的,印催缴单张贴',
    look: ({ tx, subject }) =>
      one<{ phone: string }>(tx, `select phone from parking.account where plate = $1 and status = 'active'`, [subject.plate]),
    guard: ({ subject, now, parameter }) => {
      const days = parameter('parking.urge-days')
      return notYet(
        subject.urgedAt !== null && now.getTime() - new Date(subject.urgedAt).getTime() < days * dayMs,
        `距上次催缴不足${days}日`,
      )
    },
    effects: ({ subject, now, found }) => ({
      set: { urged: (subject.urged ?? 0) + 1, urgedAt: now.toISOString() },
      messages: found
        ? [
            {
              channel: 'sms',
              recipient: found.phone,
              body: `您的车辆${subject.plate}停车订单${subject.number}欠费${yuan(subject.amountFen ?? 0)}元,请及时缴纳。`,
            },
          ]
        : [],
    }),
  }),
  waive: action({
    zh: '减免',
    from: ['due', 'arrears'],
    to: 'waived',
    by: 'parking.finance',
    tone: 'danger',
    form: { endReason: reason },
    effects: ({ input }) => ({
      set: { ...input, paidFen: 0 },
      clocks: [{ clock: 'pay', do: 'stop' }],
      timers: [{ name: 'lapse', at: null, action: 'lapse' }],
    }),
  }),
  refund: action({
    zh: '退款',
    from: 'paid',
    to: 'refunded',
    by: 'parking.finance',
    help: '计费或扣款有误的,已缴的也须退还;走无感支付的退回原账户',
    tone: 'danger',
    form: { refundFen: money('退款'), endReason: longText('理由', { maxLength: 300 }) },
    check: ({ input, subject }) =>
      first(
        why(input.refundFen <= 0, '请填写退款金额'),
        why(input.refundFen > (subject.paidFen ?? 0), `退款不能超过实收${yuan(subject.paidFen ?? 0)}元`),
      ),
    effects: ({ input, subject }) => ({
      set: input,
      facts: subject.account
        ? [say(refundAsked, { order: subject.id, account: subject.account, amountFen: input.refundFen })]
        : [],
    }),
  }),
  invoice: action({
    zh: '登记发票号码',
    from: 'paid',
    to: 'same',
    by: 'parking.finance',
    help: '发票由税务系统开具,本平台只登记其号码,不生成发票',
    form: {
      invoiceNumber: text('发票号码', {
        maxLength: 30,
        pattern: { source: '^\\d{8}$|^\\d{20}$', zh: '发票号码为8位,数电发票为20位数字' },
      }),
    },
    effects: ({ input }) => ({ set: input }),
  }),
}))
