/**
 * 行政措施 other than penalties: 教育劝阻、责令整改、行政约谈、行政指导、停工通知书. Each with its party, basis, content and outcome; each kind numbered
 * by itself without gaps and counted by itself; 停工通知书 is served, visited, and leads on where work continues.
 */

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
  number,
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
import { first, sayDeed, tellLate } from './penalty/shared.ts'
import { known, lead, leadOf, needLead, orderEnded, refusedToStop } from './refused.ts'

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
    revokedReason: text('撤销理由', { maxLength: 300 }).optional(),
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
    revoked: { zh: '已撤销', kind: 'final' },
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
            input: { template: '10', source: subject.id, data: { basis: input.basis }, mustServe: true },
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
            input: { template: '44', source: subject.id, data: { basis: input.basis }, mustServe: false },
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
      check: ({ found, input, subject }) =>
        first(
          refuseUncertified(found.officers, found.day),
          input.servedOn > found.day ? refuse('enforcement.service', { why: '送达日期不能晚于今天' }) : undefined,
          input.servedOn < dayText(subject.createdAt)
            ? refuse('enforcement.service', { why: '送达日期不能早于通知书下达' })
            : undefined,
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
      help: '仍在施工的转为案源;违法建设的同时报违建核实,进入拆除程序。',
      form: {
        isHeeded: flag('已停工'),
        outcome: longText('回访情况', { maxLength: 2000 }),
        afterPhotos: photos(1, '回访照片'),
        areaM2: number('在建面积(违法建设未停工的)', { unit: '㎡', min: 0.01 }).optional(),
        ...lead,
      },
      check: ({ input, subject }) =>
        first(
          needLead(subject, input),
          !input.isHeeded && subject.topic === 'building' && !input.areaM2
            ? refuse('enforcement.field', { why: '违法建设未停工的,请写明在建面积' })
            : undefined,
        ),
      effects: ({ input, subject, now }) => ({
        set: {
          isHeeded: input.isHeeded,
          outcome: input.outcome,
          afterPhotos: input.afterPhotos,
          visitedOn: dayText(now),
          party: input.party ?? subject.party,
          lawCode: input.lawCode ?? subject.lawCode,
        },
        clocks: [{ clock: 'finish', do: 'stop' }],
        ...(input.isHeeded ? {} : refusedToStop({ ...subject, ...known(subject, input) }, input)),
      }),
    }),
    recheck: action({
      zh: '复查整改',
      from: 'ordered',
      to: ({ input }) => (input.isHeeded ? 'done' : 'continued'),
      by: 'enforcement.handle',
      tone: 'primary',
      help: '拒不改正的转为案源。',
      form: {
        isHeeded: flag('已改正'),
        outcome: longText('复查情况', { maxLength: 2000 }),
        afterPhotos: photos(1, '复查照片'),
        ...lead,
      },
      check: ({ input, subject }) => needLead(subject, input),
      effects: ({ input, subject }) => ({
        set: {
          isHeeded: input.isHeeded,
          outcome: input.outcome,
          afterPhotos: input.afterPhotos,
          ...known(subject, input),
        },
        clocks: [{ clock: 'finish', do: 'stop' }],
        spawn: input.isHeeded ? [] : leadOf({ ...subject, ...known(subject, input) }, input.outcome),
        facts:
          subject.parentType && subject.parentId
            ? [
                say(orderEnded, {
                  parentType: subject.parentType,
                  parentId: subject.parentId,
                  number: subject.number,
                  isHeeded: input.isHeeded,
                  outcome: input.outcome,
                }),
              ]
            : [],
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
      check: ({ input, now }) =>
        input.heldOn < dayText(now) ? refuse('enforcement.field', { why: '约谈日期不能早于今天' }) : undefined,
      effects: ({ input }) => ({
        set: { heldOn: input.heldOn },
        clocks: [
          { clock: 'finish', do: 'cancel' },
          { clock: 'finish', do: 'start', dueAt: noonOf(input.heldOn), limit: { value: 1, unit: 'natural_day' } },
        ],
      }),
    }),
    revoke: action({
      zh: '撤销',
      from: ['ordered', 'summoned', 'issued', 'served'],
      to: 'revoked',
      by: 'enforcement.approve',
      tone: 'danger',
      help: '下达有误、情况消失的,由负责人撤销并告知承办人。',
      form: { reason: text('理由', { maxLength: 300 }) },
      effects: ({ input, subject, past }) => ({
        set: { revokedReason: input.reason },
        clocks: [{ clock: 'finish', do: 'cancel' }],
        notify: tellLate(subject, past, `${measureKinds[subject.kind]} ${subject.number} 已撤销:${input.reason}`),
      }),
    }),
    lapse: action({
      zh: '逾期未复查、未约谈',
      from: ['ordered', 'summoned', 'served'],
      to: 'same',
      by: 'system',
      effects: ({ subject, past }) => ({
        notify: tellLate(subject, past, `${measureKinds[subject.kind]} ${subject.number} 已到期,请复查、约谈或回访`),
      }),
    }),
  }
})
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
