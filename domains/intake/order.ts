/**
 * 诉求工单: what comes in by telephone or from an outside platform. It keeps the outside number and deadline, is answered by a
 * person or by the case it became, and the answer goes back through the adapter of its channel. 回复 (told the citizen), 办结
 * (the matter is done) and 满意 are three different facts with three different times.
 */

import { z } from 'zod'
import { problemFound } from '#catalogue/facts.ts'
import { satisfactionChoices } from '#catalogue/words.ts'
import { choice, code, fact, flag, instant, integer, longText, procedure, ref, refuse, say, text, unit } from '#kernel'
import { orderCalledBack } from './callback.ts'
import { categoryKinds, orderChannels, orderKinds } from './contract.ts'
import { findChannel, findMerged, findOrder, type MergedOrder } from './look.ts'

/** The answer of an order has to go back to the platform it came from. */
export const orderAnswered = fact(
  'intake.order-answered',
  '工单已答复,回传',
  z.object({
    orderId: z.string(),
    channel: z.string(),
    number: z.string(),
    outsideNumber: z.string().nullable(),
    status: z.string(),
    reply: z.string(),
    /** What the citizen said when called back; an outside platform is told with the end. */
    satisfaction: z.string().nullish(),
  }),
)

const closed: Readonly<Record<string, string>> = { done: '已办结', returned: '已退单', merged: '已并单' }
const base = procedure('intake.order', {
  zh: '诉求工单',
  menu: '诉求',
  numbering: { prefix: 'G', per: 'day', digits: 5 },
  title: 'content',
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' }, close: { dueAt: 'closeDueAt', stoppedAt: 'doneAt' } },
  fields: {
    channel: choice('渠道', orderChannels),
    kind: choice('诉求类型', orderKinds),
    outsideNumber: text('外部工单号', { maxLength: 64 }).optional().searchable(),
    callerName: text('来电人', { maxLength: 50 }).personal('name').optional(),
    callerPhone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    isConfidential: flag('要求保密'),
    title: text('标题', { maxLength: 200 }).optional().searchable(),
    content: longText('诉求内容', { maxLength: 8000 }).searchable(),
    address: text('地点').optional().searchable(),
    occurredAt: instant('来电时间').optional(),
    categoryKind: choice('归口大类', categoryKinds).optional(),
    category: code('归口类别', 'category').optional(),
    unit: unit('承办单位').optional(),
    caseId: ref('案件', 'cases.case').optional(),
    caseNumber: text('案件号', { maxLength: 40 }).optional().searchable(),
    caseResult: longText('案件结果').optional(),
    mergedInto: ref('并入工单', 'intake.order').optional(),
    reply: longText('答复内容', { maxLength: 4000 }).optional(),
    replyDueAt: instant('答复期限').optional(),
    repliedAt: instant('答复时间').optional(),
    closeDueAt: instant('办结期限').optional(),
    doneAt: instant('办结时间').optional(),
    acceptedAt: instant('受理时间').optional(),
    satisfaction: choice('满意度', satisfactionChoices).optional(),
    calledBackAt: instant('回访时间').optional(),
    returnCount: integer('退单次数', { min: 0 }),
  },
  clocks: {
    accept: { zh: '接单', limit: { value: 2, unit: 'work_hour' }, basis: '国办发〔2020〕53号;本市热线工单办法(示例)' },
    reply: { zh: '答复', limit: { value: 5, unit: 'work_day' }, basis: 'GB/T 33358;外部平台给出期限的从其期限' },
    close: { zh: '办结', limit: { value: 10, unit: 'work_day' } },
  },
  statuses: {
    received: { zh: '待接单', duty: 'intake.accept', taskZh: '待接单工单' },
    accepted: { zh: '已接单', duty: 'intake.accept', taskZh: '待处理工单' },
    assigned: { zh: '承办中', duty: 'intake.handle', ofUnit: true, taskZh: '待承办工单' },
    inCase: { zh: '已转案件' },
    answered: { zh: '已答复', duty: 'intake.accept', taskZh: '待回访工单' },
    done: { zh: '已办结', kind: 'final' },
    returned: { zh: '已退单', kind: 'final' },
    merged: { zh: '已并单', kind: 'final' },
  },
})
interface Answered {
  readonly id: string
  readonly channel: string
  readonly number: string
  readonly outsideNumber: string | null
}
const answer = ({ id, channel, number, outsideNumber }: Answered, status: string, reply: string, satisfaction?: string | null) =>
  say(orderAnswered, { orderId: id, channel, number, outsideNumber, status, reply, satisfaction })
/** To the citizen's phone, for this order and for each that was merged into it: whoever called is answered. */
const tellCallers = (orders: readonly { readonly number: string; readonly callerPhone: string | null }[], reply: string) =>
  orders.flatMap(({ number, callerPhone }) =>
    callerPhone
      ? [
          {
            channel: 'sms' as const,
            recipient: callerPhone,
            body: `【城管】您反映的问题(${number})答复如下:${reply.slice(0, 200)}`,
          },
        ]
      : [],
  )
const category = {
  categoryKind: choice('归口大类', categoryKinds).optional(),
  category: code('归口类别', 'category').optional(),
} as const

/** The key under which the client sent it; columns of the machinery are not in the row's type. */
type Sent = { readonly clientKey?: string | null }
type Toned = MergedOrder & { readonly satisfaction?: string | null }
/** Imported history is written without a look: nothing was merged into it. */
const withMerged = (subject: Toned, merged?: readonly MergedOrder[]): readonly Toned[] => [subject, ...(merged ?? [])]
/** A category is known by its kind: a component and a matter may bear one number. */
interface Category {
  readonly categoryKind?: keyof typeof categoryKinds | null
  readonly category?: string | null
}
const isKindMissing = (of: Category): boolean => Boolean(of.category && !of.categoryKind)
const categoryOf = (of: Category) => (of.category ? { categoryKind: of.categoryKind ?? null, category: of.category } : {})
const receive = {
  channel: choice('渠道', orderChannels),
  kind: choice('诉求类型', orderKinds),
  outsideNumber: text('外部工单号', { maxLength: 64 }).optional(),
  callerName: text('来电人', { maxLength: 50 }).personal('name').optional(),
  callerPhone: text('电话', {
    maxLength: 20,
    pattern: { source: '^\\+?\\d[\\d -]{4,18}$', zh: '电话应为号码,如 13800001111、0519-12345' },
  })
    .personal('phone')
    .optional(),
  isConfidential: flag('要求保密').optional(),
  title: text('标题', { maxLength: 200 }).optional(),
  content: longText('诉求内容', { maxLength: 8000 }),
  address: text('地点').optional(),
  ...category,
  occurredAt: instant('来电时间').optional(),
  outsideDueAt: instant('外部平台期限').optional(),
} as const

export const orderProcedure = base.actions((action) => ({
  receive: action({
    zh: '登记',
    from: 'new',
    to: 'received',
    by: 'intake.accept',
    form: receive,
    look: (ctx) => findChannel(ctx.tx, ctx.input, (ctx.subject as Sent).clientKey ?? null),
    check: ({ input, found, now }) => {
      if (input.occurredAt && new Date(input.occurredAt) > now) return refuse('kernel.check', { rule: '来电时间不能晚于现在' })
      const number = input.outsideNumber ?? ''
      if (isKindMissing(input)) return refuse('kernel.check', { rule: '请先选归口大类(部件或事件)' })
      if (found?.known) return refuse('intake.known', { number: found.known, outside: number })
      return number && found?.pattern && !new RegExp(found.pattern).test(number)
        ? refuse('kernel.check', { rule: `外部工单号“${number}”不符合该渠道的格式 ${found.pattern}` })
        : undefined
    },
    effects: ({ input, now }) => ({
      set: {
        isConfidential: input.isConfidential ?? input.channel === 'massReport',
        returnCount: 0,
        occurredAt: input.occurredAt ?? now.toISOString(),
      },
      clocks: [
        { clock: 'accept', do: 'start' },
        { clock: 'reply', do: 'start', ...(input.outsideDueAt ? { dueAt: new Date(input.outsideDueAt) } : {}) },
        { clock: 'close', do: 'start' },
      ],
    }),
  }),
  accept: action({
    zh: '接单',
    from: 'received',
    to: 'accepted',
    by: 'intake.accept',
    tone: 'primary',
    isBulk: true,
    effects: ({ subject, now }) => ({
      set: { acceptedAt: now.toISOString() },
      clocks: [{ clock: 'accept', do: 'stop' }],
      facts: subject.outsideNumber ? [answer(subject, 'accepted', '已接单')] : [],
    }),
  }),
  sendBack: action({
    zh: '退单',
    from: ['received', 'accepted'],
    to: 'returned',
    by: 'intake.accept',
    tone: 'danger',
    help: '不属于城市管理职责:说明理由退回来源平台。',
    form: { reason: text('退单理由', { maxLength: 500 }) },
    effects: ({ subject, input }) => ({
      set: { returnCount: subject.returnCount + 1, reply: input.reason },
      clocks: (['accept', 'reply', 'close'] as const).map((clock) => ({ clock, do: 'cancel' as const })),
      facts: [answer(subject, 'returned', input.reason)],
    }),
  }),
  merge: action({
    zh: '并单',
    from: ['received', 'accepted'],
    to: 'merged',
    by: 'intake.accept',
    form: { into: ref('并入工单', 'intake.order') },
    look: (ctx) => findOrder(ctx.tx, ctx.input.into),
    check: ({ input, subject, found }) => {
      if (input.into === subject.id) return refuse('intake.duplicate-of-self')
      if (!found) return refuse('kernel.not-found', { what: '要并入的工单' })
      return found.status in closed
        ? refuse('intake.merge-closed', { number: found.number, status: closed[found.status] ?? found.status })
        : undefined
    },
    effects: ({ subject, input, found }) => ({
      set: { mergedInto: input.into, caseId: found?.caseId ?? null, caseNumber: found?.caseNumber ?? null },
      clocks: (['accept', 'reply', 'close'] as const).map((clock) => ({ clock, do: 'cancel' as const })),
      facts: [answer(subject, 'merged', `与工单${found?.number ?? ''}为同一诉求,合并办理`)],
    }),
  }),
  toCase: action({
    zh: '转案件',
    from: 'accepted',
    to: 'inCase',
    by: 'intake.accept',
    tone: 'primary',
    help: '转入案件流程办理,案件办结后结果自动回到本工单。',
    form: category,
    check: ({ input }) => (isKindMissing(input) ? refuse('kernel.check', { rule: '请先选归口大类(部件或事件)' }) : undefined),
    effects: ({ subject, input }) => ({
      set: {
        categoryKind: input.categoryKind ?? subject.categoryKind,
        category: input.category ?? subject.category,
        caseResult: null,
      },
      facts: [
        say(problemFound, {
          source: subject.channel,
          outsideNumber: subject.outsideNumber,
          sourceType: 'intake.order',
          sourceId: subject.id,
          description: subject.content,
          ...categoryOf(input.category ? input : subject),
          address: subject.address,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
          reporterName: subject.isConfidential ? null : subject.callerName,
          reporterPhone: subject.isConfidential ? null : subject.callerPhone,
          photos: [],
          isUrgent: false,
        }),
      ],
    }),
  }),
  caseOpened: action({
    zh: '案件已登记',
    from: 'inCase',
    to: 'same',
    by: 'system',
    form: { caseId: text('案件'), caseNumber: text('案件号') },
    effects: ({ input }) => ({ set: { caseId: input.caseId, caseNumber: input.caseNumber } }),
  }),
  caseEnded: action({
    zh: '案件已办结',
    from: 'inCase',
    to: 'accepted',
    by: 'system',
    form: { result: longText('案件结果') },
    effects: ({ input }) => ({ set: { caseResult: input.result } }),
  }),
  assign: action({
    zh: '交办',
    from: 'accepted',
    to: 'assigned',
    by: 'intake.accept',
    form: { unit: unit('承办单位'), note: text('交办意见', { maxLength: 500 }).optional() },
    effects: ({ input }) => ({ set: { unitId: input.unit, unit: input.unit }, assign: { unitId: input.unit } }),
  }),
  report: action({
    zh: '承办反馈',
    from: 'assigned',
    to: 'accepted',
    by: 'intake.handle',
    tone: 'primary',
    form: { result: longText('办理情况', { maxLength: 4000 }) },
    effects: ({ input }) => ({ set: { caseResult: input.result } }),
  }),
  decline: action({
    zh: '不属本单位,退回',
    from: 'assigned',
    to: 'accepted',
    by: 'intake.handle',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({ set: { unitId: null, unit: null, returnCount: subject.returnCount + 1 } }),
  }),
  reply: action({
    zh: '答复',
    from: 'accepted',
    to: 'answered',
    by: 'intake.accept',
    tone: 'primary',
    help: '并入本单的各件一并答复:来电人收到短信,外部平台收到回传。',
    form: { reply: longText('答复内容', { maxLength: 4000 }) },
    look: (ctx) => findMerged(ctx.tx, ctx.subject.id),
    effects: ({ subject, input, found }) => ({
      set: { reply: input.reply },
      clocks: [{ clock: 'reply', do: 'stop' }],
      facts: withMerged(subject, found).map((o) => answer(o, 'answered', input.reply)),
      messages: tellCallers(withMerged(subject, found), input.reply),
    }),
  }),
  callBack: action({
    zh: '回访',
    from: 'answered',
    to: 'same',
    by: 'intake.accept',
    help: '未联系上的如实记录,不计入满意率。',
    form: { satisfaction: choice('满意度', satisfactionChoices), note: text('回访记录', { maxLength: 500 }).optional() },
    effects: ({ input, now, subject }) => ({
      set: { satisfaction: input.satisfaction, calledBackAt: now.toISOString() },
      facts: [
        say(orderCalledBack, {
          orderId: subject.id,
          number: subject.number,
          channel: subject.channel,
          kind: subject.kind,
          unit: subject.unit,
          verdict: input.satisfaction,
          note: input.note ?? null,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  lapse: action({
    zh: '逾期提醒',
    from: ['received', 'accepted', 'assigned', 'inCase', 'answered'],
    to: 'same',
    by: 'system',
    help: '答复、办结期限已过:承办单位和接单人都得到提醒。',
    effects: ({ subject, past }) => {
      const zh = `工单 ${subject.number} 已过${subject.repliedAt ? '办结' : '答复'}期限,请抓紧`
      const taker = past.findLast((p) => p.action === 'accept' && p.actorId)?.actorId
      return {
        notify: [
          ...(subject.status === 'assigned' && subject.unit ? [{ unitId: subject.unit, zh }] : []),
          ...(taker ? [{ personId: taker, zh }] : []),
        ],
      }
    },
  }),
  redo: action({
    zh: '不满意重办',
    from: 'answered',
    to: 'accepted',
    by: 'intake.accept',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: () => ({ set: { satisfaction: null, repliedAt: null }, clocks: [{ clock: 'reply', do: 'start' }] }),
  }),
  close: action({
    zh: '办结',
    from: 'answered',
    to: 'done',
    by: 'intake.accept',
    tone: 'primary',
    isBulk: true,
    look: (ctx) => findMerged(ctx.tx, ctx.subject.id),
    effects: ({ subject, found }) => ({
      clocks: [{ clock: 'close', do: 'stop' }],
      facts: withMerged(subject, found).map((o) => answer(o, 'done', subject.reply ?? '', o.satisfaction)),
    }),
  }),
}))
