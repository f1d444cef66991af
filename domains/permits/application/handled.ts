/** 审查、现场核查、听证检测评审、退回修改、提请决定 (行政许可法第34条至第47条). */
import { choice, dayOf, dayText, files, list, longText, number, person, photos, raw, refuse, text } from '#kernel'
import { specialKinds } from '../contract.ts'
import { noonOf, workDaysInside } from '../days.ts'
import { first, wrong } from '../kinds/kind.ts'
import type { ApplicationAction } from './definition.ts'
import { kindOf, readKind, refuseGrant, tell } from './shared.ts'

const pause = (['decide', 'promise'] as const).map((clock) => ({ clock, do: 'pause' as const }))
const resume = (['decide', 'promise'] as const).map((clock) => ({ clock, do: 'resume' as const }))

export const handledActions = (action: ApplicationAction) => ({
  siteCheck: action({
    zh: '现场核查',
    from: ['reviewing', 'special'],
    to: 'same',
    by: 'permits.review',
    basis: '行政许可法第34条第三款:指派两名以上工作人员',
    form: {
      coChecker: person('同行核查人'),
      checkNote: longText('核查情况', { maxLength: 2000 }),
      checkPhotos: photos(1, '核查照片'),
    },
    look: async (ctx) =>
      (
        await raw<{ name: string }>(ctx.tx, 'select name from kernel.person where id = any($1::uuid[])', [
          [ctx.actor.id, ctx.input.coChecker],
        ])
      ).rows.map((r) => r.name),
    check: ({ input, actor, found }) =>
      input.coChecker === actor.id || found.length < 2 ? refuse('permits.two-staff') : undefined,
    effects: ({ input, found }) => ({
      set: { checkers: found, checkNote: input.checkNote, checkPhotos: input.checkPhotos },
    }),
  }),
  startSpecial: action({
    zh: '进入听证、检测、专家评审(不计入期限)',
    from: 'reviewing',
    to: 'special',
    by: 'permits.review',
    basis: '行政许可法第45条:所需时间书面告知申请人',
    form: {
      specialKind: choice('程序', specialKinds),
      notice: files(1, '书面告知'),
      days: text('预计所需时间', { maxLength: 60 }),
    },
    effects: ({ input, subject, now }) => ({
      set: { specialKind: input.specialKind, specialOn: dayText(now) },
      clocks: pause,
      messages: tell(subject, `需${specialKinds[input.specialKind]},约${input.days},不计入办理期限`),
    }),
  }),
  endSpecial: action({
    zh: '听证、检测、评审结束',
    from: 'special',
    to: 'reviewing',
    by: 'permits.review',
    tone: 'primary',
    form: {
      opinion: longText('结论、意见', { maxLength: 4000 }),
      experts: list('专家、参加人'),
      approvalNumber: text('上级批准文号', { maxLength: 100 }).optional(),
      papers: files(1, '笔录、报告、批复'),
    },
    look: async (ctx) =>
      workDaysInside(ctx.kernel.calendar(ctx.subject.district), noonOf(ctx.subject.specialOn ?? dayText(ctx.now)), ctx.now),
    check: ({ input, subject }) =>
      first(
        subject.specialKind === 'expert' && new Set(input.experts).size < 3 ? wrong('专家评审应有三名以上专家') : undefined,
        subject.specialKind === 'higher' && !input.approvalNumber ? wrong('请填写上级批准文号') : undefined,
      ),
    effects: ({ input, subject, found }) => ({
      set: {
        pausedDays: (subject.pausedDays ?? 0) + found,
        ...(subject.specialKind === 'higher'
          ? { higherApproval: input.approvalNumber ?? null }
          : { expertOpinion: `${input.opinion}(${input.experts.join('、')})` }),
        papers: [...(subject.papers ?? []), ...input.papers],
      },
      clocks: resume,
    }),
  }),
  sendBack: action({
    zh: '审查意见,退回修改',
    from: 'reviewing',
    to: 'revising',
    by: 'permits.review',
    help: '方案类事项可多轮审查;申请人修改期间不计入期限。',
    form: { review: longText('本轮意见', { maxLength: 4000 }) },
    guard: ({ subject }) =>
      kindOf(subject).hasRounds ? undefined : refuse('permits.mode', { why: '该事项不分轮次,请直接提出审查意见' }),
    effects: ({ input, subject, now, actor }) => ({
      set: {
        review: `第${(subject.rounds ?? 0) + 1}轮:${input.review}`,
        rounds: (subject.rounds ?? 0) + 1,
        reviewer: actor.id,
        specialOn: dayText(now),
      },
      clocks: pause,
      messages: tell(subject, `审查意见:${input.review.slice(0, 100)}`),
    }),
  }),
  resubmit: action({
    zh: '修改后再报',
    from: 'revising',
    to: 'reviewing',
    by: 'permits.apply',
    tone: 'primary',
    form: {
      greenM2: number('绿地面积', { unit: '㎡', min: 0 }).optional(),
      note: text('修改说明', { maxLength: 500 }),
      papers: files(1, '修改后的图纸'),
    },
    look: async (ctx) =>
      workDaysInside(ctx.kernel.calendar(ctx.subject.district), noonOf(ctx.subject.specialOn ?? dayText(ctx.now)), ctx.now),
    effects: ({ input, subject, found }) => ({
      set: {
        papers: [...(subject.papers ?? []), ...input.papers],
        pausedDays: (subject.pausedDays ?? 0) + found,
        ...(input.greenM2 != null ? ({ greenM2: input.greenM2 } as object) : {}),
      },
      clocks: resume,
    }),
  }),
  propose: action({
    zh: '提出审查意见,提请决定',
    from: 'reviewing',
    to: 'deciding',
    by: 'permits.review',
    tone: 'primary',
    form: { review: longText('审查意见', { maxLength: 4000 }), isGranted: choice('建议', { yes: '准予', no: '不予' }) },
    guard: ({ subject }) => (subject.needsSiteCheck && !subject.checkNote ? refuse('permits.site-check') : undefined),
    look: async (ctx) => ({ facts: await readKind(ctx), day: dayOf(ctx.kernel, ctx.subject.district, ctx.now) }),
    check: ({ input, subject, found, parameter }) =>
      input.isGranted === 'yes' ? refuseGrant(subject, found, parameter) : undefined,
    effects: ({ input, actor }) => ({
      set: { review: `${input.isGranted === 'yes' ? '建议准予' : '建议不予'}:${input.review}`, reviewer: actor.id },
    }),
  }),
  returnToReview: action({
    zh: '退回补充审查',
    from: 'deciding',
    to: 'reviewing',
    by: 'permits.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
  }),
  extend: action({
    zh: '延长决定期限',
    from: ['reviewing', 'deciding', 'special'],
    to: 'same',
    by: 'permits.decide',
    basis: '行政许可法第42条第一款:经本机关负责人批准可以延长十日,并告知理由',
    form: { reason: text('延长理由(告知申请人)', { maxLength: 500 }) },
    guard: ({ subject, clocks, now }) => {
      const clock = clocks.findLast((c) => c.name === 'decide')
      return first(
        subject.extendReason ? refuse('permits.extend', { why: '只能延长一次' }) : undefined,
        clock && clock.dueAt < now && !clock.pausedAt ? refuse('permits.extend', { why: '期限已过,不能再延长' }) : undefined,
      )
    },
    effects: ({ input, subject, parameter }) => ({
      set: { extendReason: input.reason },
      clocks: [{ clock: 'decide', do: 'extend', by: { value: parameter('permits.extend-days'), unit: 'work_day' } }],
      messages: tell(subject, `决定期限延长十个工作日:${input.reason}`),
    }),
  }),
})
