/** 6–7 集体讨论、决定、送达 (行政处罚法第57条至第61条). */
import { choice, date, dayText, files, list, longText, money, refuse, say, text } from '#kernel'
import { noPenaltyGrounds, serviceKinds } from '../contract.ts'
import { basisOf } from '../deadlines.ts'
import { decisionServed } from '../deed.ts'
import { explainFine, matchBenchmark, refuseFine } from '../law.ts'
import { yuan } from '../money.ts'
import { noonOf } from '../officers.ts'
import type { PenaltyAction } from './definition.ts'
import { readFile } from './file.ts'
import {
  first,
  handlersOnly,
  iso,
  needCertificates,
  needPower,
  needRecord,
  othersOnly,
  paper,
  publicTitle,
  sayDeed,
  sayStage,
} from './shared.ts'

export const decidedActions = (action: PenaltyAction) => ({
  discuss: action({
    zh: '集体讨论',
    from: 'discussing',
    to: 'deciding',
    by: 'enforcement.approve',
    tone: 'primary',
    basis: '行政处罚法第57条第二款',
    form: { attendees: list('出席人'), discussion: longText('讨论结论', { maxLength: 4000 }) },
    guard: othersOnly('主持集体讨论', '行政处罚法第57条'),
    check: ({ input, parameter }) => {
      const least = parameter('enforcement.discuss-least')
      return new Set(input.attendees).size < least ? refuse('enforcement.discuss-few', { least }) : undefined
    },
    effects: ({ input, subject }) => ({
      set: { attendees: input.attendees, discussion: input.discussion },
      spawn: [paper(subject.id, '25', { attendees: input.attendees, discussion: input.discussion })],
    }),
  }),
  decide: action({
    zh: '作出处罚决定',
    from: 'deciding',
    to: 'decided',
    by: 'enforcement.approve',
    tone: 'primary',
    basis: '行政处罚法第57条至第60条',
    form: {
      fineFen: money('罚款'),
      deviation: text('偏离基准的理由', { maxLength: 500 }).optional(),
      lateReason: text('超过办案期限的理由', { maxLength: 500 }).optional(),
    },
    guard: (ctx) =>
      first(
        othersOnly('决定', '行政处罚法第57条')(ctx),
        ctx.subject.noticedOn ? undefined : refuse('enforcement.record', { step: '处罚告知', what: '告知' }),
        (ctx.subject.reviewCases ?? []).length > 0 && ctx.subject.reviewOpinion !== 'agree'
          ? refuse('enforcement.review-first')
          : undefined,
        ctx.subject.isMajor && !ctx.subject.discussion ? refuse('enforcement.discuss-first') : undefined,
        ctx.subject.defence && !ctx.subject.defenceReview ? refuse('enforcement.defence-review') : undefined,
      ),
    look: (ctx) => readFile(ctx),
    check: ({ found, input, subject, clocks, now }) => {
      const noticed = subject.noticedFen ?? 0
      const due = clocks.findLast((c) => c.name === 'decide')
      const isLate = due !== undefined && !due.pausedAt && due.dueAt < now
      const above = { noticed: yuan(noticed), fine: yuan(input.fineFen) }
      return first(
        needCertificates(found),
        needPower(found, subject.unitId),
        input.fineFen > noticed ? refuse(subject.defence ? 'enforcement.heavier' : 'enforcement.above-notice', above) : undefined,
        (subject.kinds ?? []).includes('fine') === input.fineFen > 0
          ? undefined
          : refuse('enforcement.field', { why: '罚款数额与告知的处罚种类不符;不罚款请用“不予处罚”或重新告知' }),
        refuseFine(
          input.fineFen,
          found.favoured,
          subject.happenedOn,
          found.benchmarks,
          subject.benchmark,
          input.deviation ?? subject.deviation,
        ),
        isLate && !input.lateReason
          ? refuse('enforcement.decide-late', { day: dayText(new Date(due.dueAt.getTime() - 1)) })
          : undefined,
      )
    },
    effects: ({ input, subject, found, actor, now, clocks }) => {
      const due = clocks.findLast((c) => c.name === 'decide')
      const explanation = explainFine(
        input.fineFen,
        found.favoured,
        matchBenchmark(found.benchmarks, subject.benchmark, input.fineFen),
      )
      return {
        set: {
          fineFen: input.fineFen,
          decider: actor.id,
          decidedAt: iso(now),
          isLate: due !== undefined && due.dueAt < now,
          lateReason: input.lateReason ?? null,
          explanation,
          deviation: input.deviation ?? subject.deviation,
        },
        clocks: [
          { clock: 'decide', do: 'stop' },
          { clock: 'serve', do: 'start' },
        ],
        spawn: [
          paper(
            subject.id,
            '27',
            {
              party: subject.partyName,
              description: subject.description,
              basis: subject.lawText,
              kinds: subject.kinds,
              fineFen: input.fineFen,
              forfeitFen: subject.forfeitFen,
              explanation,
              payWithin: basisOf('P10'),
              remedy: '六十日内申请行政复议,或者六个月内提起行政诉讼',
            },
            true,
          ),
          {
            procedure: 'enforcement.publication',
            input: { kind: 'penalty', penalty: subject.id, title: publicTitle('行政处罚决定', subject.description) },
          },
        ],
        facts: [
          sayDeed('enforcement.penalty', subject, actor, '行政处罚', 'enforce', input.fineFen),
          sayStage(subject, 'decided', input.fineFen),
        ],
      }
    },
  }),
  spare: action({
    zh: '决定不予处罚并教育',
    from: ['investigating', 'notifying', 'noticed', 'discussing', 'deciding'],
    to: 'not_punished',
    by: 'enforcement.approve',
    basis: '行政处罚法第30条至第33条、第36条',
    form: { ground: choice('理由', noPenaltyGrounds), reason: text('说明', { maxLength: 500 }) },
    guard: othersOnly('决定', '行政处罚法第57条'),
    look: (ctx) => readFile(ctx),
    check: ({ input, found, parameter }) => {
      const count = found.earlierWarnings + found.earlierPenalties
      return first(
        (input.ground === 'first' || input.ground === 'minor') && !found.lenient.includes(input.ground)
          ? refuse('enforcement.not-lenient', { list: input.ground === 'first' ? '首违可不罚' : '轻微不予处罚' })
          : undefined,
        input.ground === 'first' && count >= parameter('enforcement.lenient-warnings')
          ? refuse('enforcement.lenient', { count })
          : undefined,
      )
    },
    effects: ({ input, subject, now, actor }) => ({
      set: { noPenaltyGround: input.ground, endReason: input.reason, decider: actor.id, decidedAt: iso(now) },
      clocks: [
        { clock: 'decide', do: 'stop' },
        { clock: 'defend', do: 'stop' },
      ],
      spawn: [
        paper(subject.id, '29', { party: subject.partyName, ground: noPenaltyGrounds[input.ground], reason: input.reason }, true),
        {
          procedure: 'enforcement.measure',
          action: 'educate',
          input: {
            topic: subject.topic,
            party: subject.party,
            lawCode: subject.lawCode,
            basis: `行政处罚法第33条第三款(${subject.number})`,
            content: `不予处罚,予以教育:${input.reason}`,
            penalty: subject.id,
          },
        },
      ],
    }),
  }),
  transferOut: action({
    zh: '移送其他机关',
    from: ['lead', 'filing', 'investigating', 'reviewing', 'notifying', 'noticed', 'hearing', 'discussing', 'deciding'],
    to: 'transferred',
    by: 'enforcement.approve',
    basis: '行政处罚法第27条、第57条;行政执法机关移送涉嫌犯罪案件的规定第5条(三日内审批、二十四小时内移送)',
    form: {
      to: text('移送至', { maxLength: 80 }),
      reason: text('理由', { maxLength: 400 }),
      isCrime: choice('性质', { crime: '涉嫌犯罪', other: '管辖移送' }),
    },
    guard: othersOnly('批准', '行政处罚法第57条'),
    effects: ({ input, subject }) => ({
      set: { endReason: `${input.isCrime === 'crime' ? '涉嫌犯罪,' : ''}移送${input.to}:${input.reason}` },
      clocks: [
        { clock: 'decide', do: 'stop' },
        { clock: 'clue', do: 'stop' },
        { clock: 'defend', do: 'stop' },
      ],
      spawn: [paper(subject.id, '30', { to: input.to, reason: input.reason }, true)],
    }),
  }),
  serve: action({
    zh: '送达决定书',
    from: 'decided',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第61条',
    help: '宣告后当场交付;当事人不在场的七日内送达。缴款期限自收到之日的次日起算。',
    form: {
      serviceKind: choice('送达方式', serviceKinds),
      servedOn: date('送达(公告)日期'),
      receipt: files(1, '送达回证'),
      witness: text('见证人(留置送达)', { maxLength: 60 }).optional(),
    },
    guard: handlersOnly,
    look: (ctx) => readFile(ctx),
    to: ({ subject }) => ((subject.fineFen ?? 0) + (subject.forfeitFen ?? 0) > 0 ? 'served' : 'fulfilled'),
    check: ({ input, found, subject }) =>
      first(
        needCertificates(found),
        needRecord(found, 'decide'),
        input.servedOn > found.day || input.servedOn < dayText(new Date(subject.decidedAt ?? 0))
          ? refuse('enforcement.service', { why: '送达日期应在决定之后、今天以前' })
          : undefined,
        input.serviceKind === 'electronic' && !found.party?.isReachable
          ? refuse('enforcement.service', { why: '电子送达须当事人同意并签订确认书' })
          : undefined,
        input.serviceKind === 'left' && !input.witness
          ? refuse('enforcement.service', { why: '留置送达须写明见证人' })
          : undefined,
        subject.contact === 'noncontact' && (!['mail', 'electronic'].includes(input.serviceKind) || found.faceToFace > 0)
          ? refuse('enforcement.noncontact', { why: '全部文书须电子或邮寄送达' })
          : undefined,
      ),
    effects: ({ input, subject, parameter, now }) => {
      const days = input.serviceKind === 'notice' ? parameter('enforcement.notice-days') : 0
      const receivedOn = new Date(noonOf(input.servedOn).getTime() + days * 86_400_000)
      const owes: boolean = (subject.fineFen ?? 0) + (subject.forfeitFen ?? 0) > 0
      return {
        set: {
          serviceKind: input.serviceKind,
          servedOn: dayText(receivedOn),
          receipt: input.receipt,
          fulfilledAt: owes ? null : iso(now),
        },
        clocks: [
          { clock: 'serve', do: 'stop' },
          ...(owes ? [{ clock: 'pay' as const, do: 'start' as const, from: receivedOn }] : []),
        ],
        facts: [say(decisionServed, { penalty: subject.id, serviceKind: input.serviceKind, servedOn: dayText(receivedOn) })],
        spawn: [
          paper(subject.id, '31', {
            party: subject.partyName,
            paper: subject.decisionNumber,
            serviceKind: serviceKinds[input.serviceKind],
            servedOn: input.servedOn,
            witness: input.witness ?? null,
          }),
          {
            procedure: 'enforcement.process-record',
            input: { penalty: subject.id, step: 'serve', words: `${serviceKinds[input.serviceKind]},${input.servedOn}` },
          },
        ],
      }
    },
  }),
})
