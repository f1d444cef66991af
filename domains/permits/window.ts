/** 政务窗口: 咨询, 延时预约与排队, 事项梳理(版本). */
import type { Transaction } from 'kysely'
import {
  choice,
  countableBetween,
  date,
  dayOf,
  instant,
  integer,
  longText,
  procedure,
  raw,
  record,
  ref,
  refuse,
  say,
  text,
} from '#kernel'
import { consultChannels } from './contract.ts'
import { itemRevised } from './facts.ts'
import { first, wrong } from './kinds/kind.ts'
import { itemTerms } from './registers.ts'

/** 窗口业务咨询: counted in 人次. */
export const consultation = record('permits.consultation', {
  zh: '业务咨询',
  menu: '政务窗口',
  title: 'question',
  help: '电话、窗口、网上咨询逐条登记,按人次统计;高频主题发布为解答。',
  fields: {
    channel: choice('渠道', consultChannels),
    topic: text('主题', { maxLength: 60 }).searchable(),
    item: ref('事项', 'permits.item').optional(),
    question: text('问题', { maxLength: 300 }).searchable(),
    answer: longText('答复', { maxLength: 2000 }),
    people: integer('人次', { unit: '人次', min: 1, max: 100 }),
  },
})

interface Slot {
  readonly isOffice: boolean
  readonly officer: string | null
  readonly window: string | null
  readonly taken: number
}
const halfHour = 30 * 60_000
const slotOf = (at: Date): Date => new Date(Math.floor(at.getTime() / halfHour) * halfHour)
const readSlot = async (tx: Transaction<unknown>, at: Date, isOffice: boolean): Promise<Slot> => {
  const { rows } = await raw<{ person: string; window: string }>(
    tx,
    'select person, window_ as window from permits.duty_slot where retired_at is null and from_at <= $1 and to_at > $1 order by window_ limit 1',
    [at],
  )
  const taken = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from permits.appointment where slot_at >= $1 and slot_at < $2 and status <> all (array['missed', 'cancelled'])`,
    [slotOf(at), new Date(slotOf(at).getTime() + halfHour)],
  )
  return { isOffice, officer: rows[0]?.person ?? null, window: rows[0]?.window ?? null, taken: taken.rows[0]?.n ?? 0 }
}
/** 延时服务: outside office hours and on rest days, with an officer on duty; waiting time from arrival to call. */
export const appointment = procedure('permits.appointment', {
  zh: '延时服务预约与排队',
  menu: '政务窗口',
  title: 'itemName',
  help: '非工作时间、休息日由值班人员办理;等候时间为取号至叫号。',
  numbering: { prefix: 'YS', per: 'day', digits: 3 },
  fields: {
    itemName: text('办理事项', { maxLength: 120 }).searchable(),
    name: text('姓名', { maxLength: 50 }).personal('name'),
    phone: text('手机', { maxLength: 20 }).personal('phone'),
    slotAt: instant('预约时段'),
    window: text('窗口', { maxLength: 40 }).optional(),
    isWalkIn: choice('方式', { booked: '预约', walkIn: '现场取号' }),
    arrivedAt: instant('取号时间').optional(),
    calledAt: instant('叫号时间').optional(),
    servedAt: instant('办结时间').optional(),
    waitMinutes: integer('等候', { unit: '分钟', min: 0 }).optional(),
    served: integer('办理件数', { unit: '件', min: 0 }).optional(),
    note: text('办理情况', { maxLength: 300 }).optional(),
  },
  statuses: {
    booked: { zh: '已预约', duty: 'permits.accept', taskZh: '延时预约' },
    waiting: { zh: '等候中', duty: 'permits.accept', taskZh: '等候叫号' },
    serving: { zh: '办理中', duty: 'permits.accept', taskZh: '办理中' },
    served: { zh: '已办理', kind: 'final' },
    missed: { zh: '未到', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  book: action({
    zh: '预约延时服务',
    from: 'new',
    to: 'booked',
    by: 'permits.accept',
    form: {
      itemName: text('办理事项', { maxLength: 120 }),
      name: text('姓名', { maxLength: 50 }).personal('name'),
      phone: text('手机', { maxLength: 20 }).personal('phone'),
      slotAt: instant('预约时段'),
    },
    look: async (ctx) => {
      const at = new Date(ctx.input.slotAt)
      const calendar = ctx.kernel.calendar(ctx.subject.district)
      return readSlot(ctx.tx, at, countableBetween(calendar, at, new Date(at.getTime() + 60_000), 'work_hour') > 0)
    },
    check: ({ found, input, now, parameter }) => {
      const most = parameter('permits.slot-capacity')
      return first(
        new Date(input.slotAt) <= now ? wrong('预约时段应在现在以后') : undefined,
        found.isOffice ? wrong('该时段为正常工作时间,请直接到窗口办理,不属延时服务') : undefined,
        found.officer ? undefined : refuse('permits.before', { why: '该时段没有安排值班人员,请另选时段' }),
        found.taken >= most ? refuse('permits.before', { why: `该时段已约满${most}人` }) : undefined,
      )
    },
    effects: ({ found, input }) => ({
      set: { window: found.window, isWalkIn: 'booked', slotAt: input.slotAt },
      ...(found.officer ? { assign: { personId: found.officer } } : {}),
      messages: [
        { channel: 'sms', recipient: input.phone, body: `【城市管理局】已预约${input.itemName}延时服务,请按时到${found.window}` },
      ],
    }),
  }),
  takeNumber: action({
    zh: '现场取号',
    from: 'new',
    to: 'waiting',
    by: 'permits.accept',
    form: {
      itemName: text('办理事项', { maxLength: 120 }),
      name: text('姓名', { maxLength: 50 }).personal('name'),
      phone: text('手机', { maxLength: 20 }).personal('phone'),
    },
    look: async (ctx) => {
      const calendar = ctx.kernel.calendar(ctx.subject.district)
      return readSlot(ctx.tx, ctx.now, countableBetween(calendar, ctx.now, new Date(ctx.now.getTime() + 60_000), 'work_hour') > 0)
    },
    check: ({ found }) =>
      first(
        found.isOffice ? wrong('现在是正常工作时间,不属延时服务') : undefined,
        found.officer ? undefined : refuse('permits.before', { why: '现在没有值班人员' }),
      ),
    effects: ({ found, now }) => ({
      set: { window: found.window, isWalkIn: 'walkIn', slotAt: now.toISOString(), arrivedAt: now.toISOString() },
    }),
  }),
  arrive: action({
    zh: '到场取号',
    from: 'booked',
    to: 'waiting',
    by: 'permits.accept',
    effects: ({ now }) => ({ set: { arrivedAt: now.toISOString() } }),
  }),
  call: action({
    zh: '叫号',
    from: 'waiting',
    to: 'serving',
    by: 'permits.accept',
    tone: 'primary',
    effects: ({ now, subject }) => {
      // A booked person waits from the booked time, however early they came.
      const from = Math.max(new Date(subject.arrivedAt ?? now).getTime(), new Date(subject.slotAt).getTime())
      return {
        set: { calledAt: now.toISOString(), waitMinutes: Math.max(0, Math.round((now.getTime() - from) / 60_000)) },
      }
    },
  }),
  serve: action({
    zh: '办理完毕',
    from: 'serving',
    to: 'served',
    by: 'permits.accept',
    tone: 'primary',
    form: { served: integer('办理件数', { unit: '件', min: 1 }), note: text('办理情况', { maxLength: 300 }).optional() },
    effects: ({ input, now }) => ({
      set: { served: input.served, note: input.note ?? null, servedAt: now.toISOString() },
    }),
  }),
  miss: action({
    zh: '未到',
    from: ['booked', 'waiting'],
    to: 'missed',
    by: 'permits.accept',
    guard: ({ subject, now }) => (now < new Date(subject.slotAt) ? wrong('预约时段还没到') : undefined),
  }),
  cancel: action({
    zh: '取消预约',
    from: 'booked',
    to: 'cancelled',
    by: 'permits.accept',
    form: { note: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { note: input.note } }),
  }),
}))

/** 审批事项梳理: a revision is proposed against the version in force and becomes the next version when somebody else approves it. */
export const revision = procedure('permits.item-revision', {
  zh: '审批事项梳理',
  menu: '审批事项',
  title: 'reason',
  help: '提出新版本的要件、环节、时限与办理方式;批准后自生效日起成为下一版,旧版止于同日。',
  numbering: { prefix: 'SL', per: 'year', digits: 4 },
  fields: {
    item: ref('现行事项', 'permits.item'),
    reason: text('梳理说明', { maxLength: 300 }).searchable(),
    validFrom: date('生效日期'),
    ...itemTerms,
    cutDocuments: integer('减少要件', { unit: '个' }).optional(),
    cutSteps: integer('减少环节', { unit: '个' }).optional(),
    cutDays: integer('压缩承诺期限', { unit: '工作日' }).optional(),
    approvedAt: instant('批准时间').optional(),
  },
  statuses: {
    proposed: { zh: '待批准', duty: 'permits.decide', taskZh: '待批准事项梳理' },
    approved: { zh: '已批准', kind: 'final' },
    rejected: { zh: '不同意', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '提出',
    from: 'new',
    to: 'proposed',
    by: 'permits.manage',
    form: {
      item: ref('现行事项', 'permits.item'),
      reason: text('梳理说明', { maxLength: 300 }),
      validFrom: date('生效日期'),
      ...itemTerms,
    },
    look: async (ctx) => ({
      day: dayOf(ctx.kernel, ctx.subject.district, ctx.now),
      old: (
        await raw<{
          documents: string[]
          steps: string[]
          promisedDays: number
          legalDays: number
          validTo: string | null
          name: string
        }>(
          ctx.tx,
          `select documents, steps, promised_days as "promisedDays", legal_days as "legalDays", valid_to::text as "validTo", name from permits.item where id = $1 and retired_at is null`,
          [ctx.input.item],
        )
      ).rows[0],
    }),
    check: ({ found, input }) => {
      const { old } = found
      return first(
        old ? undefined : refuse('kernel.not-found', { what: '事项' }),
        old?.validTo ? wrong(`“${old.name}”这一版已止于${old.validTo},请选现行版`) : undefined,
        input.validFrom <= found.day ? wrong('新版本须从明天以后生效') : undefined,
        old && input.promisedDays > old.legalDays ? wrong(`承诺期限不得长于法定期限${old.legalDays}个工作日`) : undefined,
        input.deferrable.some((d) => !input.documents.includes(d)) ? wrong('可容缺要件须在要件之内') : undefined,
        input.documents.length === 0 || input.steps.length === 0 ? wrong('要件、环节不能为空') : undefined,
      )
    },
    effects: ({ found, input }) => ({
      set: {
        cutDocuments: (found.old?.documents.length ?? 0) - input.documents.length,
        cutSteps: (found.old?.steps.length ?? 0) - input.steps.length,
        cutDays: (found.old?.promisedDays ?? 0) - input.promisedDays,
      },
    }),
  }),
  approve: action({
    zh: '批准',
    from: 'proposed',
    to: 'approved',
    by: 'permits.decide',
    tone: 'primary',
    guard: ({ past, actor }) =>
      past[0]?.actorId === actor.id ? refuse('permits.same-person', { role: '批准人', other: '提出人' }) : undefined,
    effects: ({ subject, now }) => ({
      set: { approvedAt: now.toISOString() },
      facts: [say(itemRevised, { revision: subject.id })],
    }),
  }),
  reject: action({
    zh: '不同意',
    from: 'proposed',
    to: 'rejected',
    by: 'permits.decide',
    tone: 'danger',
    form: { opinion: text('意见', { maxLength: 300 }) },
  }),
}))
