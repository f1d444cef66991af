/** 先行登记保存 (行政处罚法第56条: decided within 7 working days) and 查封扣押 (行政强制法第18条至第28条: 30 days and once 30 more). */
import type { Transaction } from 'kysely'
import { choice, dayOf, flag, instant, integer, longText, procedure, raw, ref, refuse, text } from '#kernel'
import { basisOf, legalDue } from './deadlines.ts'
import { findOfficers, refuseUncertified } from './officers.ts'
import { hasSound } from './penalty/file.ts'
import { first, paper } from './penalty/shared.ts'

interface Behind {
  readonly handler: string | null
  readonly coHandler: string | null
  readonly status: string
}
const lookBehind = async (ctx: {
  readonly tx: Transaction<unknown>
  readonly kernel: Parameters<typeof dayOf>[0] & { readonly calendar: (d: string) => Parameters<typeof legalDue>[0] }
  readonly now: Date
  readonly subject: { readonly district: string; readonly penalty: string }
}) => {
  const { tx, kernel, now, subject } = ctx
  const { rows } = await raw<Behind>(
    tx,
    'select handler, co_handler as "coHandler", status from enforcement.penalty where id = $1',
    [subject.penalty],
  )
  const day = dayOf(kernel, subject.district, now)
  const { rows: records } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from enforcement.process_record p where p.penalty = $1 and p.step = 'seize' and ${hasSound('p.media')}`,
    [subject.penalty],
  )
  return {
    people: rows[0],
    day,
    officers: await findOfficers(tx, [rows[0]?.handler, rows[0]?.coHandler], day),
    hold: legalDue(kernel.calendar(subject.district), 'P05', now),
    hasMedia: (records[0]?.n ?? 0) > 0,
  }
}
type Found = Awaited<ReturnType<typeof lookBehind>>
const byHandlers = (found: Found, actorId: string | null) =>
  first(
    found.people ? undefined : refuse('kernel.not-found', { what: '案件' }),
    found.people && ![found.people.handler, found.people.coHandler].includes(actorId)
      ? refuse('enforcement.not-handler', { who: '主办、协办人' })
      : undefined,
    refuseUncertified(found.officers, found.day),
  )
const byOthers = (found: Found, actorId: string | null, article: string) =>
  actorId !== null && (found.people?.handler === actorId || found.people?.coHandler === actorId)
    ? refuse('enforcement.own-case', { role: '批准', article })
    : undefined

export const holdProcedure = procedure('enforcement.hold', {
  zh: '先行登记保存',
  menu: '执法办案',
  numbering: { prefix: 'DB', per: 'year', digits: 4, isGapless: true },
  title: 'items',
  leadingClock: 'treat',
  mirror: { treat: { dueAt: 'treatDueAt' } },
  fields: {
    penalty: ref('案件', 'enforcement.penalty'),
    items: longText('证据清单', { maxLength: 4000 }).searchable(),
    keeper: text('保存地点、保管人', { maxLength: 120 }),
    reason: text('证据可能灭失或以后难以取得的理由', { maxLength: 300 }),
    treatment: choice('处理', {
      copy: '复制、拍照后退还',
      test: '送鉴定',
      seize: '转查封扣押',
      transfer: '移送',
      release: '解除',
    }).optional(),
    treatDueAt: instant('处理期限').optional(),
  },
  clocks: { treat: { zh: '作出处理决定', limit: { value: 7, unit: 'work_day' }, basis: basisOf('P05'), byDay: 'plain' } },
  statuses: {
    asked: { zh: '待批准', duty: 'enforcement.approve', taskZh: '待批登记保存' },
    held: { zh: '保存中', duty: 'enforcement.handle', taskZh: '待处理登记保存' },
    treated: { zh: '已处理', kind: 'final' },
    lapsed: { zh: '逾期自行解除', kind: 'final' },
    refused: { zh: '不批准', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请登记保存',
    from: 'new',
    to: 'asked',
    by: 'enforcement.handle',
    form: {
      penalty: ref('案件', 'enforcement.penalty'),
      items: longText('证据清单', { maxLength: 4000 }),
      keeper: text('保存地点、保管人', { maxLength: 120 }),
      reason: text('证据可能灭失或以后难以取得的理由', { maxLength: 300 }),
    },
    look: lookBehind,
    check: ({ found, actor }) => byHandlers(found, actor.id),
  }),
  approve: action({
    zh: '批准',
    from: 'asked',
    to: 'held',
    by: 'enforcement.approve',
    tone: 'primary',
    basis: '行政处罚法第56条:经行政机关负责人批准',
    look: lookBehind,
    check: ({ found, actor }) => byOthers(found, actor.id, '行政处罚法第56条'),
    effects: ({ found, subject }) => ({
      clocks: [{ clock: 'treat', do: 'start' }],
      timers: [{ name: 'lapse', at: found.hold?.dueAt ?? null, action: 'lapse' }],
      spawn: [paper(subject.penalty, '08', { items: subject.items, keeper: subject.keeper, until: found.hold?.dueOn }, true)],
    }),
  }),
  refuse: action({
    zh: '不批准',
    from: 'asked',
    to: 'refused',
    by: 'enforcement.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  treat: action({
    zh: '作出处理决定',
    from: 'held',
    to: 'treated',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第56条:七日内及时作出处理决定',
    form: {
      treatment: choice('处理', {
        copy: '复制、拍照后退还',
        test: '送鉴定',
        seize: '转查封扣押',
        transfer: '移送',
        release: '解除',
      }),
    },
    look: lookBehind,
    check: ({ found, actor }) => byHandlers(found, actor.id),
    effects: ({ input, subject }) => ({
      set: { treatment: input.treatment },
      clocks: [{ clock: 'treat', do: 'stop' }],
      timers: [{ name: 'lapse', at: null, action: 'lapse' }],
      spawn: [paper(subject.penalty, '09', { items: subject.items, treatment: input.treatment }, true)],
    }),
  }),
  lapse: action({
    zh: '逾期解除',
    from: 'held',
    to: 'lapsed',
    by: 'system',
    help: '七个工作日内未作处理决定,登记保存自行解除。',
    effects: () => ({ set: { treatment: 'release' } }),
  }),
}))

const seizureForm = {
  penalty: ref('案件', 'enforcement.penalty'),
  kind: choice('措施', { seal: '查封', detain: '扣押' }),
  items: longText('场所、设施、财物清单', { maxLength: 4000 }).searchable(),
  basis: text('法律、法规依据', { maxLength: 200 }),
  isUrgent: flag('情况紧急,已当场实施').optional(),
  days: integer('期限', { unit: '日', min: 1, max: 30 }),
} as const
export const seizureProcedure = procedure('enforcement.seizure', {
  zh: '查封扣押',
  menu: '执法办案',
  numbering: { prefix: 'KY', per: 'year', digits: 4, isGapless: true },
  title: 'items',
  leadingClock: 'seize',
  mirror: { seize: { dueAt: 'seizeDueAt' } },
  fields: {
    ...seizureForm,
    seizeDueAt: instant('期限止').optional(),
    result: choice('处理', { release: '解除', confiscate: '没收', transfer: '移送', destroy: '依法销毁' }).optional(),
    note: text('处理说明', { maxLength: 300 }).optional(),
  },
  clocks: {
    approve: { zh: '紧急措施补办批准', limit: { value: 24, unit: 'urgent_hour' }, basis: basisOf('F01') },
    seize: { zh: '查封、扣押', limit: { value: 30, unit: 'natural_day' }, basis: basisOf('F02'), byDay: 'plain' },
  },
  statuses: {
    asked: { zh: '待批准', duty: 'enforcement.approve', taskZh: '待批查封扣押' },
    approved: { zh: '已批准待实施', duty: 'enforcement.handle', taskZh: '待实施查封扣押' },
    seized: { zh: '查封扣押中', duty: 'enforcement.handle', taskZh: '查封扣押到期前处理' },
    ended: { zh: '已处理', kind: 'final' },
    refused: { zh: '不批准,立即解除', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请查封扣押',
    from: 'new',
    to: 'asked',
    by: 'enforcement.handle',
    basis: '行政强制法第18条、第19条',
    help: '实施前须经负责人批准;情况紧急当场实施的,二十四小时内报告并补办。不得查封、扣押与违法行为无关的财物和生活必需品。',
    form: seizureForm,
    look: lookBehind,
    check: ({ found, actor }) => byHandlers(found, actor.id),
    effects: ({ input }) => ({ clocks: input.isUrgent ? [{ clock: 'approve', do: 'start' }] : [] }),
  }),
  approve: action({
    zh: '批准',
    from: 'asked',
    to: 'approved',
    by: 'enforcement.approve',
    tone: 'primary',
    basis: '行政强制法第18条第一项',
    look: lookBehind,
    check: ({ found, actor }) => byOthers(found, actor.id, '行政强制法第18条'),
    effects: () => ({ clocks: [{ clock: 'approve', do: 'stop' }] }),
  }),
  refuse: action({
    zh: '不批准',
    from: 'asked',
    to: 'refused',
    by: 'enforcement.approve',
    tone: 'danger',
    basis: '行政强制法第19条',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { note: input.reason }, clocks: [{ clock: 'approve', do: 'stop' }] }),
  }),
  execute: action({
    zh: '实施并交付决定书、清单',
    from: 'approved',
    to: 'seized',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政强制法第18条、第24条',
    form: { note: text('现场笔录要点(到场人、见证人)', { maxLength: 300 }) },
    look: lookBehind,
    check: ({ found, actor }) =>
      first(
        byHandlers(found, actor.id),
        found.hasMedia ? undefined : refuse('enforcement.record', { step: '查封扣押', what: '音视频' }),
      ),
    effects: ({ subject, input }) => ({
      set: { note: input.note },
      clocks: [{ clock: 'seize', do: 'start', limit: { value: subject.days, unit: 'natural_day' } }],
      spawn: [
        paper(
          subject.penalty,
          '12',
          { kind: subject.kind, items: subject.items, basis: subject.basis, days: subject.days },
          true,
        ),
      ],
    }),
  }),
  test: action({
    zh: '送检测、鉴定(不计期限)',
    from: 'seized',
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政强制法第25条第三款',
    effects: () => ({ clocks: [{ clock: 'seize', do: 'pause' }] }),
  }),
  tested: action({
    zh: '检测、鉴定完毕',
    from: 'seized',
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政强制法第25条第三款',
    effects: () => ({ clocks: [{ clock: 'seize', do: 'resume' }] }),
  }),
  extend: action({
    zh: '延长期限',
    from: 'seized',
    to: 'same',
    by: 'enforcement.approve',
    basis: '行政强制法第25条第一款',
    form: { days: integer('延长', { unit: '日', min: 1 }), reason: text('情况复杂的说明', { maxLength: 300 }) },
    guard: ({ clocks, now }) => {
      const clock = clocks.findLast((c) => c.name === 'seize')
      if ((clock?.extensions ?? 0) > 0) return refuse('enforcement.seize-days', { days: 30 })
      return clock && clock.dueAt < now ? refuse('enforcement.field', { why: '期限已过,应当解除(行政强制法第28条)' }) : undefined
    },
    check: ({ input }) => (input.days > 30 ? refuse('enforcement.seize-days', { days: 30 }) : undefined),
    effects: ({ input, subject }) => ({
      clocks: [{ clock: 'seize', do: 'extend', by: { value: input.days, unit: 'natural_day' } }],
      spawn: [paper(subject.penalty, '13', { days: input.days, reason: input.reason }, true)],
    }),
  }),
  end: action({
    zh: '处理、解除',
    from: 'seized',
    to: 'ended',
    by: 'enforcement.handle',
    basis: '行政强制法第27条、第28条',
    form: {
      result: choice('处理', { release: '解除', confiscate: '没收', transfer: '移送', destroy: '依法销毁' }),
      note: text('说明', { maxLength: 300 }),
    },
    look: lookBehind,
    check: ({ found, actor }) => byHandlers(found, actor.id),
    effects: ({ input, subject }) => ({
      set: { result: input.result, note: input.note },
      clocks: [{ clock: 'seize', do: 'stop' }],
      spawn: [paper(subject.penalty, '14', { items: subject.items, result: input.result }, true)],
    }),
  }),
}))
