/**
 * 行政措施 other than penalties: 教育劝阻、责令整改、行政约谈、行政指导、停工通知书. Each with its party, basis, content and outcome; each kind numbered
 * by itself without gaps and counted by itself; 停工通知书 is served, visited, and leads on where work continues.
 */

import { problemFound } from '#catalogue/facts.ts'
import {
  choice,
  code,
  date,
  dayOf,
  dayText,
  files,
  flag,
  instant,
  limit,
  longText,
  person,
  photos,
  procedure,
  ref,
  refuse,
  say,
  text,
} from '#kernel'
import { measureKinds, serviceKinds, topics, tracks } from './contract.ts'
import { findOfficers, noonOf, refuseUncertified } from './officers.ts'
import { first, sayDeed } from './penalty/shared.ts'

const common = {
  topic: choice('领域', topics),
  party: ref('当事人', 'enforcement.party').optional(),
  lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }).optional(),
  basis: text('依据', { maxLength: 200 }),
  content: longText('内容', { maxLength: 4000 }).searchable(),
  address: text('地点', { maxLength: 200 }).optional().searchable(),
  photos: photos(0, '现场照片').optional(),
  campaign: ref('专项行动', 'enforcement.campaign').optional(),
  penalty: ref('案件', 'enforcement.penalty').optional(),
} as const
const base = procedure('enforcement.measure', {
  zh: '行政措施',
  menu: '执法办案',
  numbering: {
    prefix: 'CS',
    per: 'year',
    digits: 5,
    isGapless: true,
    prefixBy: { prefixes: { educate: 'JY', order: 'ZG', interview: 'YT', guide: 'ZD', stopWork: 'TG' } },
  },
  title: 'content',
  leadingClock: 'finish',
  mirror: { finish: { dueAt: 'finishDueAt', stoppedAt: 'finishedAt' } },
  fields: {
    kind: choice('种类', measureKinds),
    ...common,
    track: choice('程序', tracks).optional(),
    coOfficer: person('协办执法人员').optional(),
    limit: limit('期限').optional(),
    heldOn: date('约谈日期').optional(),
    attendees: text('到场人', { maxLength: 200 }).optional(),
    outcome: longText('结果', { maxLength: 2000 }).optional(),
    isHeeded: flag('已改正、已停工').optional(),
    afterPhotos: photos(0, '复查照片').optional(),
    serviceKind: choice('送达方式', serviceKinds).optional(),
    servedOn: date('送达日期').optional(),
    receipt: files(0, '送达回证').optional(),
    visitedOn: date('回访日期').optional(),
    finishDueAt: instant('期限止').optional(),
    finishedAt: instant('完成时间').optional(),
  },
  clocks: { finish: { zh: '整改、回访', basis: '责令改正文书所定期限;本局停工通知办法', byDay: 'plain' } },
  statuses: {
    ordered: { zh: '整改中', duty: 'enforcement.handle', taskZh: '待复查整改' },
    summoned: { zh: '已通知约谈', duty: 'enforcement.handle', taskZh: '待约谈' },
    issued: { zh: '待送达', duty: 'enforcement.handle', taskZh: '待送达停工通知' },
    served: { zh: '已送达待回访', duty: 'enforcement.handle', taskZh: '待回访停工' },
    done: { zh: '已办结', kind: 'final' },
    continued: { zh: '拒不停工、拒不改正', kind: 'final' },
  },
})
export const measureProcedure = base.actions((action) => {
  const lookPeople = async (
    ctx: Parameters<NonNullable<Parameters<typeof action>[0]['look']>>[0],
    others: readonly (string | null | undefined)[],
  ) => {
    const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
    return { day, officers: await findOfficers(ctx.tx, [ctx.actor.kind === 'person' ? ctx.actor.id : null, ...others], day) }
  }
  const leastOf = (actor: { readonly kind: string }, least: number): number => (actor.kind === 'person' ? least : 0)
  return {
    educate: action({
      zh: '教育劝阻',
      from: 'new',
      to: 'done',
      by: 'enforcement.handle',
      tone: 'primary',
      basis: '行政处罚法第6条:坚持处罚与教育相结合;第33条第三款',
      help: '首次、轻微的先教育:计入同一当事人同类提醒次数。小微快办中的记为“教育纠处”。',
      form: { ...common, isMicro: flag('小微教育纠处').optional(), outcome: text('当场结果', { maxLength: 300 }).optional() },
      look: (ctx) => lookPeople(ctx as never, []),
      // What a decision or a check brings with it was checked there.
      check: ({ found, actor, subject }) =>
        subject.parentId ? undefined : refuseUncertified(found.officers, found.day, leastOf(actor, 1)),
      effects: ({ input, subject, found, actor, now }) => ({
        set: {
          kind: 'educate',
          track: input.isMicro ? 'micro' : null,
          unitId: found.officers[0]?.unitId ?? subject.unitId,
          outcome: input.outcome ?? null,
          finishedAt: now.toISOString(),
          isHeeded: true,
        },
        facts: [
          sayDeed('enforcement.measure', about(subject, input, found), actor, input.isMicro ? '教育纠处' : '教育劝阻', 'manage'),
        ],
      }),
    }),
    order: action({
      zh: '责令整改',
      from: 'new',
      to: 'ordered',
      by: 'enforcement.handle',
      basis: '行政处罚法第28条',
      form: { ...common, coOfficer: person('协办执法人员'), limit: limit('整改期限') },
      look: (ctx) => lookPeople(ctx as never, [ctx.input.coOfficer]),
      check: ({ found, actor }) => refuseUncertified(found.officers, found.day, leastOf(actor, 2)),
      effects: ({ input, subject, found, actor }) => ({
        set: { kind: 'order', unitId: found.officers[0]?.unitId ?? subject.unitId },
        clocks: [{ clock: 'finish', do: 'start', limit: input.limit }],
        spawn: [
          {
            procedure: 'enforcement.document',
            input: { template: '10', source: subject.id, data: { ...input }, mustServe: true },
          },
        ],
        facts: [sayDeed('enforcement.measure', about(subject, input, found), actor, '责令整改', 'manage')],
      }),
    }),
    interview: action({
      zh: '通知约谈',
      from: 'new',
      to: 'summoned',
      by: 'enforcement.handle',
      form: { ...common, party: ref('约谈对象', 'enforcement.party'), heldOn: date('约谈日期') },
      look: (ctx) => lookPeople(ctx as never, []),
      check: ({ found, input, actor }) =>
        first(
          refuseUncertified(found.officers, found.day, leastOf(actor, 1)),
          input.heldOn < found.day ? refuse('enforcement.field', { why: '约谈日期不能早于今天' }) : undefined,
        ),
      effects: ({ subject, found, input }) => ({
        set: { kind: 'interview', unitId: found.officers[0]?.unitId ?? subject.unitId },
        clocks: [{ clock: 'finish', do: 'start', dueAt: noonOf(input.heldOn), limit: { value: 1, unit: 'natural_day' } }],
      }),
    }),
    guide: action({
      zh: '行政指导',
      from: 'new',
      to: 'done',
      by: 'enforcement.handle',
      form: {
        ...common,
        party: ref('指导对象', 'enforcement.party').optional(),
        outcome: text('对象意见与结果', { maxLength: 300 }),
      },
      look: (ctx) => lookPeople(ctx as never, []),
      // What a decision or a check brings with it was checked there.
      check: ({ found, actor, subject }) =>
        subject.parentId ? undefined : refuseUncertified(found.officers, found.day, leastOf(actor, 1)),
      effects: ({ input, subject, found, actor, now }) => ({
        set: { kind: 'guide', unitId: found.officers[0]?.unitId ?? subject.unitId, finishedAt: now.toISOString() },
        facts: [sayDeed('enforcement.measure', about(subject, input, found), actor, '行政指导', 'service')],
      }),
    }),
    stopWork: action({
      zh: '下达停工通知书',
      from: 'new',
      to: 'issued',
      by: 'enforcement.handle',
      basis: '城乡规划法第64条至第66条:责令停止建设',
      form: {
        ...common,
        party: ref('施工、建设单位', 'enforcement.party'),
        coOfficer: person('协办执法人员'),
        address: text('工地', { maxLength: 200 }),
      },
      look: (ctx) => lookPeople(ctx as never, [ctx.input.coOfficer]),
      check: ({ found, actor }) => refuseUncertified(found.officers, found.day, leastOf(actor, 2)),
      effects: ({ subject, found, input, actor }) => ({
        set: { kind: 'stopWork', unitId: found.officers[0]?.unitId ?? subject.unitId },
        spawn: [
          {
            procedure: 'enforcement.document',
            input: { template: '44', source: subject.id, data: { ...input }, mustServe: false },
          },
        ],
        facts: [sayDeed('enforcement.measure', about(subject, input, found), actor, '停工通知书')],
      }),
    }),
    serve: action({
      zh: '送达停工通知书',
      from: 'issued',
      to: 'served',
      by: 'enforcement.handle',
      tone: 'primary',
      basis: '行政处罚法第61条',
      form: { serviceKind: choice('送达方式', serviceKinds), servedOn: date('送达日期'), receipt: files(1, '送达回证') },
      look: (ctx) => lookPeople(ctx as never, [ctx.subject.coOfficer]),
      check: ({ found, input }) =>
        first(
          refuseUncertified(found.officers, found.day),
          input.servedOn > found.day ? refuse('enforcement.service', { why: '送达日期不能晚于今天' }) : undefined,
        ),
      effects: ({ input, parameter }) => ({
        set: { serviceKind: input.serviceKind, servedOn: input.servedOn, receipt: input.receipt },
        clocks: [
          {
            clock: 'finish',
            do: 'start',
            from: noonOf(input.servedOn),
            limit: { value: parameter('enforcement.stop-visit-days'), unit: 'work_day' },
          },
        ],
      }),
    }),
    visit: action({
      zh: '回访',
      from: 'served',
      to: ({ input }) => (input.isHeeded ? 'done' : 'continued'),
      by: 'enforcement.handle',
      tone: 'primary',
      help: '仍在施工的转为违法建设案源,进入拆除程序。',
      form: { isHeeded: flag('已停工'), outcome: longText('回访情况', { maxLength: 2000 }), afterPhotos: photos(1, '回访照片') },
      effects: ({ input, subject, now, actor }) => ({
        set: {
          isHeeded: input.isHeeded,
          outcome: input.outcome,
          afterPhotos: input.afterPhotos,
          visitedOn: dayText(now),
        },
        clocks: [{ clock: 'finish', do: 'stop' }],
        ...(input.isHeeded ? {} : refusedToStop(subject, input.outcome, actor.id)),
      }),
    }),
    recheck: action({
      zh: '复查整改',
      from: 'ordered',
      to: ({ input }) => (input.isHeeded ? 'done' : 'continued'),
      by: 'enforcement.handle',
      tone: 'primary',
      help: '拒不改正的转为案源。',
      form: { isHeeded: flag('已改正'), outcome: longText('复查情况', { maxLength: 2000 }), afterPhotos: photos(1, '复查照片') },
      effects: ({ input, subject, actor }) => ({
        set: { isHeeded: input.isHeeded, outcome: input.outcome, afterPhotos: input.afterPhotos },
        clocks: [{ clock: 'finish', do: 'stop' }],
        spawn: input.isHeeded ? [] : leadOf(subject, input.outcome, actor.id),
      }),
    }),
    hold: action({
      zh: '约谈记录',
      from: 'summoned',
      to: 'done',
      by: 'enforcement.handle',
      tone: 'primary',
      form: { attendees: text('到场人', { maxLength: 200 }), outcome: longText('约谈内容与承诺', { maxLength: 2000 }) },
      effects: ({ input, subject, actor }) => ({
        set: { attendees: input.attendees, outcome: input.outcome, isHeeded: true },
        clocks: [{ clock: 'finish', do: 'stop' }],
        spawn: [
          {
            procedure: 'enforcement.document',
            input: { template: '45', source: subject.id, data: { ...input }, mustServe: false },
          },
        ],
        facts: [sayDeed('enforcement.measure', { ...subject }, actor, '行政约谈', 'manage')],
      }),
    }),
    absent: action({
      zh: '无故不到,改期',
      from: 'summoned',
      to: 'same',
      by: 'enforcement.handle',
      form: { heldOn: date('新的约谈日期'), reason: text('情况', { maxLength: 300 }) },
      effects: ({ input }) => ({
        set: { heldOn: input.heldOn },
        clocks: [
          { clock: 'finish', do: 'cancel' },
          { clock: 'finish', do: 'start', dueAt: noonOf(input.heldOn), limit: { value: 1, unit: 'natural_day' } },
        ],
      }),
    }),
  }
})
interface Ordered {
  readonly id: string
  readonly number: string
  readonly topic: string
  readonly party: string | null
  readonly lawCode: string | null
  readonly content: string
  readonly address: string | null
  readonly createdAt: Date
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const about = (
  subject: { readonly id: string; readonly areaCode: string | null; readonly unitId: string | null },
  input: { readonly topic: string; readonly campaign?: string | null },
  found: { readonly officers: readonly { readonly unitId: string | null }[] },
) => ({
  id: subject.id,
  areaCode: subject.areaCode,
  topic: input.topic,
  campaign: input.campaign ?? null,
  unitId: found.officers[0]?.unitId ?? subject.unitId,
})
/** Where the order was not heeded and the party is known, a case begins; the lead names the measure it came from. */
const leadOf = (subject: Ordered, outcome: string, _by: string | null) =>
  subject.party && subject.lawCode
    ? [
        {
          procedure: 'enforcement.penalty',
          input: {
            source: 'issue',
            topic: subject.topic,
            party: subject.party,
            lawCode: subject.lawCode,
            happenedOn: dayText(subject.createdAt),
            address: subject.address ?? '见来源单据',
            description: `${subject.number}拒不改正:${subject.content.slice(0, 300)};${outcome.slice(0, 300)}`,
            sourceType: 'enforcement.measure',
            sourceId: subject.id,
          },
        },
      ]
    : []
const refusedToStop = (subject: Ordered, outcome: string, by: string | null) => ({
  spawn: leadOf(subject, outcome, by),
  facts: [
    say(problemFound, {
      source: 'officer',
      sourceType: 'enforcement.measure',
      sourceId: subject.id,
      description: `停工通知书${subject.number}送达后仍在施工:${subject.content.slice(0, 200)}`,
      address: subject.address,
      lon: subject.lon,
      lat: subject.lat,
      areaCode: subject.areaCode,
      photos: [],
      isUrgent: false,
    }),
  ],
})
