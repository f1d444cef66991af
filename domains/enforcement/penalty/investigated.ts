/** 3 调查取证、调查终结 (行政处罚法第55条至第57条). */
import { choices, flag, longText, money, person, ref, refuse, say, text } from '#kernel'
import { penaltyKinds, reviewCases } from '../contract.ts'
import { explainFine, matchBenchmark, refuseFine } from '../law.ts'
import { reviewedBack } from '../supervision.ts'
import type { PenaltyAction } from './definition.ts'
import { readFile } from './file.ts'
import {
  first,
  handlersOnly,
  isMajorPenalty,
  iso,
  mayBeHeard,
  needCertificates,
  needRecord,
  othersOnly,
  paper,
} from './shared.ts'

const open = [
  'lead',
  'filing',
  'investigating',
  'reviewing',
  'notifying',
  'noticed',
  'hearing',
  'discussing',
  'deciding',
] as const

/** Serving, urging and handing in need a handler too: of a case that was handed over, or whose handler has left. */
const afterwards = ['decided', 'served', 'urged', 'court', 'fulfilled'] as const
export const investigatedActions = (action: PenaltyAction) => ({
  showId: action({
    zh: '出示证件、告知回避',
    from: 'investigating',
    to: 'same',
    by: 'enforcement.handle',
    basis: '行政处罚法第55条、第43条',
    form: { note: text('出示情况及当事人是否申请回避', { maxLength: 500 }) },
    guard: handlersOnly,
    look: (ctx) => readFile(ctx),
    check: ({ found }) => needCertificates(found),
    effects: ({ now, input, subject }) => ({
      set: { shownAt: iso(now) },
      spawn: [{ procedure: 'enforcement.process-record', input: { penalty: subject.id, step: 'showId', words: input.note } }],
    }),
  }),
  changeHandler: action({
    zh: '回避、变更承办人',
    from: [...open, ...afterwards],
    to: 'same',
    by: 'enforcement.approve',
    basis: '行政处罚法第43条',
    form: { handler: person('主办执法人员'), coHandler: person('协办执法人员'), reason: text('理由', { maxLength: 500 }) },
    look: (ctx) => readFile({ ...ctx, subject: { ...ctx.subject, handler: ctx.input.handler, coHandler: ctx.input.coHandler } }),
    check: ({ found, input, actor }) =>
      first(
        needCertificates(found),
        actor.id === input.handler || actor.id === input.coHandler
          ? refuse('enforcement.own-case', { role: '批准', article: '行政处罚法第43条' })
          : undefined,
      ),
    effects: ({ input, found }) => ({
      set: {
        handler: input.handler,
        coHandler: input.coHandler,
        unitId: found.officers.find((o) => o.id === input.handler)?.unitId ?? null,
      },
    }),
  }),
  pauseClock: action({
    zh: '中止计时(鉴定、检测、公告等)',
    from: open,
    to: 'same',
    by: 'enforcement.approve',
    basis: '行政处罚法第60条及法律、法规、规章的规定',
    help: '鉴定、检测、听证、公告等不计入办案期限的时间;整日扣除。',
    form: { reason: text('不计入期限的事由', { maxLength: 500 }) },
    guard: ({ clocks }) =>
      clocks.some((c) => c.name === 'decide' && !c.pausedAt && !c.stoppedAt)
        ? undefined
        : refuse('enforcement.field', { why: '办案期限没有在计时' }),
    effects: () => ({ clocks: [{ clock: 'decide', do: 'pause' }] }),
  }),
  resumeClock: action({
    zh: '恢复计时',
    from: open,
    to: 'same',
    by: 'enforcement.approve',
    guard: ({ clocks }) =>
      clocks.some((c) => c.name === 'decide' && c.pausedAt)
        ? undefined
        : refuse('enforcement.field', { why: '办案期限没有中止' }),
    effects: () => ({ clocks: [{ clock: 'decide', do: 'resume' }] }),
  }),
  extend: action({
    zh: '批准延长办案期限',
    from: open,
    to: 'same',
    by: 'enforcement.approve',
    basis: '行政处罚法第60条:法律、法规、规章另有规定的从其规定',
    form: { reason: text('延长理由', { maxLength: 500 }) },
    guard: ({ clocks, now }) => {
      const clock = clocks.findLast((c) => c.name === 'decide')
      if (!clock) return refuse('enforcement.field', { why: '尚未立案' })
      if (clock.extensions > 0) return refuse('enforcement.field', { why: '已经延长过一次' })
      return clock.dueAt < now ? refuse('enforcement.field', { why: '办案期限已过,不能再延长' }) : undefined
    },
    effects: ({ parameter }) => ({
      clocks: [{ clock: 'decide', do: 'extend', by: { value: parameter('enforcement.extend-days'), unit: 'natural_day' } }],
    }),
  }),
  conclude: action({
    zh: '调查终结',
    from: 'investigating',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第57条、第58条',
    form: {
      report: longText('调查终结报告', { maxLength: 8000 }),
      kinds: choices('拟处罚种类', penaltyKinds),
      proposedFen: money('拟罚款').optional(),
      forfeitFen: money('拟没收违法所得').optional(),
      benchmark: ref('裁量基准', 'enforcement.benchmark').optional(),
      deviation: text('偏离基准的理由', { maxLength: 500 }).optional(),
      reviewCases: choices('应法制审核的情形', reviewCases).optional(),
      isComplex: flag('情节复杂').optional(),
    },
    guard: (ctx) =>
      first(
        handlersOnly(ctx),
        ctx.subject.shownAt ? undefined : refuse('enforcement.record', { step: '出示证件', what: '出示执法证件的' }),
      ),
    look: (ctx) => readFile(ctx),
    to: ({ input, parameter, subject }) =>
      (input.reviewCases ?? []).length > 0 || isMajor(input, subject.partyKind, parameter) ? 'reviewing' : 'notifying',
    check: ({ found, input, subject }) =>
      first(
        needCertificates(found),
        found.evidence.verified === 0 ? refuse('enforcement.evidence', { step: '调查终结' }) : undefined,
        found.evidence.open > 0 ? refuse('enforcement.evidence-open', { count: found.evidence.open }) : undefined,
        subject.contact === 'noncontact' && found.evidence.remote === 0
          ? refuse('enforcement.noncontact', { why: '证据须来自设备或远程采集' })
          : undefined,
        needRecord(found, 'showId', 'investigate'),
        found.openHolds > 0 ? refuse('enforcement.hold-open') : undefined,
        input.kinds.includes('fine') === (input.proposedFen ?? 0) > 0
          ? undefined
          : refuse('enforcement.field', { why: '罚款数额与处罚种类不符' }),
        refuseFine(
          input.proposedFen ?? 0,
          found.favoured,
          subject.happenedOn,
          found.benchmarks,
          input.benchmark,
          input.deviation,
        ),
      ),
    effects: ({ input, found, subject, parameter }) => {
      const weight = {
        kinds: input.kinds,
        fineFen: (input.proposedFen ?? 0) + (input.forfeitFen ?? 0),
        partyKind: subject.partyKind ?? 'person',
      }
      const major = isMajor(input, subject.partyKind, parameter)
      return {
        set: {
          report: input.report,
          kinds: input.kinds,
          proposedFen: input.proposedFen ?? 0,
          forfeitFen: input.forfeitFen ?? 0,
          benchmark: input.benchmark ?? null,
          deviation: input.deviation ?? null,
          explanation: explainFine(
            input.proposedFen ?? 0,
            found.favoured,
            matchBenchmark(found.benchmarks, input.benchmark, input.proposedFen ?? 0),
          ),
          reviewCases: [...new Set([...(input.reviewCases ?? []), ...(major ? (['complex'] as const) : [])])],
          isMajor: major,
          hasHearingRight: mayBeHeard(weight, parameter),
          reviewOpinion: null,
          discussion: null,
        },
        spawn: [paper(subject.id, '16', { report: input.report, party: subject.partyName })],
      }
    },
  }),
  review: action({
    zh: '法制审核同意',
    from: 'reviewing',
    to: ({ subject }) => (subject.hearingReport ? 'discussing' : 'notifying'),
    by: 'enforcement.review',
    tone: 'primary',
    basis: '行政处罚法第58条',
    form: { note: longText('审核意见(主体、依据、证据、程序、裁量)', { maxLength: 4000 }) },
    guard: othersOnly('审核', '行政处罚法第58条'),
    effects: ({ input, actor, subject }) => ({
      set: { reviewer: actor.id, reviewOpinion: 'agree', reviewNote: input.note },
      spawn: [paper(subject.id, '17', { opinion: '同意', note: input.note })],
    }),
  }),
  sendBack: action({
    zh: '法制审核退回',
    from: 'reviewing',
    to: 'investigating',
    by: 'enforcement.review',
    tone: 'danger',
    basis: '行政处罚法第58条',
    form: { note: longText('退回、修改意见', { maxLength: 4000 }), isRevise: flag('只需修改文书').optional() },
    guard: othersOnly('审核', '行政处罚法第58条'),
    effects: ({ input, actor, subject }) => ({
      set: {
        reviewer: actor.id,
        reviewOpinion: input.isRevise ? 'revise' : 'sendBack',
        reviewNote: input.note,
        reviewBackCount: subject.reviewBackCount + 1,
      },
      facts: [
        say(reviewedBack, {
          penalty: subject.id,
          number: subject.number,
          unitId: subject.unitId,
          count: subject.reviewBackCount + 1,
        }),
      ],
      spawn: [paper(subject.id, '17', { opinion: input.isRevise ? '修改' : '退回', note: input.note })],
    }),
  }),
})
const isMajor = (
  input: { readonly kinds: readonly string[]; readonly proposedFen?: number | null; readonly isComplex?: boolean | null },
  partyKind: string | null,
  parameter: (name: string) => number,
): boolean =>
  (input.isComplex ?? false) ||
  isMajorPenalty({ kinds: input.kinds, fineFen: input.proposedFen ?? 0, partyKind: partyKind ?? 'person' }, parameter)
