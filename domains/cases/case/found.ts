/** 案件动作:1–2 上报、核实、受理、并案. */

import { caseEnded } from '#catalogue/facts.ts'
import { longText, photos, ref, refuse, say, text } from '#kernel'
import { findDrawn, findOpenCase, isSamePicture } from '../look.ts'
import { type CaseAction, report } from './definition.ts'
import { counters, iso, opened, otherPerson, reference, thosePresent, toReporter } from './shared.ts'

export const foundActions = (action: CaseAction) => ({
  report: action({
    zh: '上报',
    from: 'new',
    to: 'reported',
    by: 'cases.report',
    form: report,
    effects: ({ subject, input, actor }) => ({
      set: { ...counters, reporter: input.reporter ?? actor.id },
      clocks: [{ clock: 'accept', do: 'start' }],
      facts: opened({ ...subject, source: input.source, sourceType: input.sourceType ?? null, sourceId: input.sourceId ?? null }),
    }),
  }),
  reportSolved: action({
    zh: '即发现即整改',
    from: 'new',
    to: 'closed',
    by: 'cases.report',
    help: '小问题当场改好,前后照片齐全,直接结案,仍计入统计。',
    form: { ...report, photos: photos(1, '整改前照片'), afterPhotos: photos(1, '整改后照片'), result: longText('整改情况') },
    look: ({ tx, input }) => isSamePicture(tx, input.photos, input.afterPhotos),
    check: ({ found }) => (found ? refuse('cases.same-photo') : undefined),
    effects: ({ input, actor, now }) => ({
      set: {
        ...counters,
        isSelfSolved: true,
        reporter: actor.id,
        handler: actor.id,
        afterPhotos: input.afterPhotos,
        result: input.result,
        filedAt: iso(now),
        handledAt: iso(now),
        handleDueAt: iso(now),
        acceptedAt: iso(now),
      },
    }),
  }),
  sendVerify: action({
    zh: '发送核实',
    from: 'reported',
    to: 'verifying',
    by: 'cases.accept',
    help: '从本网格的监督员中抽签一人到现场核实;上报人本人除外。',
    effects: ({ past }) => ({
      clocks: [
        { clock: 'accept', do: 'stop' },
        { clock: 'verify', do: 'start' },
      ],
      assign: { draw: { except: thosePresent(past) } },
    }),
  }),
  redrawVerify: action({
    zh: '改派核实人',
    from: 'verifying',
    to: 'verifying',
    by: 'cases.accept',
    help: '抽到的人请假、不在岗的,在其余的人中重新抽签;时限不重计。',
    form: { reason: text('理由', { maxLength: 200 }) },
    look: ({ tx, subject }) => findDrawn(tx, subject.id),
    effects: ({ past, found }) => ({ assign: { draw: { except: [...thosePresent(past), found] } } }),
  }),
  verifyOk: action({
    zh: '核实属实',
    from: 'verifying',
    to: 'accepted',
    by: 'cases.verify',
    tone: 'primary',
    form: { photos: photos(1, '核实照片'), note: text('核实情况').optional() },
    guard: otherPerson,
    effects: ({ input, subject, actor }) => ({
      set: { verifier: actor.id, photos: [...(subject.photos ?? []), ...input.photos] },
      clocks: [
        { clock: 'verify', do: 'stop' },
        { clock: 'file', do: 'start' },
      ],
    }),
  }),
  verifyNo: action({
    zh: '核实不属实',
    from: 'verifying',
    to: 'not_accepted',
    by: 'cases.verify',
    tone: 'danger',
    form: { photos: photos(1, '核实照片'), reason: text('不属实的理由', { maxLength: 500 }) },
    guard: otherPerson,
    effects: ({ input, subject, actor }) => ({
      set: { verifier: actor.id, refusedReason: input.reason },
      clocks: [{ clock: 'verify', do: 'stop' }],
      facts: [say(caseEnded, { ...reference(subject), status: 'not_accepted', result: `经现场核实不属实:${input.reason}` })],
      notify: toReporter(subject, actor, `您上报的案件 ${subject.number} 经核实不属实:${input.reason}`),
    }),
  }),
  accept: action({
    zh: '受理',
    from: 'reported',
    to: 'accepted',
    by: 'cases.accept',
    tone: 'primary',
    isBulk: true,
    effects: () => ({
      clocks: [
        { clock: 'accept', do: 'stop' },
        { clock: 'file', do: 'start' },
      ],
    }),
  }),
  reject: action({
    zh: '不予受理',
    from: ['reported', 'accepted'],
    to: 'not_accepted',
    by: 'cases.accept',
    tone: 'danger',
    help: '理由会告知上报人。',
    form: { reason: text('不予受理的理由', { maxLength: 500 }) },
    effects: ({ subject, input, actor }) => ({
      set: { refusedReason: input.reason },
      clocks: [
        { clock: 'accept', do: 'stop' },
        { clock: 'file', do: 'cancel' },
      ],
      facts: [say(caseEnded, { ...reference(subject), status: 'not_accepted', result: `不予立案:${input.reason}` })],
      notify: toReporter(subject, actor, `您上报的案件 ${subject.number} 不予立案:${input.reason}`),
    }),
  }),
  merge: action({
    zh: '并案',
    from: ['reported', 'accepted', 'verifying'],
    to: 'merged',
    by: 'cases.accept',
    help: '并入另一件在办案件,随它办结;可撤销。',
    form: { into: ref('并入案件', 'cases.case'), reasons: text('判断依据').optional() },
    look: (ctx) => findOpenCase(ctx.tx, ctx.input.into),
    check: ({ input, subject, found }) => (found && input.into !== subject.id ? undefined : refuse('cases.merge-self')),
    effects: ({ input }) => ({
      set: { mergedInto: input.into },
      clocks: ['accept', 'file', 'verify'].map((clock) => ({ clock, do: 'cancel' as const })),
    }),
  }),
  unmerge: action({
    zh: '撤销并案',
    from: 'merged',
    to: 'accepted',
    by: 'cases.accept',
    help: '并错了:恢复为单独案件,重新立案。',
    effects: () => ({ set: { mergedInto: null }, clocks: [{ clock: 'file', do: 'start' }] }),
  }),
  addNote: action({
    zh: '补充说明',
    from: 'any open',
    to: 'same',
    by: 'cases.case.read',
    form: { note: longText('说明', { maxLength: 1000 }), photos: photos(0).optional() },
  }),
})
