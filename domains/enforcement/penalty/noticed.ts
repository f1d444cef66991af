/** 5 告知、陈述申辩、听证 (行政处罚法第44条、第45条、第63条至第65条). */
import { choice, date, dayText, files, lastDayOf, longText, type Participation, person, refuse, text } from '#kernel'
import { serviceKinds } from '../contract.ts'
import { earliestAfterNotice, legalDue } from '../deadlines.ts'
import { yuan } from '../money.ts'
import { noonOf } from '../officers.ts'
import type { PenaltyAction } from './definition.ts'
import { readFile } from './file.ts'
import { first, handlersOnly, needCertificates, needRecord, othersOnly, paper } from './shared.ts'

/** Until when the party may speak: the clock's own end, shown in the refusal. */
const defendEnd = (clocks: readonly { readonly name: string; readonly dueAt: Date }[]): Date | undefined =>
  clocks.findLast((c) => c.name === 'defend')?.dueAt

const concludedOn = (past: readonly Participation[]): string => {
  const end = past.findLast((p) => p.action === 'conclude')
  return end ? dayText(end.at) : ''
}
export const noticedActions = (action: PenaltyAction) => ({
  notify: action({
    zh: '送达处罚(听证)告知书',
    from: ['notifying', 'noticed', 'deciding'],
    to: 'noticed',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第44条、第63条',
    help: '告知拟处罚内容及事实、理由、依据和权利;重新告知的,期限重新起算。',
    form: { noticedOn: date('送达日期'), serviceKind: choice('送达方式', serviceKinds), receipt: files(1, '送达回证') },
    guard: handlersOnly,
    look: (ctx) => readFile(ctx),
    check: ({ found, input, subject, past }) =>
      first(
        needCertificates(found),
        input.noticedOn > found.day ? refuse('enforcement.field', { why: '送达日期不能晚于今天' }) : undefined,
        // The days to speak run from it: one before there was anything to tell would take them away.
        input.noticedOn < concludedOn(past)
          ? refuse('enforcement.field', { why: `告知书不能在调查终结(${concludedOn(past)})之前送达` })
          : undefined,
        input.serviceKind === 'electronic' && !found.party?.isReachable
          ? refuse('enforcement.service', { why: '电子送达须当事人同意并签订确认书' })
          : undefined,
        subject.contact === 'noncontact' && !['mail', 'electronic'].includes(input.serviceKind)
          ? refuse('enforcement.noncontact', { why: '文书须电子或邮寄送达' })
          : undefined,
      ),
    effects: ({ input, subject, parameter }) => ({
      set: { noticedOn: input.noticedOn, noticedFen: subject.proposedFen, isWaived: false, defence: null, defenceReview: null },
      clocks: [
        { clock: 'defend', do: 'stop' },
        {
          clock: 'defend',
          do: 'start',
          from: noonOf(input.noticedOn),
          limit: { value: Math.max(5, parameter('enforcement.defence-days')), unit: 'work_day' },
        },
      ],
      spawn: [
        paper(subject.id, subject.hasHearingRight ? '19' : '18', {
          party: subject.partyName,
          kinds: subject.kinds,
          fineFen: subject.proposedFen,
          basis: subject.lawText,
          reasons: subject.explanation,
          serviceKind: input.serviceKind,
          servedOn: input.noticedOn,
        }),
      ],
    }),
  }),
  defend: action({
    zh: '记录陈述申辩',
    from: ['noticed', 'hearing'],
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政处罚法第45条',
    form: { defence: longText('陈述、申辩内容', { maxLength: 4000 }) },
    guard: handlersOnly,
    effects: ({ input, subject }) => ({
      set: { defence: input.defence, defenceReview: null },
      spawn: [paper(subject.id, '20', { defence: input.defence })],
    }),
  }),
  reviewDefence: action({
    zh: '复核陈述申辩',
    from: ['noticed', 'hearing', 'discussing', 'deciding'],
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政处罚法第45条',
    help: '成立的应当采纳;不得因申辩给予更重的处罚。',
    form: {
      review: longText('复核意见', { maxLength: 4000 }),
      isAccepted: choice('是否采纳', { yes: '采纳', partly: '部分采纳', no: '不采纳' }),
    },
    guard: (ctx) =>
      first(handlersOnly(ctx), ctx.subject.defence ? undefined : refuse('enforcement.field', { why: '没有陈述申辩需要复核' })),
    effects: ({ input }) => ({
      set: { defenceReview: `${{ yes: '采纳', partly: '部分采纳', no: '不采纳' }[input.isAccepted]}:${input.review}` },
    }),
  }),
  waive: action({
    zh: '当事人书面放弃陈述申辩和听证',
    from: 'noticed',
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政处罚法第44条、第45条',
    form: { paper: files(1, '当事人签名的放弃书') },
    guard: handlersOnly,
    effects: () => ({ set: { isWaived: true }, clocks: [{ clock: 'defend', do: 'stop' }] }),
  }),
  askHearing: action({
    zh: '当事人要求听证',
    from: 'noticed',
    to: 'hearing',
    by: 'enforcement.handle',
    basis: '行政处罚法第63条、第64条第一项',
    form: { askedOn: date('要求日期'), paper: files(1, '听证申请书') },
    look: (ctx) => readFile(ctx),
    check: ({ subject, input, found }) => {
      const due = legalDue(found.calendar, 'P08', noonOf(subject.noticedOn ?? found.day))
      return first(
        subject.hasHearingRight ? undefined : refuse('enforcement.no-hearing-right'),
        input.askedOn > found.day || input.askedOn < (subject.noticedOn ?? '')
          ? refuse('enforcement.field', { why: '要求日期应在告知之后、今天以前' })
          : undefined,
        due && input.askedOn > due.dueOn ? refuse('enforcement.hearing-late', { day: due.dueOn }) : undefined,
      )
    },
    effects: ({ input }) => ({ set: { hearingAskedOn: input.askedOn }, clocks: [{ clock: 'decide', do: 'pause' }] }),
  }),
  scheduleHearing: action({
    zh: '通知听证时间地点',
    from: 'hearing',
    to: 'same',
    by: 'enforcement.hear',
    tone: 'primary',
    basis: '行政处罚法第64条第二项、第四项',
    form: { hearingOn: date('听证日期'), place: text('地点', { maxLength: 120 }), chair: person('主持人') },
    guard: othersOnly('组织听证', '行政处罚法第64条'),
    look: (ctx) => readFile(ctx),
    check: ({ input, subject, found, now }) => {
      const earliest = earliestAfterNotice(found.calendar, 'P09', now)
      return first(
        input.chair === subject.handler || input.chair === subject.coHandler ? refuse('enforcement.chair') : undefined,
        input.hearingOn < earliest ? refuse('enforcement.hearing-notice', { day: earliest }) : undefined,
      )
    },
    effects: ({ input, subject, found }) => ({
      set: { hearingOn: input.hearingOn, chair: input.chair, hearingNoticeOn: found.day },
      spawn: [paper(subject.id, '21', { party: subject.partyName, hearingOn: input.hearingOn, place: input.place }, true)],
    }),
  }),
  holdHearing: action({
    zh: '听证结束,提交听证报告',
    from: 'hearing',
    to: 'reviewing',
    by: 'enforcement.hear',
    tone: 'primary',
    basis: '行政处罚法第64条、第65条、第58条第一款第二项',
    help: '经过听证的案件应当法制审核;笔录是决定的依据。',
    form: { report: longText('听证报告', { maxLength: 8000 }), minutes: files(1, '经签名的听证笔录') },
    guard: (ctx) =>
      first(
        othersOnly('主持听证', '行政处罚法第64条')(ctx),
        ctx.subject.chair === null ? refuse('enforcement.field', { why: '尚未通知听证' }) : undefined,
        ctx.subject.chair !== null && ctx.actor.id !== ctx.subject.chair
          ? refuse('enforcement.not-handler', { who: '听证主持人' })
          : undefined,
      ),
    look: (ctx) => readFile(ctx),
    check: ({ found, subject }) =>
      first(
        subject.hearingOn && found.day < subject.hearingOn
          ? refuse('enforcement.hearing-early', { day: subject.hearingOn })
          : undefined,
        needRecord(found, 'hear'),
        subject.defence && !subject.defenceReview ? refuse('enforcement.defence-review') : undefined,
      ),
    effects: ({ input, subject }) => ({
      set: {
        hearingReport: input.report,
        isMajor: true,
        reviewOpinion: null,
        reviewCases: [...new Set([...(subject.reviewCases ?? []), 'rights' as const])],
      },
      clocks: [
        { clock: 'decide', do: 'resume' },
        { clock: 'defend', do: 'stop' },
      ],
      spawn: [paper(subject.id, '23', { hearingOn: subject.hearingOn }), paper(subject.id, '24', { report: input.report })],
    }),
  }),
  withdrawHearing: action({
    zh: '当事人撤回听证要求',
    from: 'hearing',
    to: 'noticed',
    by: 'enforcement.hear',
    form: { paper: files(1, '撤回申请') },
    guard: othersOnly('办理听证', '行政处罚法第64条'),
    effects: () => ({ set: { hearingAskedOn: null, hearingOn: null, chair: null }, clocks: [{ clock: 'decide', do: 'resume' }] }),
  }),
  toDecide: action({
    zh: '提请决定',
    from: 'noticed',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第44条、第45条、第57条',
    guard: (ctx) => {
      const end = defendEnd(ctx.clocks)
      return first(
        handlersOnly(ctx),
        !ctx.subject.isWaived && end && ctx.now < end ? refuse('enforcement.defence-days', { day: lastDayOf(end) }) : undefined,
        ctx.subject.defence && !ctx.subject.defenceReview ? refuse('enforcement.defence-review') : undefined,
      )
    },
    look: (ctx) => readFile(ctx),
    to: ({ subject }) => (subject.isMajor ? 'discussing' : 'deciding'),
    check: ({ found }) => first(needCertificates(found), needRecord(found, 'notify')),
    effects: ({ subject }) => ({
      clocks: [{ clock: 'defend', do: 'stop' }],
      spawn: [paper(subject.id, '26', { fine: yuan(subject.noticedFen), basis: subject.lawText })],
    }),
  }),
})
